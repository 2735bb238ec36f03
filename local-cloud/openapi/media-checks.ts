import { randomUUID } from 'node:crypto'
import type { Store } from '../database/store'
import { contentModel, PASS, RISKY, type Verdict } from './verdict'

/** A check whose verdict has not been pushed yet. */
export interface PendingCheck {
  traceId: string
  url: string
  /** When its verdict is due, epoch ms. */
  due: number
}

/** How media are judged. */
export interface MediaCheckOptions {
  store: Store
  appId: string
  now: () => number
  /** Time from the request to the verdict, in ms. */
  delayMs: number
  /** Judges an address; `unreachable` as when WeChat can't load it. */
  judge: (url: string) => Verdict['suggest'] | 'unreachable'
  /** Delivers an event to whoever is configured to receive it. */
  push: (event: Record<string, unknown>) => Promise<void>
}

const LAYOUT = `CREATE TABLE IF NOT EXISTS media_checks (
  trace_id TEXT PRIMARY KEY, url TEXT NOT NULL, due INTEGER NOT NULL) WITHOUT ROWID`

/** Media that are being checked, kept in the data file: a verdict survives a restart. */
export class MediaChecks {
  private readonly told = new Map<string, Verdict['suggest'] | 'unreachable'>()

  constructor(private readonly options: MediaCheckOptions) {
    options.store.sqlite.exec(LAYOUT)
  }

  /** Takes an address for a check; gives the trace id that the verdict will carry. */
  begin(url: string): string {
    const traceId = randomUUID()
    const { store, now, delayMs } = this.options
    store.run('INSERT INTO media_checks VALUES (?, ?, ?)', [traceId, url, now() + delayMs])
    return traceId
  }

  /** Checks that wait for their verdict, the next one first. */
  pending(): PendingCheck[] {
    return this.options.store.all(
      'SELECT trace_id AS traceId, url, due FROM media_checks ORDER BY due, trace_id',
    )
  }

  /** From now on, addresses that contain `part` are judged so. */
  decide(part: string, verdict: Verdict['suggest'] | 'unreachable'): void {
    this.told.set(part, verdict)
  }

  /** Pushes the verdicts that are due by now, each once; a receiver's failure is in its log. */
  async runDue(): Promise<void> {
    const { store, now, push } = this.options
    const due = this.pending().filter((check) => check.due <= now())
    for (const { traceId } of due) store.run('DELETE FROM media_checks WHERE trace_id = ?', [traceId])
    await Promise.all(due.map((check) => push(this.eventOf(check)).catch(() => undefined)))
  }

  /** The push as WeChat sends it (source: the WeChat docs on mediaCheckAsync, the event wxa_media_check). */
  private eventOf({ traceId, url }: PendingCheck): Record<string, unknown> {
    const { appId, now } = this.options
    const verdict = this.verdictOn(url)
    return {
      ToUserName: 'gh_local_cloud',
      FromUserName: 'local-cloud-platform',
      CreateTime: Math.floor(now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: appId,
      trace_id: traceId,
      version: 2,
      ...(verdict ? found(verdict) : UNREACHABLE),
    }
  }

  /** Null when the address can't be loaded. */
  private verdictOn(url: string): Verdict | null {
    const decided = [...this.told].find(([part]) => url.includes(part))?.[1]
    const suggest = decided ?? this.options.judge(url)
    if (suggest === 'unreachable') return null
    return suggest === 'pass' ? PASS : { ...RISKY, suggest }
  }
}

function found(result: Verdict): Record<string, unknown> {
  return { errcode: 0, errmsg: 'ok', result, detail: [contentModel(result)] }
}

const UNREACHABLE = { errcode: -1008, errmsg: 'media_url can not be downloaded', detail: [] }
