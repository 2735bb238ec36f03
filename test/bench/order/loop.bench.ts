import { startLoopCloud, type LoopCloud } from '../_support/loop-cloud'
import type { Measure } from '../_support/measure'
import { homeOf, residentId, staffId, walkerId, type Size } from '../_support/neighbourhood'
import { twoSizes, type Step } from '../_support/two-sizes'

const { LOOP_BENCH_ORDERS = '100000', LOOP_BENCH_RESIDENTS = '50000' } = process.env
const SMALL: Size = { orders: 1_000, residents: 1_000 }
const LARGE: Size = { orders: Number(LOOP_BENCH_ORDERS), residents: Number(LOOP_BENCH_RESIDENTS) }
const SAMPLES = 120
/** Neighbours who order in turns: nobody may order more than ten times a day. The walker is none of them. */
const REQUESTERS = { first: 10, count: 30 } as const

const { query, steps, roundTrips, close } = twoSizes<LoopCloud>({
  title: `${LARGE.orders} orders of ${LARGE.residents} residents against ${SMALL.orders} of ${SMALL.residents}`,
  samples: SAMPLES,
  start: { small: () => startLoopCloud(SMALL), large: () => startLoopCloud(LARGE) },
})

/** One whole loop, from the wish to the stars. */
async function walk(step: Step, i: number): Promise<void> {
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
}

/** The order that has waited longest at the first desk. */
async function firstWaiting(on: LoopCloud): Promise<string> {
  const { data } = await on.call(staffId, 'order.listDesk', { view: 'waiting', limit: 1 })
  return data.items[0]?._id ?? ''
}

const resident = residentId(0)
const queries: readonly Measure[] = [
  query('order.listDesk waiting', staffId, 'order.listDesk', { view: 'waiting' }),
  query('order.listDesk moving', staffId, 'order.listDesk', { view: 'moving' }),
  query('order.listDesk done', staffId, 'order.listDesk', { view: 'done' }),
  query('order.countDesk', staffId, 'order.countDesk', {}),
  query('order.listMine', resident, 'order.listMine', {}),
  query('order.listHall', walkerId, 'order.listHall', {}),
  query('order.listTasks active', walkerId, 'order.listTasks', { view: 'active' }),
  query('order.listTasks done', walkerId, 'order.listTasks', { view: 'done' }),
  query('order.suggest', staffId, 'order.suggest', async (on) => ({ orderId: await firstWaiting(on) })),
  query('order.preview', resident, 'order.preview', {
    homePath: homeOf(0),
    serviceId: 'repair',
    text: '水龙头滴水',
  }),
]

/** The loops come last: they leave orders of the walker's, more of them in a small store than there were. */
const loop = steps(
  ['order.create', 'order.dispatch', 'order.accept', 'order.checkIn', 'order.complete', 'order.review'],
  walk,
)
export const measures: readonly Measure[] = [...queries, ...loop, roundTrips]

export { close }
