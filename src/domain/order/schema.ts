import * as z from 'zod'
import { nicknameSchema } from '../account/schema'
import { areaPathSchema } from '../shared/area'
import { idSchema } from '../shared/ids'
import { textSchema } from '../shared/text'
import { days, timestampSchema, type Timestamp } from '../shared/time'
import { responseTime, serviceSchema, type Service } from './services'

/**
 * Where an order stands. placed 待派单 · dispatched 已派单 (offered) · accepted 已接单 · inService 服务中 ·
 * completed 待评价 · reviewed 已评价 · closed 到期自动结单 · cancelled 已取消.
 */
export const orderStatuses = [
  'placed',
  'dispatched',
  'accepted',
  'inService',
  'completed',
  'reviewed',
  'closed',
  'cancelled',
] as const
export const orderStatusSchema = z.enum(orderStatuses)
export type OrderStatus = z.infer<typeof orderStatusSchema>

/** Where an order lies on the desk: waiting for the office · on its way · done. */
export const phaseSchema = z.enum(['waiting', 'moving', 'done'])
export type Phase = z.infer<typeof phaseSchema>

/** Every status is of one phase; lists ask for the phase, so that a new status finds its column by itself. */
export const phaseOf: Readonly<Record<OrderStatus, Phase>> = {
  placed: 'waiting',
  dispatched: 'moving',
  accepted: 'moving',
  inService: 'moving',
  completed: 'done',
  reviewed: 'done',
  closed: 'done',
  cancelled: 'done',
}

/** What can happen to an order after it was placed. The last two are the clock's. */
export const orderEvents = [
  'dispatch',
  'accept',
  'decline',
  'withdraw',
  'release',
  'checkIn',
  'complete',
  'review',
  'reopen',
  'cancel',
  'lapse',
  'expire',
] as const
export const orderEventSchema = z.enum(orderEvents)
export type OrderEvent = z.infer<typeof orderEventSchema>

/** To whom an order is dispatched: one volunteer, or the hall, where any volunteer of the community may take it. */
export const offerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hall') }),
  z.object({ kind: z.literal('person'), volunteerId: idSchema, volunteerName: nicknameSchema }),
])
export type Offer = z.infer<typeof offerSchema>

/** When help is wanted; null means as soon as possible. */
export const timeWindowSchema = z
  .object({ from: timestampSchema, to: timestampSchema })
  .refine((window) => window.from < window.to)
export type TimeWindow = z.infer<typeof timeWindowSchema>

/** Can someone still come then, and not only next year? */
export const isWindowOpen = (window: TimeWindow, now: Timestamp): boolean =>
  window.to > now && window.from < now + days(90) && window.to - window.from <= days(7)

export const reviewTags = ['onTime', 'kind', 'skilled', 'patient', 'tidy'] as const
export const reviewSchema = z.object({
  stars: z.number().int().min(1).max(5),
  tags: z.array(z.enum(reviewTags)).refine((tags) => new Set(tags).size === tags.length),
  words: textSchema(0, 300),
  at: timestampSchema,
})
export type Review = z.infer<typeof reviewSchema>

/** One line of an order's history: what happened, by whom, when, and what they said. */
export const activitySchema = z.object({
  event: z.enum(['create', ...orderEvents]),
  from: orderStatusSchema.nullable(),
  to: orderStatusSchema,
  /** null: the clock. */
  by: idSchema.nullable(),
  byName: z.string(),
  at: timestampSchema,
  note: z.string(),
  requestId: z.string(),
})
export type Activity = z.infer<typeof activitySchema>

/** A moment that someone is told of, even with the app closed. */
export const momentSchema = z.enum(['offered', 'accepted', 'completed', 'released', 'cancelled', 'closed'])
export type Moment = z.infer<typeof momentSchema>
export const outboxEntrySchema = z.object({
  id: z.string(),
  to: idSchema,
  moment: momentSchema,
  at: timestampSchema,
})
export type OutboxEntry = z.infer<typeof outboxEntrySchema>

export const fileIdSchema = z.string().regex(/^cloud:\/\/\S{1,300}$/)
export const orderTextSchema = textSchema(2, 500)
export const phoneSchema = z.string().regex(/^1[3-9]\d{9}$/)

export const orderSchema = z.object({
  _id: idSchema,
  service: serviceSchema,
  text: orderTextSchema,
  urgent: z.boolean(),
  window: timeWindowSchema.nullable(),
  photoFileIds: z.array(fileIdSchema),
  areaPath: areaPathSchema,
  areaName: z.string(),
  communityPath: areaPathSchema,
  /** Seen from acceptance to closing by the one who comes, and by nobody else but its owner. */
  contact: z.object({ roomNumber: z.string(), phone: z.string().nullable() }),
  requesterId: idSchema,
  requesterName: nicknameSchema,
  status: orderStatusSchema,
  /** Derived from the status by `phaseOf`, for indexes. */
  phase: phaseSchema,
  /** Goes up by one with each event: an update names the version it was decided on. */
  version: z.number().int().nonnegative(),
  offer: offerSchema.nullable(),
  assigneeId: idSchema.nullable(),
  assigneeName: nicknameSchema.nullable(),
  dueAt: timestampSchema,
  createdAt: timestampSchema,
  checkedInAt: timestampSchema.nullable(),
  completedAt: timestampSchema.nullable(),
  completion: z.object({ note: z.string(), photoFileIds: z.array(fileIdSchema) }).nullable(),
  review: reviewSchema.nullable(),
  reopenedCount: z.number().int().nonnegative(),
  activity: z.array(activitySchema),
  /** Messages not yet handed to WeChat, written in the same update as what they tell of. */
  outbox: z.array(outboxEntrySchema),
  hasOutbox: z.boolean(),
  /** When the clock is next to look at it; null: never. */
  wakeAt: timestampSchema.nullable(),
  /** For indexes: see `pageKey`. */
  createdKey: z.string(),
  dueKey: z.string(),
})
export type Order = z.infer<typeof orderSchema>

/** By when someone should have come: the end of the window asked for, else the service's response time. */
export const dueAtOf = (
  order: { service: Service; urgent: boolean; window: TimeWindow | null },
  createdAt: Timestamp,
): Timestamp => order.window?.to ?? createdAt + responseTime[order.service][order.urgent ? 'urgent' : 'usual']
