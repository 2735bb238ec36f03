import type { Timestamp } from '@/domain/shared/time'
import type { Logger } from './log'
import type { Store } from './store'
import type { Trips } from './trips'

/** unreachable: WeChat could not load the file. */
export type MediaVerdict = 'passed' | 'risky' | 'unreachable'

/** What WeChat's verdict on a picture or a voice is carried out with. */
export interface VerdictContext {
  readonly store: Store
  readonly trips: Trips
  readonly log: Logger
  readonly now: Timestamp
}
