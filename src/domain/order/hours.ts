import { AppError } from '../shared/errors'
import type { Timestamp } from '../shared/time'
import type { Order } from './schema'
import type { Named, Served, Taker } from './parts'

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
export const plannedMinutes = ({
  service,
  window,
}: Pick<Order, 'window'> & { service: Pick<Order['service'], 'minutes'> }): number =>
  window ? Math.min(service.minutes, Math.floor((window.to - window.from) / 60_000)) : service.minutes

/** A taker once their visit has ended, with what counts; who had gone before keeps what they have. */
export const withHours = (
  order: Pick<Order, 'service' | 'window'>,
  taker: Taker,
  completedAt: Timestamp,
): Taker =>
  taker.completedAt === null
    ? {
        ...taker,
        completedAt: taker.checkedInAt === null ? null : Math.max(taker.checkedInAt, completedAt),
        minutes: servedMinutes(plannedMinutes(order), taker, completedAt),
      }
    : taker

/** What is kept for ever of those whose visit has just ended: who served, and how long. */
export const servedSince = (before: readonly Taker[], after: readonly Taker[]): Served[] =>
  after.flatMap(({ userId, name, minutes, completedAt: at }, index) =>
    minutes && at !== null && before[index]?.completedAt === null
      ? [{ userId, name, kind: 'visit', minutes, reason: '', at }]
      : [],
  )

/** As much of an order as the ledger of its hours. */
type Ledger = Pick<Order, 'served'>

/**
 * They had gone before it ended for the others, as their phone tells afterwards: their visit ends then, and what was
 * counted beyond that is taken off again. Where staff have said what it counts for, that stands.
 */
export function goneBefore(
  order: Order,
  taker: Taker,
  { goneAt, at }: { goneAt: Timestamp; at: Timestamp },
): { taker: Taker; lines: Served[] } {
  const { userId, name, acceptedAt, completedAt } = taker
  const isSettled = order.served.some(
    (line) => line.userId === userId && line.at >= acceptedAt && isByStaff(line),
  )
  if (isSettled || completedAt === null || goneAt >= completedAt) return { taker, lines: [] }
  const gone = withHours(order, { ...taker, completedAt: null }, goneAt)
  const minutes = (gone.minutes ?? 0) - (taker.minutes ?? 0)
  const lines = [{ userId, name, kind: 'correction', minutes, reason: '', at } as const]
  return { taker: gone, lines: minutes === 0 ? [] : lines }
}

/** Staff say why; what a phone told later has no reason. */
export const isByStaff = ({ kind, reason }: Pick<Served, 'kind' | 'reason'>): boolean =>
  kind === 'correction' && reason !== ''

/** Minutes that count for one who served: visits and corrections together, never below 0. */
export const creditedMinutes = ({ served }: Ledger, userId: string): number =>
  Math.max(
    0,
    served.reduce((sum, line) => (line.userId === userId ? sum + line.minutes : sum), 0),
  )

/** What counts for one who served, in minutes, and whether staff had a hand in it. */
export interface Credited extends Named {
  minutes: number
  isCorrected: boolean
}

/**
 * Everyone who was there, each once and by the name of their last visit; also those whose visit was too short to
 * count: the office may know better.
 */
export function creditedEach({ served, takers }: Pick<Order, 'served' | 'takers'>): Credited[] {
  const present = takers.filter(({ completedAt }) => completedAt !== null)
  const names = new Map([...served, ...present].map(({ userId, name }) => [userId, name]))
  return [...names].map(([userId, name]) => ({
    userId,
    name,
    minutes: creditedMinutes({ served }, userId),
    isCorrected: served.some((line) => line.userId === userId && isByStaff(line)),
  }))
}

/** Minutes that count for all who served together. */
export const creditedInAll = ({ served }: Ledger): number =>
  creditedEach({ served, takers: [] }).reduce((sum, { minutes }) => sum + minutes, 0)

/** The most that one order may count for, for one person: a day and a night. */
export const mostCredited = 1440

/**
 * The line that makes someone's hours come to `minutes`.
 * @throws AppError BadInput for one who was not there, and where nothing would change
 */
export function correctionOf(
  order: Pick<Order, 'served' | 'takers'>,
  { userId, minutes, reason }: { userId: string; minutes: number; reason: string },
  at: Timestamp,
): Served {
  const who = creditedEach(order).find((one) => one.userId === userId)
  if (!who) throw new AppError('BadInput', { where: ['userId'] })
  if (minutes === who.minutes) throw new AppError('BadInput', { where: ['minutes'] })
  return { userId, name: who.name, kind: 'correction', minutes: minutes - who.minutes, reason, at }
}
