import { clockEvents, type ClockEvent, type OrderEvent } from '@/domain/order/status'

/** The events that someone's tap makes happen. */
export type TapEvent = Exclude<OrderEvent, ClockEvent>

/** What someone most likely came for, first; the rest waits under "more". */
const mainEvents = [
  'accept',
  'takeOver',
  'checkIn',
  'complete',
  'checkOut',
  'closeRoster',
  'nod',
  'review',
  'dispatch',
  'lookInto',
  'followUp',
  'callBack',
] as const satisfies TapEvent[]

const isTap = (event: OrderEvent): event is TapEvent => !clockEvents.some((clock) => clock === event)

/** The one next thing and the rest, of what the server allows; that they are enough is for those who come to say. */
export function splitEvents(allowed: readonly OrderEvent[]): { main: TapEvent | null; others: TapEvent[] } {
  const main =
    mainEvents.find(
      (event) => allowed.includes(event) && (event !== 'closeRoster' || allowed.includes('release')),
    ) ?? null
  return { main, others: allowed.filter(isTap).filter((event) => event !== main) }
}
