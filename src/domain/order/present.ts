import * as z from 'zod'
import type { Actor } from '../account/policy'
import { canReadGroup, canReadThread, newsKeysOf, threadClosesAt } from '../chat/policy'
import { timestampSchema, type Timestamp } from '../shared/time'
import { creditedEach } from './hours'
import {
  activitySchema,
  followUpSchema,
  namedSchema,
  takerSchema,
  visitRatingSchema,
  type About,
} from './parts'
import {
  allowedActions,
  can,
  canCall,
  canViewContact,
  canViewDoorCode,
  canViewInternal,
  canViewRequester,
  canViewWords,
} from './policy'
import { expectedAt, orderSchema, type Order } from './schema'
import { orderEventSchema, type OrderEvent } from './status'

/** What all who may see an order see of it alike. */
const shared = {
  _id: true,
  urgent: true,
  window: true,
  areaPath: true,
  areaName: true,
  communityPath: true,
  seriesId: true,
  status: true,
  phase: true,
  version: true,
  people: true,
  offer: true,
  dueAt: true,
  dueFrom: true,
  createdAt: true,
  completedAt: true,
  redirection: true,
  parentId: true,
  reopenedCount: true,
  lateness: true,
} as const

/** An order as one person may see it, with what that person may do to it. */
export const orderViewSchema = orderSchema.pick(shared).extend({
  service: orderSchema.shape.service.omit({ auto: true }),
  /** Empty where only its existence may be known. */
  text: z.string(),
  voice: orderSchema.shape.voice,
  answers: orderSchema.shape.answers,
  photoFileIds: orderSchema.shape.photoFileIds,
  completion: orderSchema.shape.completion,
  review: orderSchema.shape.review,
  /** When what was put off comes back to the desk. */
  deferredUntil: timestampSchema.nullable().default(null),
  /** By when an offer wants an answer. */
  answerBy: timestampSchema.nullable(),
  takers: z.array(takerSchema),
  followerCount: z.number().int(),
  requesterName: z.string().nullable(),
  beneficiary: orderSchema.shape.beneficiary.nullable(),
  isMine: z.boolean(),
  isFollowed: z.boolean(),
  contact: orderSchema.shape.contact.nullable(),
  doorCode: z.string().nullable(),
  /** Who could not be reached by message, for those who may call them; '' where the order knows no name. */
  unreached: z.array(orderSchema.shape.unreached.element.extend({ name: z.string() })),
  /** May I see the phone that it was placed with, to call there? (`order.phone`) */
  mayCall: z.boolean(),
  followUp: followUpSchema.nullable(),
  visitRatings: z.array(visitRatingSchema),
  safetyLook: followUpSchema.nullable().default(null),
  /** Minutes that count for those who served; who doesn't know the whole order sees those who are there now. */
  credited: z.array(namedSchema.extend({ minutes: z.number().int(), isCorrected: z.boolean() })).default([]),
  /** The message it was made of, for those who read there too. */
  from: orderSchema.shape.from,
  /** The order's thread, for those in it: when it closes (null: not yet known), and whether something is new. */
  thread: z.object({ closesAt: timestampSchema.nullable(), hasNews: z.boolean() }).nullable().default(null),
  activity: z.array(activitySchema.omit({ requestId: true, by: true, whom: true })),
  allowedActions: z.array(orderEventSchema),
})
export type OrderView = z.infer<typeof orderViewSchema>

const sharedSchema = orderSchema.pick(shared)

/** What `actor` may see of `order`; the caller has asked `canView` before. */
export function presentOrder(actor: Actor, order: Order): OrderView {
  const knowsRequester = canViewRequester(actor, order)
  const knowsWords = canViewWords(actor, order)
  const knowsInternal = canViewInternal(actor, order)
  const { auto: _auto, ...service } = order.service
  // Whoever comes has no need to wait with those who asked.
  const isTaker = order.takers.some(({ userId }) => userId === actor._id)
  const lines = order.activity.filter((line) => knowsInternal || !line.isInternal)
  return {
    ...sharedSchema.parse(order),
    service,
    text: knowsWords ? order.text : '',
    voice: knowsWords ? order.voice : null,
    answers: knowsWords ? order.answers : [],
    photoFileIds: knowsWords ? order.photoFileIds : [],
    completion: knowsWords ? order.completion : null,
    review: knowsWords ? order.review : null,
    deferredUntil: order.status === 'deferred' ? (order.clocks.wake ?? null) : null,
    answerBy: order.offer ? (order.clocks.lapse ?? null) : null,
    takers: order.takers,
    followerCount: order.followerIds.length,
    requesterName: knowsRequester ? order.requesterName : null,
    beneficiary: knowsRequester ? order.beneficiary : null,
    isMine: order.requesterId === actor._id,
    isFollowed: order.followerIds.includes(actor._id),
    contact: canViewContact(actor, order) ? order.contact : null,
    doorCode: canViewDoorCode(actor, order) ? order.doorCode : null,
    unreached: can(actor, 'callBack', order)
      ? order.unreached.map((missed) => ({ ...missed, name: nameIn(order, missed.to) }))
      : [],
    mayCall: order.contact.phone !== null && canCall(actor, order),
    followUp: knowsInternal ? order.followUp : null,
    visitRatings: knowsInternal ? order.visitRatings : [],
    safetyLook: knowsInternal ? order.safetyLook : null,
    credited: creditedEach(order).filter(
      ({ userId }) => knowsRequester || order.takers.some((taker) => taker.userId === userId),
    ),
    from: knowsWords && order.from && canReadGroup(actor, order.from.groupPath) ? order.from : null,
    thread: canReadThread(actor, order)
      ? {
          closesAt: threadClosesAt(order),
          hasNews: newsKeysOf(actor, order).some((key) => order.newsFor.includes(key)),
        }
      : null,
    activity: knowsRequester
      ? lines.map(({ requestId: _requestId, by: _by, whom: _whom, about, ...line }) => ({
          ...line,
          ...(about ? { about: knowsInternal ? about : unnamed(about) } : {}),
        }))
      : [],
    allowedActions: allowedActions(actor, order).filter((event) => event !== 'follow' || !isTaker),
  }
}

/** As those read it who need not know whom the office asked, and who did not come. */
const unnamed = (about: About): About => (about.kind === 'people' ? { kind: 'people', people: [] } : about)

/** What someone with a part in the order is called; '' where it does not say. */
function nameIn(order: Order, userId: string): string {
  const { beneficiary, requesterId, requesterName, takers, offer, activity } = order
  const named = [
    { userId: requesterId, name: requesterName },
    ...(beneficiary.kind === 'other' ? [beneficiary] : []),
    ...takers,
    ...(offer?.kind === 'people' ? offer.people : []),
    ...activity.map(({ by, byName }) => ({ userId: by, name: byName })),
  ]
  return named.find((one) => one.userId === userId)?.name ?? ''
}

/** What the server allows, but for what it is too early to say. */
export const timelyActions = (
  order: Pick<OrderView, 'allowedActions' | 'window' | 'dueAt'>,
  now: Timestamp,
): OrderEvent[] => order.allowedActions.filter((event) => event !== 'noShow' || now >= expectedAt(order))
