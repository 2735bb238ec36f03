import type { ActionName, Contracts, Output, ParsedInput } from '@/domain/contracts'
import type { Account } from '@/domain/account/schema'
import type { Timestamp } from '@/domain/shared/time'
import type { Logger } from './log'
import type { Store } from './store'
import type { Trips } from './trips'

/** A newcomer has no account yet; only contracts with `access: 'anyone'` let them in. */
type ActorOf<N extends ActionName> = Contracts[N]['access'] extends 'anyone' ? Account | null : Account

/** One request, parsed, with the one who makes it. */
export interface Call<N extends ActionName> {
  readonly input: ParsedInput<N>
  readonly requestId: string
  readonly actor: ActorOf<N>
  /** WeChat's own id of the caller. It never leaves the server. */
  readonly openid: string
  readonly now: Timestamp
  readonly store: Store
  readonly trips: Trips
  readonly log: Logger
}

/** What is known of a request before its caller is. */
export type Ask<N extends ActionName> = Pick<Call<N>, 'input' | 'requestId' | 'openid' | 'store' | 'now'>

/**
 * How an action is served: `fetch` reads what needs no knowledge of the caller, while the caller is being looked
 * up; `load` finds what the action is about, `allow` is its policy, `handle` does it. Each throws AppError;
 * `allow` answers false for "forbidden".
 */
export interface Action<N extends ActionName, Subject, Fetched> {
  fetch?(ask: Ask<N>): Promise<Fetched>
  load(call: Call<N>, fetched: Fetched): Promise<Subject>
  allow(actor: ActorOf<N>, subject: Subject, input: ParsedInput<N>): boolean
  handle(call: Call<N>, subject: Subject): Promise<Output<N>>
}

/** An action whose subject only it knows. */
export interface Served<N extends ActionName> {
  prepare(ask: Ask<N>): Promise<(call: Call<N>) => Promise<Output<N>>>
}
