import { pageKey } from '../shared/paging'
import type { PersonRef } from '../shared/person'
import type { Timestamp } from '../shared/time'
import type { CaseAction } from './contract'
import {
  judgedWithin,
  mostActed,
  mostDeeds,
  mostReports,
  type CaseEvent,
  type ModerationCase,
  type ReportReason,
} from './schema'

/** Somebody does something about a case. `id`: made of the request, so that one deed stands on the trail once. */
export interface Deed {
  readonly id: string
  readonly by: PersonRef
  readonly at: Timestamp
  readonly note: string
}
/** What the clock does. */
type ClockDeed = Omit<Deed, 'by'> & { readonly by: null }

/** The author's last word, and the answer to it. */
const lastWords: readonly CaseAction[] = ['appeal', 'decide']

/** Does one thing more go onto the trail? Whatever else stands there, an appeal and its decision do. */
export const hasRoom = ({ trail }: Pick<ModerationCase, 'trail'>, action: CaseAction | 'report'): boolean =>
  trail.length < (lastWords.some((one) => one === action) ? mostDeeds : mostDeeds - lastWords.length)

const noted = (
  { trail }: Pick<ModerationCase, 'trail'>,
  event: CaseEvent,
  { id, at, by, note }: Deed | ClockDeed,
): ModerationCase['trail'] => [
  ...trail,
  // Nobody learns who reported, the trail neither.
  { id, at, by: event === 'reported' ? null : by, event, note },
]

/** It wants a decision, from now on. */
const opened = (one: ModerationCase, state: 'open' | 'appealed', at: Timestamp) =>
  ({ ...one, state, isOpen: true, openedKey: pageKey(at, one._id) }) as const

/**
 * A neighbour reports the message. What was found to be all right is looked at once more when another reports it;
 * what was acted on is not, nor what an appeal has settled. The same person twice is one report.
 */
export function reported(one: ModerationCase, deed: Deed, reason: ReportReason): ModerationCase {
  const isKnown = one.reports.some(({ by }) => by.userId === deed.by.userId)
  if (isKnown || one.reports.length >= mostReports || !hasRoom(one, 'report')) return one
  const reports = [...one.reports, { by: deed.by, reason, at: deed.at }]
  const noticed = { ...one, reports, trail: noted(one, 'reported', { ...deed, note: '' }) }
  return one.state === 'dismissed' ? opened(noticed, 'open', deed.at) : noticed
}

const acted = (one: ModerationCase, event: 'removed' | 'silenced', deed: Deed): ModerationCase => ({
  ...one,
  state: 'acted',
  isOpen: false,
  toldKey: pageKey(deed.at, one._id),
  actedIds: [...new Set([...one.actedIds, deed.by.userId])].slice(-mostActed),
  trail: noted(one, event, deed),
})

/** The message is taken away for all. */
export const removed = (one: ModerationCase, deed: Deed): ModerationCase => ({
  ...acted(one, 'removed', deed),
  isRemoved: true,
})

/** Its author pauses until then. */
export const silenced = (one: ModerationCase, deed: Deed, until: Timestamp): ModerationCase => ({
  ...acted(one, 'silenced', deed),
  silencedUntil: until,
})

/** Its author writes again before the time was over; what else was done about it stays. */
export const lifted = (one: ModerationCase, deed: Deed): ModerationCase => ({
  ...one,
  silencedUntil: null,
  trail: noted(one, 'lifted', deed),
})

/** There was nothing wrong with it. */
export const dismissed = (one: ModerationCase, deed: Deed): ModerationCase => ({
  ...one,
  state: 'dismissed',
  isOpen: false,
  trail: noted(one, 'dismissed', deed),
})

/** Its author objects; their words stand in `appeal`. Whoever is to judge has `judgedWithin` for it. */
export const appealed = (one: ModerationCase, deed: Deed): ModerationCase => ({
  ...opened(one, 'appealed', deed.at),
  wakeAt: deed.at + judgedWithin,
  appeal: { words: deed.note, at: deed.at },
  trail: noted(one, 'appealed', { ...deed, note: '' }),
})

/** What was decided stays. */
export const upheld = (one: ModerationCase, deed: Deed): ModerationCase => ({
  ...one,
  state: 'upheld',
  isOpen: false,
  wakeAt: null,
  trail: noted(one, 'upheld', deed),
})

const takenBack = (one: ModerationCase) =>
  ({ ...one, state: 'revoked', isOpen: false, isRemoved: false, silencedUntil: null, wakeAt: null }) as const

/** What was decided is taken back: the message is shown again, its author writes again. */
export const revoked = (one: ModerationCase, deed: Deed): ModerationCase => ({
  ...takenBack(one),
  trail: noted(one, 'revoked', deed),
})

/** Nobody judged the appeal in time: its author must not pay for that. */
export const lapsed = (one: ModerationCase, deed: ClockDeed): ModerationCase => ({
  ...takenBack(one),
  toldKey: pageKey(deed.at, one._id),
  trail: noted(one, 'lapsed', deed),
})
