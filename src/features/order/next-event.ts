import type { OrderEvent } from '@/domain/order/schema'
import type { TapEvent } from './use-order-event'

/** What someone most likely came for, first; the rest waits under "more". */
const mainEvents = ['accept', 'checkIn', 'complete', 'review', 'dispatch'] as const satisfies TapEvent[]

const isTap = (event: OrderEvent): event is TapEvent => event !== 'lapse' && event !== 'expire'

/** The one next thing and the rest, of what the server allows. */
export function splitEvents(allowed: readonly OrderEvent[]): { main: TapEvent | null; others: TapEvent[] } {
  const main = mainEvents.find((event) => allowed.includes(event)) ?? null
  return { main, others: allowed.filter(isTap).filter((event) => event !== main) }
}
