import { patience } from '@/domain/order/effects'
import type { OrderView } from '@/domain/order/present'
import type { Timestamp } from '@/domain/shared/time'

/** When the offer to me goes back to the office; null where it is none, or where its history is not shown. */
export function offerEndsAt(order: Pick<OrderView, 'offer' | 'activity'>): Timestamp | null {
  if (order.offer?.kind !== 'person') return null
  const offered = [...order.activity].reverse().find(({ to }) => to === 'dispatched')
  return offered ? offered.at + patience.offer : null
}
