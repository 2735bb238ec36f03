import { Heap } from '../shared/heap'
import type { Available, Waiting } from './assign'
import { buildNetwork, valueOf, type Network } from './assign-network'

export interface Assignment {
  orderId: string
  volunteerId: string
  score: number
}

/**
 * Minimum-cost flow by successive shortest augmenting paths with node potentials (Ahuja, Magnanti, Orlin:
 * Network Flows, 1993, section 9.7), one slot of an order at a time, as Jonker and Volgenant do for the
 * assignment problem (Computing 38, 1987). Every order may also leave a slot empty, at a price, so each search
 * ends; it stops at the first volunteer with room. Slots × edges × log of nodes at worst, far less in practice.
 * Exact where the scores are whole numbers. Equal solutions are decided by ids.
 */
export function bestAssignments(orders: readonly Waiting[], volunteers: readonly Available[]): Assignment[] {
  const network = buildNetwork(orders, volunteers)
  const volunteerPotentials = new Float64Array(network.volunteerIds.length)
  const orderPotentials = new Float64Array(network.orders.length)
  network.orders.forEach((order, index) => {
    const edges = order.edges.map(({ cost, volunteer }) => (volunteerPotentials[volunteer] ?? 0) - cost)
    orderPotentials[index] = edges.reduce((a, b) => Math.max(a, b), -order.skipCost())
    for (let slot = 0; slot < order.slots; slot += 1)
      fillSlot(network, index, orderPotentials, volunteerPotentials)
  })
  return assignmentsOf(network)
}

/** A way in which a node was reached: through which edge, of which order. */
interface Step {
  order: number
  edge: number
}

/** Where a search ended: with a volunteer who has room, or an order that leaves a slot empty. */
type Ending = { kind: 'volunteer'; volunteer: number } | { kind: 'empty'; order: number }

/**
 * Dijkstra's search from one order through the residual network, over costs that the potentials keep from being
 * negative. Orders are the nodes 0…n−1, volunteers n…n+m−1.
 */
class Search {
  private readonly heap = new Heap()
  readonly distances = new Map<number, number>()
  private readonly settled = new Set<number>()
  readonly cameFrom = new Map<number, Step>()
  private best = Infinity
  private ending: Ending | null = null

  constructor(
    private readonly network: Network,
    private readonly orderPotentials: Float64Array,
    private readonly volunteerPotentials: Float64Array,
  ) {}

  run(from: number): { ending: Ending; distance: number } {
    this.reach(from, 0, null)
    for (let entry = this.heap.pop(); entry && entry.key < this.best; entry = this.heap.pop()) {
      if (this.settled.has(entry.node)) continue
      this.settled.add(entry.node)
      const { orders } = this.network
      if (entry.node < orders.length) this.leaveOrder(entry.node, entry.key)
      else this.leaveVolunteer(entry.node - orders.length, entry.key)
    }
    if (!this.ending) throw new Error('an order can always leave a slot empty')
    return { ending: this.ending, distance: this.best }
  }

  private leaveOrder(index: number, distance: number): void {
    const order = this.network.orders[index]
    if (!order) return
    const potential = this.orderPotentials[index] ?? 0
    this.end({ kind: 'empty', order: index }, distance + order.skipCost() + potential)
    order.edges.forEach(({ cost, volunteer, isUsed }, edge) => {
      if (isUsed) return
      const reduced = cost + potential - (this.volunteerPotentials[volunteer] ?? 0)
      this.reach(this.network.orders.length + volunteer, distance + reduced, { order: index, edge })
    })
  }

  private leaveVolunteer(volunteer: number, distance: number): void {
    const held = this.network.held[volunteer] ?? []
    const potential = this.volunteerPotentials[volunteer] ?? 0
    if (held.length < (this.network.caps[volunteer] ?? 0))
      this.end({ kind: 'volunteer', volunteer }, distance + potential)
    for (const step of held) {
      const cost = this.network.orders[step.order]?.edges[step.edge]?.cost ?? 0
      this.reach(step.order, distance - cost + potential - (this.orderPotentials[step.order] ?? 0), step)
    }
  }

  private end(ending: Ending, distance: number): void {
    if (distance >= this.best) return
    this.best = distance
    this.ending = ending
  }

  private reach(node: number, distance: number, step: Step | null): void {
    if (distance >= (this.distances.get(node) ?? Infinity)) return
    this.distances.set(node, distance)
    if (step) this.cameFrom.set(node, step)
    this.heap.push({ key: distance, node })
  }
}

function fillSlot(
  network: Network,
  from: number,
  orderPotentials: Float64Array,
  volunteerPotentials: Float64Array,
): void {
  const search = new Search(network, orderPotentials, volunteerPotentials)
  const { ending, distance } = search.run(from)
  const count = network.orders.length
  for (const [node, reached] of search.distances) {
    if (reached >= distance) continue
    const potentials = node < count ? orderPotentials : volunteerPotentials
    const index = node < count ? node : node - count
    potentials[index] = (potentials[index] ?? 0) + reached - distance
  }
  augment(network, search.cameFrom, from, ending)
}

/** Walks back from the end and turns every edge over: taken becomes free, free becomes taken. */
function augment(network: Network, cameFrom: Map<number, Step>, from: number, ending: Ending): void {
  if (ending.kind === 'empty') network.orders[ending.order]?.skip()
  const count = network.orders.length
  let node = ending.kind === 'empty' ? ending.order : count + ending.volunteer
  while (node !== from) {
    const step = cameFrom.get(node)
    const edge = step && network.orders[step.order]?.edges[step.edge]
    if (!step || !edge) throw new Error('a search left no trail')
    if (node < count) network.giveBack(edge, step)
    else network.take(edge, step)
    node = node < count ? count + edge.volunteer : step.order
  }
}

const assignmentsOf = ({ orders, volunteerIds }: Network): Assignment[] =>
  orders.flatMap(({ orderId, edges }) =>
    edges
      .filter(({ isUsed }) => isUsed)
      .map(({ cost, volunteer }) => ({
        orderId,
        volunteerId: volunteerIds[volunteer] ?? '',
        score: valueOf(cost),
      })),
  )
