import { momentsOf, type Period } from '../numbers/period'
import type { Served } from '../order/parts'
import type { Order } from '../order/schema'
import { ancestorAt, type AreaPath } from '../shared/area'
import type { Timestamp } from '../shared/time'

/** What is looked at of an order. */
export type ServedOrder = Pick<Order, 'served' | 'service' | 'communityPath'>

/** A visit with the minutes that count for it, and the moment at which it ended. */
export interface Visit {
  at: Timestamp
  minutes: number
}

/** What was served: in all, and by service. Minutes are whole, and rows add up to the total. */
export interface Tally {
  minutes: number
  visits: number
  rows: { name: string; visits: number; minutes: number }[]
}

/**
 * Someone's visits to one order, corrections included. A correction changes the last visit before it; what it takes
 * away beyond that, the one before. So every minute counts on one day, and days add up to what the order's ledger
 * comes to (`creditedMinutes` of `order/hours.ts`).
 */
export function visitsOf(served: readonly Served[], userId: string): Visit[] {
  const visits: Visit[] = []
  for (const line of served) {
    if (line.userId !== userId) continue
    if (line.kind === 'visit') visits.push({ at: line.at, minutes: line.minutes })
    else correct(visits, line.minutes)
  }
  return visits.filter(({ minutes }) => minutes > 0)
}

function correct(visits: Visit[], difference: number): void {
  let left = difference
  for (const visit of [...visits].reverse()) {
    const before = visit.minutes
    visit.minutes = Math.max(0, before + left)
    left -= visit.minutes - before
    if (left === 0) return
  }
}

/** What someone served in a period for each community, by the community's path. */
export function tallies(
  orders: readonly ServedOrder[],
  userId: string,
  period: Period,
): ReadonlyMap<AreaPath, Tally> {
  const { start, end } = momentsOf(period)
  const found = new Map<AreaPath, Tally>()
  for (const { served, service, communityPath } of orders) {
    const visits = visitsOf(served, userId).filter(({ at }) => at >= start && at < end)
    if (visits.length === 0) continue
    const tally = found.get(communityPath) ?? { minutes: 0, visits: 0, rows: [] }
    found.set(communityPath, withVisits(tally, service.name, visits))
  }
  for (const tally of found.values()) tally.rows.sort((a, b) => b.minutes - a.minutes)
  return found
}

function withVisits(tally: Tally, name: string, visits: readonly Visit[]): Tally {
  const minutes = visits.reduce((sum, visit) => sum + visit.minutes, 0)
  const row = tally.rows.find((one) => one.name === name)
  const rows = row ? tally.rows : [...tally.rows, { name, visits: visits.length, minutes }]
  if (row) Object.assign(row, { visits: row.visits + visits.length, minutes: row.minutes + minutes })
  return { minutes: tally.minutes + minutes, visits: tally.visits + visits.length, rows }
}

export const noService: Tally = { minutes: 0, visits: 0, rows: [] }

/** The community that most of the service was for; null where there was none. */
export const mostServed = (found: ReadonlyMap<AreaPath, Tally>): AreaPath | null =>
  [...found].sort(([, a], [, b]) => b.minutes - a.minutes)[0]?.[0] ?? null

/**
 * Hours as a certificate states them, from exact minutes: rounded down to a tenth, once, at the end. So it never
 * says more than was served, and many short visits are not rounded away one by one. Hours are the unit of
 * 《志愿服务记录与证明出具办法（试行）》(民政部令第67号).
 */
export const statedHours = (minutes: number): number => Math.floor(minutes / 6) / 10

/** The communities that someone lives or works as a volunteer in. */
export const communitiesOf = (places: readonly { areaPath: AreaPath }[]): AreaPath[] => [
  ...new Set(places.flatMap(({ areaPath }) => ancestorAt(areaPath, 'community') ?? [])),
]
