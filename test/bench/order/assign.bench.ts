import { assign, type Waiting } from '@/domain/order/assign'
import { hours } from '@/domain/shared/time'
import type { Measure } from '../_support/measure'

/** Numbers that look like chance and are the same each time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Half of the orders are wanted at some hour of the week, for two hours. */
const windowAt = (share: number): Waiting['window'] => {
  if (share < 0.5) return null
  const from = hours(Math.floor((share - 0.5) * 2 * 168))
  return { from, to: from + hours(2) }
}

interface QueueSize {
  orders: number
  volunteers: number
  candidates: number
}

/** A queue in which all want the same few: `crowd` of the volunteers stand on everyone's list first. */
function aQueue({ orders, volunteers, candidates }: QueueSize, crowd = 1, seed = 1) {
  const random = chance(seed)
  const pool = Math.max(candidates, Math.floor(volunteers * crowd))
  const waiting: Waiting[] = Array.from({ length: orders }, (_, index) => {
    const chosen = new Set<number>()
    while (chosen.size < candidates) chosen.add(Math.floor(random() * pool))
    return {
      id: `order-${index}`,
      slots: random() < 0.1 ? 2 : 1,
      window: windowAt(random()),
      candidates: [...chosen].map((one) => ({
        volunteerId: `volunteer-${one}`,
        score: Math.floor(random() * 180) - 40,
      })),
    }
  })
  const available = Array.from({ length: volunteers }, (_, index) => ({
    id: `volunteer-${index}`,
    cap: 1 + Math.floor(random() * 3),
  }))
  return { waiting, available }
}

const size: QueueSize = { orders: 1000, volunteers: 3000, candidates: 20 }
const goalSeconds = 3

/** One queue, planned once, cold. */
const planned = (name: string, crowd: number): Measure => ({
  name: `plan of 1,000 orders × 3,000 volunteers, 20 candidates each, ${name}`,
  unit: 's',
  goal: goalSeconds,
  measure: async (): Promise<number> => {
    const { waiting, available } = aQueue(size, crowd)
    const startedAt = performance.now()
    const { chosen } = assign(waiting, available)
    if (chosen.size === 0) throw new Error('nothing was assigned')
    return (performance.now() - startedAt) / 1000
  },
})

export const measures: readonly Measure[] = [
  planned('spread over all', 1),
  planned('crowded on a tenth', 0.1),
  planned('more slots than room', 0.02),
]
