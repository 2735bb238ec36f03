import { randomUUID } from 'node:crypto'
import type { Store } from '../database/store'

/** A subscription message that WeChat would have delivered. */
export interface OutboxMessage {
  id: string
  /** Epoch ms. */
  at: number
  openid: string
  templateId: string
  page: string
  /** The template's fields: `{thing1: {value}}`. */
  data: Record<string, unknown>
}

const LAYOUT = `
  CREATE TABLE IF NOT EXISTS consents (
    openid TEXT NOT NULL, template_id TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (openid, template_id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS outbox (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, at INTEGER NOT NULL, openid TEXT NOT NULL,
    template_id TEXT NOT NULL, page TEXT NOT NULL, data TEXT NOT NULL);
`

interface Row {
  id: string
  at: number
  openid: string
  template_id: string
  page: string
  data: string
}

/** The ledger of consents: as on the platform, one tap allows one message of one template. */
export class Consents {
  constructor(private readonly store: Store) {
    store.sqlite.exec(LAYOUT)
  }

  /** Notes that a user has allowed one more message. */
  grant(openid: string, templateId: string): void {
    this.store.run(
      `INSERT INTO consents VALUES (?, ?, 1)
       ON CONFLICT (openid, template_id) DO UPDATE SET count = count + 1`,
      [openid, templateId],
    )
  }

  /** How many messages a user still allows. */
  count(openid: string, templateId: string): number {
    const sql = 'SELECT count FROM consents WHERE openid = ? AND template_id = ?'
    return this.store.get<{ count: number }>(sql, [openid, templateId])?.count ?? 0
  }

  /** Every consent that is left. */
  list(): { openid: string; templateId: string; count: number }[] {
    return this.store.all(
      'SELECT openid, template_id AS templateId, count FROM consents WHERE count > 0 ORDER BY openid, template_id',
    )
  }

  /** Uses one up; false when there is none. */
  spend(openid: string, templateId: string): boolean {
    if (this.count(openid, templateId) === 0) return false
    this.store.run('UPDATE consents SET count = count - 1 WHERE openid = ? AND template_id = ?', [
      openid,
      templateId,
    ])
    return true
  }
}

/** The messages that were accepted, kept in the data file. */
export class Outbox {
  constructor(
    private readonly store: Store,
    private readonly consents: Consents,
    private readonly now: () => number,
  ) {}

  /** Accepts a message if its receiver has allowed one; false otherwise. Spending and keeping are one step. */
  send(message: Omit<OutboxMessage, 'id' | 'at'>): boolean {
    const { openid, templateId, page, data } = message
    return this.store.transaction(() => {
      if (!this.consents.spend(openid, templateId)) return false
      this.store.run(
        'INSERT INTO outbox (id, at, openid, template_id, page, data) VALUES (?, ?, ?, ?, ?, ?)',
        [randomUUID(), this.now(), openid, templateId, page, JSON.stringify(data)],
      )
      return true
    })
  }

  /** Every message, oldest first. */
  list(): OutboxMessage[] {
    const rows = this.store.all<Row>(
      'SELECT id, at, openid, template_id, page, data FROM outbox ORDER BY number',
    )
    return rows.map(({ template_id: templateId, data, ...row }) => ({
      ...row,
      templateId,
      data: JSON.parse(data) as Record<string, unknown>,
    }))
  }
}
