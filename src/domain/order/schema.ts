import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { groupPathSchema } from '../chat/thread'
import { handbookSchema } from '../handbook/schema'
import { fileIdSchema, phoneSchema, voiceSchema } from '../shared/contact'
import { areaPathSchema } from '../shared/area'
import { monthOf, monthSchema } from '../shared/calendar'
import { idSchema } from '../shared/ids'
import { textSchema } from '../shared/text'
import { days, timestampSchema, type Timestamp } from '../shared/time'
import {
  activitySchema,
  answerSchema,
  beneficiarySchema,
  followUpSchema,
  isForWall,
  lowStars,
  offerSchema,
  orderServiceSchema,
  outboxEntrySchema,
  redirectionSchema,
  reviewSchema,
  servedSchema,
  takerSchema,
  timeWindowSchema,
  visitRatingSchema,
  type Taker,
  type TimeWindow,
} from './parts'
import { clockEvents, orderStatusSchema, phaseSchema } from './status'

/** Words are optional where a voice says it (see the contract). */
export const orderTextSchema = textSchema(0, 500)
/** Something said in a group. */
export const messageRefSchema = z.object({ groupPath: groupPathSchema, seq: z.number().int().positive() })
/** How many may be called up by one order. */
export const mostPeople = 50
/** To how many an order is offered by name, at most. */
export const mostOffered = 10

export const orderSchema = z.object({
  _id: idSchema,
  service: orderServiceSchema,
  text: orderTextSchema,
  voice: voiceSchema.nullable(),
  answers: z.array(answerSchema),
  urgent: z.boolean(),
  window: timeWindowSchema.nullable(),
  photoFileIds: z.array(fileIdSchema),
  areaPath: areaPathSchema,
  areaName: z.string(),
  /** The micro-grid of the home: its leader hears of it. */
  gridPath: areaPathSchema.nullable().default(null),
  /** The building of `areaPath`, for "similar ones in my building" and the load by building. */
  buildingPath: areaPathSchema,
  /** The community whose desk looks after it; another than the home's after a transfer. */
  communityPath: areaPathSchema,
  /** Seen from acceptance to closing by those who come, and by nobody else but its owner. */
  contact: z.object({ roomNumber: z.string(), phone: phoneSchema.nullable(), access: z.string() }),
  /** Six digits on the resident's phone: who reads them stands at the door. */
  doorCode: z.string(),
  /** How often someone has told a code at the door: it can't be guessed. */
  codeTries: z.number().int().nonnegative().default(0),
  requesterId: idSchema,
  requesterName: nicknameSchema,
  beneficiary: beneficiarySchema,
  /** Derived, for indexes: who asked, and for whom. */
  helpedIds: z.array(idSchema),
  /** Neighbours with the same trouble. */
  followerIds: z.array(idSchema),
  seriesId: idSchema.nullable(),
  status: orderStatusSchema,
  /** Derived from the status by `phaseOf`, for indexes. */
  phase: phaseSchema,
  /** Goes up by one with each event: an update names the version it was decided on. */
  version: z.number().int().nonnegative(),
  /** How many should come. */
  people: z.number().int().min(1).max(mostPeople),
  offer: offerSchema.nullable(),
  /** Those who come, in the order in which they took it; see `captainOf`. */
  takers: z.array(takerSchema),
  /** The service that counts, visit by visit: a reopened order has those of both. */
  served: z.array(servedSchema),
  servedIds: z.array(idSchema),
  /** Derived, for indexes: the month whose wall of thanks it is on; null: on none. */
  wallMonth: monthSchema.nullable().default(null),
  /** Derived, for indexes. */
  takerIds: z.array(idSchema),
  offeredIds: z.array(idSchema),
  standInIds: z.array(idSchema),
  /** Everybody whose name stands somewhere in it: it is found by them once they have to be forgotten. */
  namedIds: z.array(idSchema).default([]),
  dueAt: timestampSchema,
  /** Since when the time until then runs; null: since it was placed. */
  dueFrom: timestampSchema.nullable().default(null),
  createdAt: timestampSchema,
  completedAt: timestampSchema.nullable(),
  completion: z.object({ note: z.string(), photoFileIds: z.array(fileIdSchema) }).nullable(),
  review: reviewSchema.nullable(),
  followUp: followUpSchema.nullable(),
  /** Derived: a low rating after which nobody has asked yet. */
  needsFollowUp: z.boolean(),
  visitRatings: z.array(visitRatingSchema),
  /** What staff found when they looked into a visit that was felt unsafe; earlier looks are in the history. */
  safetyLook: followUpSchema.nullable().default(null),
  /** Derived: a visit felt unsafe that nobody has looked into yet. */
  needsSafetyLook: z.boolean().default(false),
  redirection: redirectionSchema.nullable(),
  /** The order that this one was merged into, or split from. */
  parentId: idSchema.nullable(),
  /** What was said in a group, and became this order; null: it began as an order. */
  from: messageRefSchema.nullable().default(null),
  reopenedCount: z.number().int().nonnegative(),
  /** Once late, for ever marked so: 0 in time · 1 the leader knows · 2 staff · 3 the street. */
  lateness: z.number().int().min(0).max(3),
  /** The next step of its service's `auto`. */
  autoStep: z.number().int().nonnegative(),
  activity: z.array(activitySchema),
  /** Messages not yet handed to WeChat, written in the same update as what they tell of. */
  outbox: z.array(outboxEntrySchema),
  /** The community's quiet hours when it was placed, as minutes of the day. */
  quiet: handbookSchema.shape.quiet,
  /** Messages that nobody could be reached with: they are called instead. */
  unreached: z.array(outboxEntrySchema.omit({ id: true, sendAt: true, mentionSeq: true, onBehalfOf: true })),
  hasUnreached: z.boolean(),
  /** Who has something new to read in its thread: ids of people, and `newsForDesk`. */
  newsFor: z.array(z.string()).default([]),
  /** When each of the clock's events is to happen. */
  clocks: z.partialRecord(z.enum(clockEvents), timestampSchema),
  /** Derived: the earliest of them; null: never. */
  wakeAt: timestampSchema.nullable(),
  /** For indexes: see `pageKey`. */
  createdKey: z.string(),
  dueKey: z.string(),
})
export type Order = z.infer<typeof orderSchema>
/** Stands in `newsFor` for the office, while nobody else hears what is said. */
export const newsForDesk = 'desk'

