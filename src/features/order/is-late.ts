import type { OrderView } from '@/domain/order/present'
import type { Timestamp } from '@/domain/shared/time'

/** Someone should have come and been done by now, as the desk counts it. */
export const isLate = (order: Pick<OrderView, 'phase' | 'dueAt'>, now: Timestamp): boolean =>
  order.phase !== 'done' && order.dueAt < now
