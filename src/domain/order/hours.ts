import type { Timestamp } from '../shared/time'
import type { Order } from './schema'
import type { Served, Taker } from './parts'

/** The share of the planned time that must be served for a visit to count (source: BAR.md 13). */
export const leastServed = 0.6
/** How many times the plan counts at most: where code or nod proves the visit, and on the volunteer's word alone. */
const mostServed = { proven: 3, told: 1 }

/**
 * Minutes of service from check-in to completion; 0 when too little was served, at most three times the plan
 * (a check-out forgotten until evening is no afternoon of work), and at most the plan where nothing proves it.
 */
export function servedMinutes(
  planned: number,
  { checkedInAt, proof }: Pick<Taker, 'checkedInAt' | 'proof'>,
  completedAt: Timestamp,
): number {
  if (checkedInAt === null) return 0
  const served = Math.floor((completedAt - checkedInAt) / 60_000)
  return served < planned * leastServed
    ? 0
    : Math.min(served, planned * mostServed[proof ? 'proven' : 'told'])
}

/** How long it was to take: the window asked for where that is shorter than the service usually takes. */
export const plannedMinutes = ({ service, window }: Pick<Order, 'service' | 'window'>): number =>
  window ? Math.min(service.minutes, Math.floor((window.to - window.from) / 60_000)) : service.minutes

/** The takers once their visit has ended, with what counts. */
export const withHours = (order: Order, completedAt: Timestamp): Taker[] =>
  order.takers.map((taker) => ({
    ...taker,
    completedAt: taker.checkedInAt === null ? null : Math.max(taker.checkedInAt, completedAt),
    minutes: servedMinutes(plannedMinutes(order), taker, completedAt),
  }))

/** What is kept of a visit for ever: who served, and how long. */
export const servedBy = (takers: readonly Taker[], at: Timestamp): Served[] =>
  takers.flatMap(({ userId, name, minutes }) => (minutes ? [{ userId, name, minutes, at }] : []))
