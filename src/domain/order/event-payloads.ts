import type { Actor } from '../account/policy'
import type { AreaPath } from '../shared/area'
import type { Timestamp } from '../shared/time'
import type { Named, Offer, Redirection, Review, VisitSafety } from './parts'

/** What must come with an event, beside who and when. */
export interface EventPayloads {
  dispatch: { offer: Offer }
  withdraw: { note: string }
  closeRoster: object
  defer: { until: Timestamp; note: string }
  resume: object
  redirect: { redirection: Redirection; note: string }
  /** `name`: what the community is called. */
  transfer: { communityPath: AreaPath; name: string; note: string }
  split: { note: string }
  merge: { intoId: string; note: string }
  noShow: { userId: string; note: string }
  accept: object
  decline: { note: string }
  release: { note: string }
  proposeStandIn: { standIn: Named }
  takeOver: object
  declineStandIn: object
  /** `happenedAt`: when a phone without network saw it happen. */
  checkIn: { code: string | null; happenedAt: Timestamp | null }
  /** Goes before the others do; words and pictures, where they thought that they were the last. */
  checkOut: { note: string; photoFileIds: string[]; happenedAt: Timestamp | null }
  complete: { note: string; photoFileIds: string[]; happenedAt: Timestamp | null }
  /** By the office, where those who are there can't say so. `note`: why; `happenedAt`: when it ended, as they say. */
  completeFor: { note: string; happenedAt: Timestamp | null }
  rateVisit: { safety: VisitSafety; note: string }
  nod: object
  review: Omit<Review, 'at' | 'by'>
  /** `doorCode`: another one, since those who were there know the first. */
  reopen: { note: string; doorCode: string }
  cancel: { note: string }
  follow: object
  followUp: { finding: string }
  /** `note`: what they found. */
  lookInto: { note: string }
  /** `note`: why; '' only where their own thanks need no reason. */
  takeOffWall: { note: string }
  /** `minutes`: what shall count for them in all. */
  correctHours: { userId: string; minutes: number; note: string }
  callBack: { userId: string; note: string }
  remark: { note: string; isInternal: boolean }
  /** The offer of the next step; null where nobody fits it. With `answerBy` no step: who always comes is asked first. */
  advance: { offer: Offer | null; answerBy?: Timestamp }
  wake: object
  lapse: object
  escalate: object
  expire: object
}

/** The moment of an event, the one who makes it happen (null: the clock), and the request it came with. */
export interface EventContext {
  actor: Pick<Actor, '_id' | 'nickname'> | null
  at: Timestamp
  requestId: string
}
