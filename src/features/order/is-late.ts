import type { OrderView } from '@/domain/order/present'
import type { Timestamp } from '@/domain/shared/time'

/** From this share of its time on an order is near due. */
const nearShare = 0.75

/** Someone should have come and been done by now, as the desk counts it. */
export const isLate = (order: Pick<OrderView, 'phase' | 'dueAt'>, now: Timestamp): boolean =>
  order.phase !== 'done' && order.dueAt < now

/** Most of the time until then is over, and nobody is there yet. */
export const isNearDue = (
  order: Pick<OrderView, 'phase' | 'status' | 'createdAt' | 'dueAt' | 'dueFrom'>,
  now: Timestamp,
): boolean => {
  const from = order.dueFrom ?? order.createdAt
  return (
    (order.phase === 'waiting' || order.phase === 'moving') &&
    order.status !== 'inService' &&
    now < order.dueAt &&
    now - from >= nearShare * (order.dueAt - from)
  )
}
