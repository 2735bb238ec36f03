import type { OrderView } from '@/domain/order/present'
import type { OrderStatus } from '@/domain/order/schema'
import type { Timestamp } from '@/domain/shared/time'
import { stepNames } from '@/copy/order'

export interface Step {
  name: string
  /** done: it happened · current: what we wait for · ahead: later. */
  state: 'done' | 'current' | 'ahead'
  /** When it happened, as far as this person may know. */
  at: Timestamp | null
}

/** How many of the five steps have happened; null: the path was left. */
const reached = {
  placed: 1,
  dispatched: 2,
  accepted: 3,
  inService: 4,
  completed: 4,
  reviewed: 5,
  closed: 5,
  cancelled: null,
} as const satisfies Record<OrderStatus, number | null>

/** The path of an order as five steps; none for one that was cancelled. */
export function stepsOf(order: OrderView): Step[] {
  const count = reached[order.status]
  if (count === null) return []
  const lastTo = (event: 'dispatch' | 'reopen' | 'accept'): Timestamp | null =>
    order.activity.filter((line) => line.event === event).pop()?.at ?? null
  const times = [
    order.createdAt,
    Math.max(lastTo('dispatch') ?? 0, lastTo('reopen') ?? 0) || null,
    lastTo('accept'),
    order.checkedInAt,
    order.review?.at ?? null,
  ]
  return stepNames.map((name, index) => ({
    name,
    state: index < count ? 'done' : index === count ? 'current' : 'ahead',
    at: index < count ? (times[index] ?? null) : null,
  }))
}
