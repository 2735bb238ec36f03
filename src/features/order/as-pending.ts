import type { OrderView } from '@/domain/order/present'
import { isThere } from '@/domain/order/schema'
import type { OrderEvent } from '@/domain/order/status'
import type { PendingEvent } from './pending-events'

/** What can't be done any more once someone is at the door. */
const beforeArrival: readonly OrderEvent[] = ['checkIn', 'proposeStandIn', 'release']

/**
 * An order as it will stand once what this phone has kept is sent: who has checked in may go on to complete, or,
 * where others came first, to go home before them.
 */
export function asPending(order: OrderView, events: readonly PendingEvent[]): OrderView {
  return events
    .filter(({ input, state }) => input.orderId === order._id && state === 'kept')
    .reduce<OrderView>((shown, { event }) => {
      if (event !== 'checkIn') return { ...shown, allowedActions: [] }
      if (!shown.allowedActions.includes('checkIn')) return shown
      const left = shown.allowedActions.filter((action) => !beforeArrival.includes(action))
      const next = shown.takers.some(isThere) ? 'checkOut' : 'complete'
      return { ...shown, status: 'inService', allowedActions: [...left, next] }
    }, order)
}
