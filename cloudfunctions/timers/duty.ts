import type { Logger } from '../_runtime/log'
import type { Store } from '../_runtime/store'

/** What a duty works with. */
export interface DutyContext {
  store: Store
  log: Logger
  /** ms since 1970 */
  now: number
}

/** How many documents a duty looks at in one query, and how often it asks again in one run. */
export const batch = { size: 100, rounds: 10 }
