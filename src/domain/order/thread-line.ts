import type { Activity } from './parts'
import type { Order } from './schema'
import type { OrderEvent, OrderStatus } from './status'

/** What those in an order's thread should not have to look for in its history. */
export const toldEvents = [
  'accept',
  'takeOver',
  'release',
  'noShow',
  'withdraw',
  'lapse',
  'checkIn',
  'checkOut',
  'complete',
  'completeFor',
  'reopen',
  'defer',
  'wake',
  'resume',
  'merge',
  'correctHours',
  'cancel',
] as const satisfies readonly OrderEvent[]
export type ToldEvent = (typeof toldEvents)[number]

const isToldEvent = (event: string): event is ToldEvent => toldEvents.some((one) => one === event)

/** What the office does as the office, whoever sat at its desk. */
const ofTheOffice: readonly OrderEvent[] = [
  'withdraw',
  'defer',
  'resume',
  'merge',
  'correctHours',
  'completeFor',
]

/**
 * Nobody was coming yet: then an offer taken back, or not answered, is the office's business. And what a phone tells
 * of a visit that is over already.
 */
const concernsNobody = (event: string, from: OrderStatus | null): boolean =>
  ((event === 'withdraw' || event === 'lapse') && from === 'dispatched') ||
  ((event === 'checkIn' || event === 'checkOut' || event === 'complete') && from === 'completed')

/** Is this event, from this status, worth a line in the thread? */
export const isTold = (event: Activity['event'], from: OrderStatus | null): event is ToldEvent =>
  isToldEvent(event) && !concernsNobody(event, from)

/** The line that the house writes into the thread for a line of the history: the event, and whose it is; null: none. */
export function threadLineOf(
  { activity }: Pick<Order, 'activity'>,
  line: Activity,
): { event: ToldEvent; name: string } | null {
  const { event, from, by, byName, whom } = line
  if (!isTold(event, from)) return null
  if (ofTheOffice.includes(event)) return { event, name: '' }
  if (event !== 'noShow') return { event, name: by === null ? '' : byName }
  const missed = activity.find((one) => one.by === whom && one.byName !== '')
  return { event, name: missed?.byName ?? '' }
}
