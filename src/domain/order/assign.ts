import { bestAssignments, type Assignment } from './assign-flow'
import type { TimeWindow } from './parts'

/** A volunteer who may take an order, and how well they fit: a finite number, negative too; once per order. */
export interface Candidate {
  volunteerId: string
  score: number
}

/** An order that waits. */
export interface Waiting {
  id: string
  /** How many are still wanted. */
  slots: number
  /** When; null: at no certain time, which clashes with none. */
  window: TimeWindow | null
  candidates: readonly Candidate[]
}

/** A volunteer, and how many orders they may still take. */
export interface Available {
  id: string
  cap: number
}

export interface Plan {
  /** Who goes, by the order's id, the best fit first; orders for which there is nobody are left out. */
  chosen: Map<string, string[]>
  totalScore: number
}

/** After so many rounds what still clashes is left open. */
const mostRounds = 20

/**
 * The best assignment for the whole queue. Nobody takes more than their cap, nor the same order twice, nor an
 * order they are no candidate for; an order gets at most its slots. Among all such assignments:
 * 1. as many orders as possible are served by somebody,
 * 2. then as many slots as possible are filled,
 * 3. then the sum of scores is the greatest. A poor score is better than nobody: who must not go is no candidate.
 * The result never depends on the order of the input.
 *
 * Method: minimum-cost flow, which is exact (see `bestAssignments`).
 *
 * Nobody gets two orders whose windows overlap, either. With such clashes the problem is no flow any more
 * (assigning fixed intervals is NP-hard: Kolen, Lenstra, Papadimitriou, Spieksma: Interval Scheduling, Naval
 * Research Logistics 54, 2007), so they are repaired: of two that clash the better fit stays (equal ones by id),
 * the other may no longer go to that volunteer, and all is solved anew. Without clashes the plan is the optimum;
 * with some it is a good one; after 20 rounds what still clashes stays open. Clashes with orders already taken are
 * the candidates' matter: `fitOf` lowers their scores.
 */
export function assign(orders: readonly Waiting[], volunteers: readonly Available[]): Plan {
  const windows = new Map(orders.map(({ id, window }) => [id, window]))
  const banned = new Set<string>()
  for (let round = 1; ; round += 1) {
    const lines = bestAssignments(withoutBanned(orders, banned), volunteers)
    const losers = clashesIn(lines, windows)
    if (losers.length === 0) return planOf(lines)
    if (round === mostRounds) return planOf(lines.filter((line) => !losers.includes(line)))
    for (const { orderId, volunteerId } of losers) banned.add(pairOf(orderId, volunteerId))
  }
}

const pairOf = (orderId: string, volunteerId: string): string => `${orderId} ${volunteerId}`

const withoutBanned = (orders: readonly Waiting[], banned: ReadonlySet<string>): Waiting[] =>
  orders.map((order) => ({
    ...order,
    candidates: order.candidates.filter(({ volunteerId }) => !banned.has(pairOf(order.id, volunteerId))),
  }))

const bestFirst = (lines: readonly Assignment[]): Assignment[] =>
  [...lines].sort((a, b) => b.score - a.score || (a.orderId < b.orderId ? -1 : a.orderId > b.orderId ? 1 : 0))

/** The lines that have to go, so that what each volunteer keeps is apart. */
function clashesIn(
  lines: readonly Assignment[],
  windows: ReadonlyMap<string, TimeWindow | null>,
): Assignment[] {
  const kept = new Map<string, TimeWindow[]>()
  return bestFirst(lines).filter(({ orderId, volunteerId }) => {
    const window = windows.get(orderId)
    if (!window) return false
    const others = kept.get(volunteerId) ?? []
    if (others.some((other) => other.from < window.to && window.from < other.to)) return true
    kept.set(volunteerId, [...others, window])
    return false
  })
}

/** Lines come sorted by id, and sorting is stable: equal fits stay in that order. */
function planOf(lines: readonly Assignment[]): Plan {
  const chosen = new Map<string, string[]>()
  for (const { orderId, volunteerId } of bestFirst(lines))
    chosen.set(orderId, [...(chosen.get(orderId) ?? []), volunteerId])
  return { chosen, totalScore: lines.reduce((sum, { score }) => sum + score, 0) }
}