/** Can someone still come then, and not only next year? */
export const isWindowOpen = (window: TimeWindow, now: Timestamp): boolean =>
  window.to > now && window.from < now + days(90) && window.to - window.from <= days(7)

/** The fields that indexes answer from, kept in step with what they derive from. */
export const derivedFields = ({
  offer,
  takers,
  served,
  clocks,
  unreached,
  review,
  followUp,
  visitRatings,
  safetyLook,
  requesterId,
  beneficiary,
  activity,
}: Pick<
  Order,
  | 'offer'
  | 'takers'
  | 'served'
  | 'clocks'
  | 'unreached'
  | 'review'
  | 'followUp'
  | 'visitRatings'
  | 'safetyLook'
  | 'requesterId'
  | 'beneficiary'
  | 'activity'
>): Pick<
  Order,
  | 'helpedIds'
  | 'takerIds'
  | 'servedIds'
  | 'offeredIds'
  | 'standInIds'
  | 'namedIds'
  | 'wakeAt'
  | 'hasUnreached'
  | 'needsFollowUp'
  | 'needsSafetyLook'
  | 'wallMonth'
> => {
  const times = Object.values(clocks)
  const helped = [requesterId, beneficiaryIdOf({ beneficiary, requesterId })]
  const helpedIds = [...new Set(helped.filter((id) => id !== null))]
  const takerIds = takers.map(({ userId }) => userId)
  const servedIds = [...new Set(served.map(({ userId }) => userId))]
  const offeredIds = offer?.kind === 'people' ? offer.people.map(({ userId }) => userId) : []
  const standInIds = takers.flatMap(({ standIn }) => (standIn ? [standIn.userId] : []))
  const inHistory = activity.flatMap(({ by, whom, about }) => [
    ...[by, whom].filter((id) => typeof id === 'string'),
    ...(about?.kind === 'people' ? about.people.map(({ userId }) => userId) : []),
  ])
  return {
    helpedIds,
    takerIds,
    servedIds,
    offeredIds,
    standInIds,
    namedIds: [
      ...new Set([...helpedIds, ...takerIds, ...servedIds, ...offeredIds, ...standInIds, ...inHistory]),
    ],
    wakeAt: times.length > 0 ? Math.min(...times) : null,
    hasUnreached: unreached.length > 0,
    wallMonth: review && isForWall(review) ? monthOf(review.at) : null,
    needsFollowUp: review !== null && review.stars <= lowStars && followUp === null,
    needsSafetyLook: visitRatings.some(({ safety, at }) => safety === 'unsafe' && at > (safetyLook?.at ?? 0)),
  }
}

/** From when on someone who hasn't come can be said not to have come. */
export const expectedAt = ({ window, dueAt }: Pick<Order, 'window' | 'dueAt'>): Timestamp =>
  window?.from ?? dueAt

/** How many more may take it. */
export const freeSlots = ({ people, takers }: Pick<Order, 'people' | 'takers'>): number =>
  Math.max(0, people - takers.length)

/** Has come, and not gone yet. */
export const isThere = ({ checkedInAt, completedAt }: Pick<Taker, 'checkedInAt' | 'completedAt'>): boolean =>
  checkedInAt !== null && completedAt === null

/** Who leads those who come: the first of those who are there; until somebody is, the first who took it. */
export const captainOf = <T extends Pick<Taker, 'checkedInAt' | 'completedAt'>>(
  takers: readonly T[],
): T | undefined => takers.find(isThere) ?? takers[0]

/** Did they write the thanks, or are thanked with them? */
export const isOwnThanks = (userId: string, { review, takers }: Pick<Order, 'review' | 'takers'>): boolean =>
  review?.by === userId || takers.some((taker) => taker.userId === userId)

/** The others' part in it: who was helped, as a person with an account. */
export const beneficiaryIdOf = ({ beneficiary, requesterId }: Pick<Order, 'beneficiary' | 'requesterId'>) =>
  beneficiary.kind === 'self' ? requesterId : beneficiary.userId
