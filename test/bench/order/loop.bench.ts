import type { ActionName, CallInput, Output } from '@/domain/contracts'
import { buildFunctions } from '../../../config/functions/build'
import type { Timed } from '../_support/function-cloud'
import { startLoopCloud, type LoopCloud } from '../_support/loop-cloud'
import type { Measure } from '../_support/measure'
import { homeOf, residentId, staffId, walkerId, type Size } from '../_support/neighbourhood'
import { ratioOfSamples, ratiosOfSamples } from '../_support/ratio'

const { LOOP_BENCH_ORDERS = '100000', LOOP_BENCH_RESIDENTS = '50000' } = process.env
const SMALL: Size = { orders: 1_000, residents: 1_000 }
const LARGE: Size = { orders: Number(LOOP_BENCH_ORDERS), residents: Number(LOOP_BENCH_RESIDENTS) }
const SAMPLES = 120
/** Neighbours who order in turns: nobody may order more than ten times a day. The walker is none of them. */
const REQUESTERS = { first: 10, count: 30 } as const
const GOAL = 1.5

interface Pair {
  small: LoopCloud
  large: LoopCloud
}

let pair: Promise<Pair> | null = null

async function start(): Promise<Pair> {
  await buildFunctions()
  const startedAt = performance.now()
  const filled = { small: await startLoopCloud(SMALL), large: await startLoopCloud(LARGE) }
  console.log(`  (filled in ${((performance.now() - startedAt) / 1000).toFixed(0)} s)`)
  return filled
}
const opened = (): Promise<Pair> => (pair ??= start())

/** Round trips and waits of each action as it was last called, in the small store and the large one. */
const asked = new Map<string, Map<LoopCloud, [roundTrips: number, waits: number]>>()

async function timed<N extends ActionName>(
  on: LoopCloud,
  name: string,
  called: Promise<Timed<Output<N>>>,
): Promise<Timed<Output<N>>> {
  const answer = await called
  asked.set(name, (asked.get(name) ?? new Map()).set(on, [answer.roundTrips, answer.waits]))
  return answer
}

const steps = ['create', 'dispatch', 'accept', 'checkIn', 'complete', 'review'] as const

/** One whole loop, from the wish to the stars. */
async function walk(on: LoopCloud, i: number): Promise<Record<string, number>> {
  const times: Record<string, number> = {}
  const step = async <N extends ActionName>(
    who: string,
    action: N,
    input: CallInput<N>,
  ): Promise<Output<N>> => {
    const { data, ms } = await timed(on, action, on.call(who, action, input))
    times[action] = ms
    return data
  }
  const requester = REQUESTERS.first + (i % REQUESTERS.count)
  const who = residentId(requester)
  const text = `水龙头一直滴水，第 ${i} 天了`
  const homePath = homeOf(requester)
  const { order } = await step(who, 'order.create', { serviceId: 'repair', text, homePath })
  const { _id: orderId } = order
  await step(staffId, 'order.dispatch', { orderId, to: { kind: 'people', volunteerIds: [walkerId] } })
  await step(walkerId, 'order.accept', { orderId })
  await step(walkerId, 'order.checkIn', { orderId })
  await step(walkerId, 'order.complete', { orderId, note: '换了垫片' })
  await step(who, 'order.review', { orderId, stars: 5, tags: [], words: '谢谢小伙子' })
  return times
}

let walked: Promise<Record<string, number>> | null = null

async function walkBoth(): Promise<Record<string, number>> {
  const { small, large } = await opened()
  const base = (i: number): Promise<Record<string, number>> => walk(small, i)
  return await ratiosOfSamples({ base, other: (i) => walk(large, i), samples: SAMPLES })
}

const sizes = `${LARGE.orders} orders of ${LARGE.residents} residents against ${SMALL.orders} of ${SMALL.residents}`

const ofStep = (step: (typeof steps)[number]): Measure => ({
  name: `order.${step}: ${sizes}`,
  unit: '×',
  goal: GOAL,
  measure: async () => (await (walked ??= walkBoth()))[`order.${step}`] ?? NaN,
})

type Asking<N extends ActionName> = (on: LoopCloud) => CallInput<N> | Promise<CallInput<N>>

/** Something that changes nothing, asked by the same person in both. */
const query = <N extends ActionName>(name: string, who: string, action: N, input: Asking<N>): Measure => ({
  name: `${name}: ${sizes}`,
  unit: '×',
  goal: GOAL,
  measure: async () => {
    const { small, large } = await opened()
    const inputs = new Map([
      [small, await input(small)],
      [large, await input(large)],
    ])
    const sample = (on: LoopCloud) => async (): Promise<number> =>
      (await timed(on, name, on.call(who, action, inputs.get(on) as CallInput<N>))).ms
    return await ratioOfSamples({ base: sample(small), other: sample(large), samples: SAMPLES })
  },
})

/** The order that has waited longest at the first desk. */
async function firstWaiting(on: LoopCloud): Promise<string> {
  const { data } = await on.call(staffId, 'order.listDesk', { view: 'waiting', limit: 1 })
  return data.items[0]?._id ?? ''
}

const resident = residentId(0)
const queries: readonly Measure[] = [
  query('order.listDesk waiting', staffId, 'order.listDesk', () => ({ view: 'waiting' })),
  query('order.listDesk moving', staffId, 'order.listDesk', () => ({ view: 'moving' })),
  query('order.listDesk done', staffId, 'order.listDesk', () => ({ view: 'done' })),
  query('order.countDesk', staffId, 'order.countDesk', () => ({})),
  query('order.listMine', resident, 'order.listMine', () => ({})),
  query('order.listHall', walkerId, 'order.listHall', () => ({})),
  query('order.listTasks active', walkerId, 'order.listTasks', () => ({ view: 'active' })),
  query('order.listTasks done', walkerId, 'order.listTasks', () => ({ view: 'done' })),
  query('order.suggest', staffId, 'order.suggest', async (on) => ({ orderId: await firstWaiting(on) })),
  query('order.preview', resident, 'order.preview', () => ({
    homePath: homeOf(0),
    serviceId: 'repair',
    text: '水龙头滴水',
  })),
]

/** How many of the actions above asked the database more often in one store than in the other. */
const roundTrips: Measure = {
  name: 'actions whose round trips or waits differ between the two, and one',
  unit: '×',
  goal: 1,
  measure: async () => {
    const { small, large } = await opened()
    const rows = [...asked].map(([action, by]) => ({
      action,
      small: String(by.get(small)),
      large: String(by.get(large)),
    }))
    console.table(rows)
    return 1 + rows.filter((row) => row.small !== row.large).length
  },
}

/** The loops come last: they leave orders of the walker's, more of them in a small store than there were. */
export const measures: readonly Measure[] = [...queries, ...steps.map(ofStep), roundTrips]

export const close = async (): Promise<void> => {
  if (!pair) return
  const { small, large } = await pair
  await Promise.all([small.cloud.close(), large.cloud.close()])
}
