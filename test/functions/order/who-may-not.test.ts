import type { ActionName, CallInput } from '@/domain/contracts'
import { places } from '../../support/factories/places'
import { roadOf } from '../../support/order-road'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()
const road = roadOf(test)

type Who = keyof typeof people
const note = '试一试'

/** Event, who may not make it happen, and what they hear while the order stands where it is possible. */
const refusals: [string, ActionName, object, Who[]][] = [
  [
    'placed',
    'order.dispatch',
    { to: { kind: 'hall' } },
    ['li', 'volunteer', 'leader', 'neighbour', 'otherStaff'],
  ],
  ['dispatched', 'order.accept', {}, ['li', 'neighbour', 'leader', 'staff', 'otherStaff']],
  ['dispatched', 'order.decline', { note }, ['li', 'neighbour', 'leader', 'staff']],
  ['dispatched', 'order.withdraw', { note }, ['li', 'volunteer', 'leader', 'neighbour', 'otherStaff']],
  ['accepted', 'order.checkIn', {}, ['li', 'staff', 'second', 'leader', 'neighbour']],
  ['accepted', 'order.release', { note }, ['li', 'staff', 'second', 'neighbour']],
  ['accepted', 'order.cancel', { note }, ['volunteer', 'second', 'leader', 'neighbour', 'otherStaff']],
  ['inService', 'order.complete', {}, ['li', 'staff', 'second', 'leader', 'neighbour']],
  [
    'completed',
    'order.review',
    { stars: 1, tags: [], words: '' },
    ['volunteer', 'staff', 'second', 'leader', 'neighbour'],
  ],
  ['completed', 'order.reopen', { note }, ['volunteer', 'staff', 'leader', 'neighbour']],
]

const orderIn: Record<string, () => Promise<{ _id: string }>> = {
  placed: () => road.place(),
  dispatched: async () => road.dispatchTo(await road.place()),
  accepted: () => road.acceptedOrder(),
  inService: async () => road.checkIn(await road.acceptedOrder()),
  completed: () => road.completedOrder(),
}

describe.each(refusals)('%s: %s', (status, action, rest, whoMayNot) => {
  it.each(whoMayNot)('%s: cannot', async (who) => {
    await test.cloud.database.update('orders', { requesterId: 'resident-li' }, { $set: { createdKey: '0' } })
    const { _id: orderId } = await orderIn[status]!()
    const before = await test.cloud.database.get('orders', orderId)
    const input = { orderId, ...rest } as unknown as CallInput<typeof action>
    expect(['Forbidden', 'Conflict']).toContain(await test.as(people[who]).code(action, input))
    expect(await test.cloud.database.get('orders', orderId)).toEqual(before)
  })
})

it.each(['order.get', 'order.suggest'] as const)('stranger: %s is forbidden', async (action) => {
  const { _id: orderId } = await road.acceptedOrder()
  for (const who of ['neighbour', 'second', 'otherStaff', 'otherLeader'] as const) {
    expect(await test.as(people[who]).code(action, { orderId })).toBe('Forbidden')
  }
})

it.each(['li', 'volunteer', 'leader', 'otherStaff'] as const)(
  '%s: sees nothing of the desk of this community',
  async (who) => {
    await road.place()
    const answer = await test
      .as(people[who])
      .call('order.listDesk', { view: 'waiting' })
      .catch((error: { code: string }) => error.code)
    expect(typeof answer === 'string' ? answer : answer.items).toEqual(
      typeof answer === 'string' ? 'Forbidden' : [],
    )
  },
)

it('resident: cannot order to a home that is not theirs', async () => {
  const input = { service: 'other', text: '送到别人家', homePath: places.building5 } as const
  expect(await test.as(people.li).code('order.create', input)).toBe('Forbidden')
})

it('newcomer without an account: hears that they have to join first', async () => {
  const input = { service: 'other', text: '帮个忙', homePath: places.building4 } as const
  expect(await test.as(people.newcomer).code('order.create', input)).toBe('NotSignedIn')
})

it('staff: cannot dispatch to someone who is no volunteer here, nor to the one who asked', async () => {
  const { _id: orderId } = await road.place()
  for (const volunteerId of ['resident-five', 'resident-li', 'nobody-at-all']) {
    const to = { kind: 'person', volunteerId } as const
    expect(await test.as(people.staff).code('order.dispatch', { orderId, to })).toBe('NotFound')
  }
})

it('phone and door: only the one who comes, only while the visit is under way', async () => {
  const seenBy = async (who: Who, orderId: string): Promise<boolean> => {
    const answer = await test.as(people[who]).call('order.get', { orderId })
    return JSON.stringify(answer).includes('13812345678') || JSON.stringify(answer).includes('1502')
  }
  const order = await road.dispatchTo(await road.place())
  expect(await seenBy('volunteer', order._id)).toBe(false)
  expect(await seenBy('staff', order._id)).toBe(false)
  await road.accept(order)
  expect(await seenBy('volunteer', order._id)).toBe(true)
  expect(await seenBy('leader', order._id)).toBe(false)
  await road.checkIn(order)
  await road.complete(order)
  expect(await seenBy('volunteer', order._id)).toBe(false)
  expect(await seenBy('li', order._id)).toBe(true)
})

it("volunteer: an order's id as request id, or another's request id, opens no order that they may not see", async () => {
  const offered = await road.dispatchToHall(await road.place())
  await road.accept(offered)
  const second = test.as(people.second)
  expect(await second.code('order.checkIn', { orderId: offered._id }, offered._id)).toBe('Conflict')
  const order = (await test.cloud.database.get('orders', offered._id)) as {
    activity: { requestId: string }[]
  }
  for (const { requestId } of order.activity) {
    expect(await second.code('order.accept', { orderId: offered._id }, requestId)).toBe('Conflict')
  }
})
