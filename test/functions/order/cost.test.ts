import type { ActionName, CallInput } from '@/domain/contracts'
import type { Order } from '@/domain/order/schema'
import { anOrder, peopleOffer } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { leastWaits, tooLong, type Waits } from '../../support/least-waits'
import { morePeople, who } from '../../support/more-people'
import { left, roadOf } from '../../support/order-road'
import { useTestCloud } from '../../support/test-cloud'

const test = useTestCloud(morePeople())
const road = roadOf(test)

/** 500 orders of the same people at the same desk, in every status. */
const piled = (): Order[] =>
  Array.from({ length: 500 }, (_, index) => {
    const statuses = ['placed', 'dispatched', 'accepted', 'completed', 'reviewed'] as const
    const status = statuses[index % statuses.length] ?? 'placed'
    const offer = status === 'dispatched' ? (index % 2 ? ({ kind: 'hall' } as const) : peopleOffer()) : null
    return anOrder({
      _id: `order-piled-${index}`,
      status,
      offer,
      createdAt: Date.UTC(2025, 0, 1) + index * 6e5,
    })
  })

/** What an action made its caller wait for, in round trips one after another. */
async function waitsOf<N extends ActionName>(
  openid: string,
  action: N,
  input: CallInput<N>,
): Promise<number> {
  await test.as(openid).call(action, input)
  return lastAnswer(test, action).waits
}

/** One walk through the loop, and every list: by action, its waits. */
async function measure(): Promise<Waits> {
  const input = {
    serviceId: 'repair',
    text: '水龙头滴水',
    homePath: places.building4,
    ...left,
    roomNumber: '',
  }
  // The very first time that a topic or a warm instance is used costs more, once in its life.
  await road.review(await road.completedOrder())
  await test.cloud.database.update('accounts', { _id: 'volunteer-wang' }, { $set: { 'volunteer.cap': 10 } })
  // However often it is measured, nobody has ordered too much.
  await test.cloud.database.update('accounts', { _id: 'resident-li' }, { $set: { recentOrders: [] } })
  const create = await waitsOf(who.li, 'order.create', input)
  const { items } = await test.as(who.li).call('order.listMine', { limit: 1 })
  const orderId = items[0]?._id ?? ''
  const to = { kind: 'people' as const, volunteerIds: ['volunteer-wang'] }
  return {
    'order.create': create,
    'order.dispatch': await waitsOf(who.staff, 'order.dispatch', { orderId, to }),
    'order.accept': await waitsOf(who.volunteer, 'order.accept', { orderId }),
    'order.checkIn': await waitsOf(who.volunteer, 'order.checkIn', { orderId }),
    'order.complete': await waitsOf(who.volunteer, 'order.complete', { orderId }),
    'order.review': await waitsOf(who.li, 'order.review', { orderId, stars: 5, tags: [], words: '好' }),
    ...(await measureLists()),
  }
}

const lists: [ActionName, string, object][] = [
  ['order.listMine', who.li, {}],
  ...(['offered', 'standIn', 'active', 'done'] as const).map((view): [ActionName, string, object] => [
    'order.listTasks',
    who.volunteer,
    { view },
  ]),
  ['order.listHall', who.volunteer, {}],
  ...(['waiting', 'later', 'moving', 'done'] as const).map((view): [ActionName, string, object] => [
    'order.listDesk',
    who.staff,
    { view },
  ]),
  ['order.listDesk', who.staff, { view: 'waiting', areaPath: places.building4, onlyLate: true }],
  ['order.listDesk', who.staff, { view: 'done', onlyUnhappy: true }],
  ['order.countDesk', who.staff, {}],
  ['order.loadByBuilding', who.staff, {}],
  ['order.deeds', who.volunteer, {}],
  ['order.thanksWall', who.downstairs, { groupPath: places.building4, month: '2025-03' }],
  ['order.listMine', who.li, { view: 'open' }],
]

async function measureLists(): Promise<Waits> {
  const measured: Waits = {}
  for (const [action, openid, input] of lists)
    measured[`${action} ${JSON.stringify(input)}`] = await waitsOf(openid, action, input as never)
  return measured
}

const isStep = (name: string): boolean =>
  /^order\.(create|dispatch|accept|checkIn|complete|review)$/.test(name)
const most = (name: string): number => (isStep(name) ? 3 : 2)

it('create, dispatch, accept, check-in, complete and review wait three times at most, lists twice; 500 orders more change nothing', async () => {
  const few = await leastWaits(measure, most)
  expect(Object.keys(few).filter(isStep)).toHaveLength(6)
  expect(tooLong(few, most)).toEqual([])
  await test.cloud.database.insert('orders', piled())
  const asBefore = (name: string): number => few[name] ?? 0
  const many = await leastWaits(measure, asBefore)
  expect(tooLong(many, asBefore)).toEqual([])
}, 120_000)
