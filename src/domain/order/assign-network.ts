import type { Available, Candidate, Waiting } from './assign'

/** An order's way to a volunteer. Costs are scores turned round. */
export interface Edge {
  volunteer: number
  cost: number
  isUsed: boolean
}

/** Where an edge is: the order's index and the edge's within it. */
export interface EdgePlace {
  order: number
  edge: number
}

/** What it costs to leave slots empty: the last of an order's slots, when nobody comes at all, the most. */
interface EmptyCosts {
  nobody: number
  slot: number
}

class OrderNode {
  private skipped = 0

  constructor(
    readonly orderId: string,
    readonly slots: number,
    readonly edges: Edge[],
    private readonly costs: EmptyCosts,
  ) {}

  /** The price of leaving one more slot empty. It never falls, which is what a minimum-cost flow needs. */
  skipCost(): number {
    if (this.skipped >= this.slots) return Infinity
    return this.skipped === this.slots - 1 ? this.costs.nobody : this.costs.slot
  }

  skip(): void {
    this.skipped += 1
  }
}

export interface Network {
  orders: OrderNode[]
  volunteerIds: string[]
  /** How many orders each volunteer may take, by their index. */
  caps: number[]
  /** What each volunteer has been given so far. */
  held: EdgePlace[][]
  take: (edge: Edge, place: EdgePlace) => void
  giveBack: (edge: Edge, place: EdgePlace) => void
}

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
export const valueOf = (cost: number): number => (cost === 0 ? 0 : -cost)

/** The orders, volunteers and edges of an assignment, all sorted by id. */
export function buildNetwork(waiting: readonly Waiting[], available: readonly Available[]): Network {
  const volunteers = [...available].sort((a, b) => byId(a.id, b.id))
  const indexes = new Map(volunteers.map(({ id }, index) => [id, index]))
  const costs = emptyCostsOf(waiting)
  const edgesOf = (candidates: readonly Candidate[]): Edge[] =>
    candidates
      .flatMap(({ volunteerId, score }) => {
        const volunteer = indexes.get(volunteerId)
        return volunteer === undefined ? [] : [{ volunteer, cost: valueOf(score), isUsed: false }]
      })
      .sort((a, b) => a.volunteer - b.volunteer)
  const held: EdgePlace[][] = volunteers.map(() => [])
  return {
    orders: [...waiting]
      .sort((a, b) => byId(a.id, b.id))
      .map(({ id, slots, candidates }) => new OrderNode(id, slots, edgesOf(candidates), costs)),
    volunteerIds: volunteers.map(({ id }) => id),
    caps: volunteers.map(({ cap }) => cap),
    held,
    take: (edge, place) => {
      edge.isUsed = true
      held[edge.volunteer]?.push(place)
    },
    giveBack: (edge, { order }) => {
      edge.isUsed = false
      held[edge.volunteer] = (held[edge.volunteer] ?? []).filter((place) => place.order !== order)
    },
  }
}

/**
 * Prices that put the goals in order: one slot weighs more than all scores together could, and one order more
 * than all slots.
 */
function emptyCostsOf(waiting: readonly Waiting[]): EmptyCosts {
  const allSlots = waiting.reduce((sum, { slots }) => sum + slots, 0)
  const greatest = waiting.reduce(
    (sum, { slots, candidates }) =>
      sum + slots * candidates.reduce((most, { score }) => Math.max(most, Math.abs(score)), 0),
    0,
  )
  const slot = 2 * greatest + 1
  return { slot, nobody: slot * (allSlots + 1) }
}
