import { AppError } from '../shared/errors'
import type { Timestamp } from '../shared/time'
import type { EventContext } from './event-payloads'
import type { Named, Offer, Taker } from './parts'
import { mostLate, patience } from './patience'
import type { Order } from './schema'
import type { ClockEvent, OrderStatus } from './status'

export type Fields = Partial<Order> & { status?: OrderStatus }
export type Clocks = Order['clocks']

/** The clocks once some have stopped and others were set. */
export function clocksOf(order: Order, stopped: readonly ClockEvent[], set: Clocks = {}): Clocks {
  const running = Object.entries(order.clocks).filter(([event]) => !stopped.includes(event as ClockEvent))
  return { ...Object.fromEntries(running), ...set }
}

export const answerBy = (offer: Offer, at: Timestamp): Timestamp =>
  at + patience[offer.kind === 'hall' ? 'hall' : 'offer']

export const offered = (order: Order, offer: Offer, at: Timestamp, set: Clocks = {}): Fields => ({
  offer,
  clocks: clocksOf(order, ['advance', 'lapse', 'wake'], { lapse: answerBy(offer, at), ...set }),
})

/** `stopped`: a decision of people's also ends dispatching by itself. */
export const backToDesk = (order: Order, stopped: readonly ClockEvent[] = ['advance', 'lapse']): Fields => {
  const { dueAt, lateness } = order
  const { escalate = lateness < mostLate ? dueAt : undefined } = order.clocks
  return {
    status: 'placed',
    offer: null,
    takers: [],
    clocks: clocksOf(order, stopped, escalate === undefined ? {} : { escalate }),
  }
}

/** Nobody answered, or all said no: the next step of dispatching by itself still comes; the first of all, at once. */
export function unanswered(order: Order, at: Timestamp): Fields {
  const fields = backToDesk(order, ['lapse'])
  const isFirst = order.seriesId !== null && order.autoStep === 0 && order.clocks.advance !== undefined
  return isFirst ? { ...fields, clocks: { ...fields.clocks, advance: at } } : fields
}

export const ended = (): Fields => ({ offer: null, clocks: {} })

export const claimed = (order: Order, at: Timestamp): Fields => ({
  offer: null,
  clocks: clocksOf(order, ['advance', 'lapse'], { lapse: Math.max(at, order.dueAt) + patience.claim }),
})

export const me = ({ actor }: EventContext): Named => {
  if (!actor) throw new AppError('Forbidden')
  return { userId: actor._id, name: actor.nickname }
}

export const newTaker = (who: Named, at: Timestamp): Taker => ({
  ...who,
  acceptedAt: at,
  checkedInAt: null,
  proof: null,
  completedAt: null,
  minutes: null,
  standIn: null,
})

export const changed = (order: Order, userId: string, change: (taker: Taker) => Taker): Taker[] =>
  order.takers.map((taker) => (taker.userId === userId ? change(taker) : taker))
