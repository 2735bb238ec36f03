import { patience } from '@/domain/order/effects'
import type { OrderView } from '@/domain/order/present'
import type { Timestamp } from '@/domain/shared/time'

/** When an unanswered offer, to one volunteer or to the hall, comes back to the desk; null where there is none. */
export function offerEndsAt({ offer, activity }: Pick<OrderView, 'offer' | 'activity'>): Timestamp | null {
  if (!offer) return null
  const offered = [...activity].reverse().find(({ to }) => to === 'dispatched')
  // A reopened order waits as briefly as one offered by name.
  const isHall = offer.kind === 'hall' && offered?.event === 'dispatch'
  return offered ? offered.at + patience[isHall ? 'hall' : 'offer'] : null
}
