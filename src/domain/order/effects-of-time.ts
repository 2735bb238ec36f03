import { AppError } from '../shared/errors'
import { minutes, type Timestamp } from '../shared/time'
import { clocksOf, offered, type Clocks, type Fields } from './effect-fields'
import type { EventPayloads } from './event-payloads'
import type { Offer } from './parts'
import { mostLate, patience } from './patience'
import type { Order } from './schema'

export function advance(order: Order, { offer, answerBy }: EventPayloads['advance'], at: Timestamp): Fields {
  if (offer && answerBy !== undefined) return askFirst(order, offer, answerBy, at)
  const step = order.service.auto[order.autoStep]
  const autoStep = order.autoStep + 1
  const next = order.service.auto[autoStep]
  // A day of a series begins its steps once those who always come have not taken it.
  const begun = order.seriesId === null ? order.createdAt : at - minutes(step?.afterMinutes ?? 0)
  const set: Clocks = next ? { advance: Math.max(at, begun + minutes(next.afterMinutes)) } : {}
  if (offer) return { status: 'dispatched', autoStep, ...offered(order, offer, at, set) }
  return { status: order.status, autoStep, clocks: clocksOf(order, ['advance'], set) }
}

/** They have until then; the service's own steps begin when it is over, or they have said no (see `unanswered`). */
const askFirst = (order: Order, offer: Offer, answerBy: Timestamp, at: Timestamp): Fields => ({
  status: 'dispatched',
  ...offered(order, offer, at, {
    lapse: answerBy,
    ...(order.service.auto.length > 0 ? { advance: answerBy } : {}),
  }),
})

/**
 * Until a time within the window asked for, that window still holds. Beyond it nobody comes then any more: the time
 * that was left when it was put off is left again when it wakes.
 */
export function defer({ window, dueAt }: Order, until: Timestamp, at: Timestamp): Fields {
  if (until <= at || until > at + patience.deferral) throw new AppError('BadInput', { where: ['until'] })
  const clocks: Clocks = { wake: until }
  if (window && until < window.to) return { offer: null, clocks }
  return { offer: null, window: null, dueFrom: until, dueAt: until + Math.max(0, dueAt - at), clocks }
}

export function escalate(order: Order, at: Timestamp): Fields {
  const lateness = Math.min(mostLate, order.lateness + 1)
  const wait = patience.escalation[lateness - 1]
  return { lateness, clocks: clocksOf(order, ['escalate'], wait ? { escalate: at + wait } : {}) }
}
