import { randomBytes } from 'node:crypto'

/** Who called a function, and by which way. */
export interface Caller {
  /** Empty for timers and for calls without a user. */
  openid: string
  /** What `getWXContext().SOURCE` says: `wx_client`, `wx_trigger`, … */
  source: string
}

/** One line a function wrote to its console. */
export interface LogLine {
  level: string
  text: string
}

/** One call of a function, as the log shows it. */
export interface Invocation {
  requestId: string
  name: string
  openid: string
  source: string
  /** The cloud's time, epoch ms. */
  at: number
  /** How long it ran, in ms, without waiting and loading; null while it runs. */
  ms: number | null
  /** True when an instance had to be started for it. */
  cold: boolean
  /** How long that instance took to load, in ms; null for a warm one. */
  loadMs: number | null
  /** Requests it made to the database. */
  roundTrips: number
  lines: LogLine[]
  error: string | null
}

/** What the instance gets for the SDK to send along: how the server knows which call a request belongs to. */
export type InvocationToken = string

/** The last calls, and the calls that tokens stand for. */
export class InvocationLog {
  private readonly ring: Invocation[] = []
  private readonly byToken = new Map<InvocationToken, Invocation>()
  private readonly tokens = new Map<Invocation, InvocationToken>()

  constructor(private readonly capacity = 500) {}

  /** Begins a call and gives its token. */
  begin(name: string, caller: Caller, at: number): { invocation: Invocation; token: InvocationToken } {
    const requestId = randomBytes(16).toString('hex')
    const { openid, source } = caller
    const invocation: Invocation = {
      requestId,
      name,
      openid,
      source,
      at,
      ms: null,
      cold: false,
      loadMs: null,
      roundTrips: 0,
      lines: [],
      error: null,
    }
    const token = randomBytes(24).toString('base64url')
    this.ring.push(invocation)
    this.byToken.set(token, invocation)
    this.tokens.set(invocation, token)
    if (this.ring.length > this.capacity) this.forget(this.ring.shift())
    return { invocation, token }
  }

  private forget(invocation: Invocation | undefined): void {
    if (!invocation) return
    this.byToken.delete(this.tokens.get(invocation) ?? '')
    this.tokens.delete(invocation)
  }

  /** The call a token stands for. */
  byTokenOf(token: unknown): Invocation | undefined {
    return typeof token === 'string' ? this.byToken.get(token) : undefined
  }

  /** The last calls, oldest first. */
  list(): Invocation[] {
    return [...this.ring]
  }
}
