import * as z from 'zod'

/**
 * Where an order stands. placed 待派单 · deferred 延后 · dispatched 已派单 (offered) · accepted 已接单 ·
 * inService 服务中 · completed 待评价 · reviewed 已评价 · closed 到期自动结单 · cancelled 已取消 ·
 * redirected 已转交 (someone else's job) · merged 已合并 (into another order).
 */
export const orderStatuses = [
  'placed',
  'deferred',
  'dispatched',
  'accepted',
  'inService',
  'completed',
  'reviewed',
  'closed',
  'cancelled',
  'redirected',
  'merged',
] as const
export const orderStatusSchema = z.enum(orderStatuses)
export type OrderStatus = z.infer<typeof orderStatusSchema>

/** Where an order lies on the desk: waiting for the office · put off to a date · on its way · done. */
export const phases = ['waiting', 'later', 'moving', 'done'] as const
export const phaseSchema = z.enum(phases)
export type Phase = z.infer<typeof phaseSchema>

/** Every status is of one phase; lists ask for the phase, so that a new status finds its column by itself. */
export const phaseOf: Readonly<Record<OrderStatus, Phase>> = {
  placed: 'waiting',
  deferred: 'later',
  dispatched: 'moving',
  accepted: 'moving',
  inService: 'moving',
  completed: 'done',
  reviewed: 'done',
  closed: 'done',
  cancelled: 'done',
  redirected: 'done',
  merged: 'done',
}

/** What people can make happen to an order after it was placed. */
export const humanEvents = [
  // 派单
  'dispatch',
  'withdraw',
  'closeRoster',
  'defer',
  'resume',
  'redirect',
  'transfer',
  'split',
  'merge',
  'noShow',
  // 接单
  'accept',
  'decline',
  'release',
  'proposeStandIn',
  'takeOver',
  'declineStandIn',
  'checkIn',
  'checkOut',
  'complete',
  'completeFor',
  'rateVisit',
  // 点单 and 评单
  'nod',
  'review',
  'reopen',
  'cancel',
  'follow',
  'followUp',
  'lookInto',
  'takeOffWall',
  'correctHours',
  'callBack',
  'remark',
] as const

/** What the clock makes happen when its time has come (see `clocks` of an order). */
export const clockEvents = ['advance', 'wake', 'lapse', 'escalate', 'expire'] as const
export type ClockEvent = (typeof clockEvents)[number]

/** What WeChat's check of pictures and voices makes happen: one is taken out, and the order stands where it stood. */
export const refusalEvents = ['refusePhoto', 'refuseVoice'] as const

export const orderEvents = [...humanEvents, ...clockEvents] as const
export const orderEventSchema = z.enum(orderEvents)
export type OrderEvent = z.infer<typeof orderEventSchema>

/** Someone came and helped, whether or not it was rated. */
export const isDone = (status: OrderStatus): boolean =>
  status === 'completed' || status === 'reviewed' || status === 'closed'
