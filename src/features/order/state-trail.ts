import type { OrderView } from '@/domain/order/present'
import type { OrderEvent, OrderStatus } from '@/domain/order/status'
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
  deferred: 1,
  dispatched: 2,
  accepted: 3,
  inService: 4,
  completed: 4,
  reviewed: 5,
  closed: 5,
  cancelled: null,
  redirected: null,
  merged: null,
} as const satisfies Record<OrderStatus, number | null>

/** The path of an order as five steps; none for one that has left it. */
export function stepsOf(order: OrderView): Step[] {
  const count = reached[order.status]
  if (count === null) return []
  const lastOf = (...events: OrderEvent[]): Timestamp | null =>
    order.activity.filter((line) => events.some((event) => event === line.event)).pop()?.at ?? null
  const arrived = order.takers.flatMap(({ checkedInAt }) => (checkedInAt === null ? [] : [checkedInAt]))
  const times = [
    order.createdAt,
    lastOf('dispatch', 'advance', 'reopen'),
    lastOf('accept', 'takeOver'),
    arrived.length > 0 ? Math.min(...arrived) : null,
    order.review?.at ?? null,
  ]
  return stepNames.map((name, index) => ({
    name,
    state: index < count ? 'done' : index === count ? 'current' : 'ahead',
    at: index < count ? (times[index] ?? null) : null,
  }))
}
