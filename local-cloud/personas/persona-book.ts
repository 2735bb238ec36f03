import { randomBytes } from 'node:crypto'
import type { Store } from '../database/store'

/** Somebody who may be signed in: for demonstrations and tests. */
export interface Persona {
  id: string
  openid: string
  name: string
  note: string
  /** What a client sends as `Authorization: Bearer …`; nothing else says who they are. */
  token: string
  /** The phone number `getPhoneNumber` gives for them. */
  phone: string
}

/** What is needed for a new persona; the rest is made up. */
export type NewPersona = Pick<Persona, 'name'> & Partial<Persona>

const LAYOUT = `CREATE TABLE IF NOT EXISTS personas (
  id TEXT PRIMARY KEY, openid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, note TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE, phone TEXT NOT NULL)`

const COLUMNS = 'id, openid, name, note, token, phone'

/** Who may be signed in, kept in the data file. */
export class PersonaBook {
  private readonly removed = new Set<(persona: Persona) => void>()

  constructor(private readonly store: Store) {
    store.sqlite.exec(LAYOUT)
  }

  /** Adds a persona, or gives the one that has this id already. */
  create(persona: NewPersona): Persona {
    const known = persona.id === undefined ? undefined : this.byId(persona.id)
    if (known) return known
    const made: Persona = {
      id: persona.id ?? randomBytes(8).toString('hex'),
      openid: persona.openid ?? `o${randomBytes(14).toString('base64url').slice(0, 27)}`,
      name: persona.name,
      note: persona.note ?? '',
      token: persona.token ?? randomBytes(24).toString('base64url'),
      phone: persona.phone ?? `138${String(randomBytes(4).readUInt32BE() % 1e8).padStart(8, '0')}`,
    }
    const { id, openid, name, note, token, phone } = made
    this.store.run(`INSERT INTO personas (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`, [
      id,
      openid,
      name,
      note,
      token,
      phone,
    ])
    return made
  }

  /** Removes a persona, whose token then says nothing; false when there is none. */
  remove(id: string): boolean {
    const persona = this.byId(id)
    if (!persona) return false
    this.store.run('DELETE FROM personas WHERE id = ?', [id])
    for (const listener of this.removed) listener(persona)
    return true
  }

  /** Calls `listener` for each persona that is removed. */
  onRemove(listener: (persona: Persona) => void): void {
    this.removed.add(listener)
  }

  /** All personas in the order they were added. */
  list(): Persona[] {
    return this.store.all(`SELECT ${COLUMNS} FROM personas ORDER BY rowid`)
  }

  /** The persona of an id. */
  byId(id: string): Persona | undefined {
    return this.find('id', id)
  }

  /** The persona of a token. */
  byToken(token: string): Persona | undefined {
    return this.find('token', token)
  }

  /** The persona of an openid. */
  byOpenid(openid: string): Persona | undefined {
    return this.find('openid', openid)
  }

  private find(column: 'id' | 'token' | 'openid', value: string): Persona | undefined {
    return this.store.all<Persona>(`SELECT ${COLUMNS} FROM personas WHERE ${column} = ?`, [value])[0]
  }
}
