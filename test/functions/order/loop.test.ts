import { orderSchema } from '@/domain/order/schema'
import { roadOf } from '../../support/order-road'
import { nextRequestId } from '../../support/request-id'
import { people, useTestCloud } from '../../support/test-cloud'
import { places } from '../../support/factories/places'

const test = useTestCloud()
const road = roadOf(test)

const stored = async (id: string) => orderSchema.parse(await test.cloud.database.get('orders', id))

it('an order goes from the resident through the office and a volunteer back to the resident', async () => {
  const placed = await road.place()
  expect(placed).toMatchObject({ status: 'placed', isMine: true, allowedActions: ['cancel'] })
  const offered = await road.dispatchTo(placed)
  expect(offered).toMatchObject({ status: 'dispatched', allowedActions: ['withdraw', 'cancel'] })
  const accepted = await road.accept(offered)
  expect(accepted).toMatchObject({ status: 'accepted', assigneeName: '王师傅' })
  expect(accepted.contact).toEqual({ roomNumber: '1502', phone: '13812345678' })
  expect(await road.checkIn(accepted)).toMatchObject({ status: 'inService' })
  const completed = await road.complete(accepted)
  expect(completed).toMatchObject({ status: 'completed', contact: null })
  expect(await road.review(accepted)).toMatchObject({ status: 'reviewed', review: { stars: 5 } })
  const { activity } = await stored(placed._id)
  expect(activity.map(({ event, by }) => [event, by])).toEqual([
    ['create', 'resident-li'],
    ['dispatch', 'staff-chen'],
    ['accept', 'volunteer-wang'],
    ['checkIn', 'volunteer-wang'],
    ['complete', 'volunteer-wang'],
    ['review', 'resident-li'],
  ])
})

it('resident: the same request twice is one order, answered alike', async () => {
  const requestId = nextRequestId()
  const input = { service: 'repair', text: '门锁坏了', homePath: places.building4 } as const
  const [first, second] = await Promise.all([
    test.as(people.li).call('order.create', input, requestId),
    test.as(people.li).call('order.create', input, requestId),
  ])
  expect(second).toEqual(first)
  expect(await test.cloud.database.count('orders', { text: '门锁坏了' })).toBe(1)
})

it("resident: another's request id does not open their order", async () => {
  const placed = await road.place()
  const input = { service: 'repair', text: '借用编号', homePath: places.building5 } as const
  expect(await test.as(people.neighbour).code('order.create', input, placed._id)).toBe('Conflict')
})

it('volunteer: a retried acceptance answers as the first time', async () => {
  const offered = await road.dispatchTo(await road.place())
  const requestId = nextRequestId()
  const first = await test.as(people.volunteer).call('order.accept', { orderId: offered._id }, requestId)
  const again = await test.as(people.volunteer).call('order.accept', { orderId: offered._id }, requestId)
  expect(again).toEqual(first)
  expect((await stored(offered._id)).activity.filter(({ event }) => event === 'accept')).toHaveLength(1)
})

it('volunteer: a declined offer is back at the desk, with the reason', async () => {
  const offered = await road.dispatchTo(await road.place())
  const note = '今天加班'
  await test.as(people.volunteer).call('order.decline', { orderId: offered._id, note })
  const { status, offer, activity } = await stored(offered._id)
  expect({ status, offer }).toEqual({ status: 'placed', offer: null })
  expect(activity.at(-1)).toMatchObject({ event: 'decline', note })
})

it('an offer to the hall after one to a person leaves nothing of the first', async () => {
  const offered = await road.dispatchTo(await road.place())
  await test.as(people.staff).call('order.withdraw', { orderId: offered._id, note: '换人' })
  await road.dispatchToHall(offered)
  expect((await stored(offered._id)).offer).toEqual({ kind: 'hall' })
})

it('resident: "not solved" goes back to the same volunteer and is counted', async () => {
  const completed = await road.completedOrder()
  const { order } = await test
    .as(people.li)
    .call('order.reopen', { orderId: completed._id, note: '灯又灭了' })
  expect(order).toMatchObject({
    status: 'dispatched',
    reopenedCount: 1,
    offer: { volunteerId: 'volunteer-wang' },
  })
})

it('a volunteer told of an offer gets one message, with consent; without it the loop goes on', async () => {
  const before = test.cloud.outbox.list().length
  test.cloud.consents.grant(people.volunteer, 'TEMPLATE-OFFERED')
  const offered = await road.dispatchTo(await road.place())
  const messages = test.cloud.outbox.list().slice(before)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ openid: people.volunteer, templateId: 'TEMPLATE-OFFERED' })
  await road.accept(offered)
  expect(await stored(offered._id)).toMatchObject({ status: 'accepted', outbox: [], hasOutbox: false })
})

it('text that WeChat finds risky is refused and nothing is stored', async () => {
  const input = { service: 'other', text: '来我家赌博', homePath: places.building4 } as const
  expect(await test.as(people.li).code('order.create', input)).toBe('ContentRejected')
  expect(await test.cloud.database.count('orders', { text: '来我家赌博' })).toBe(0)
})

it('resident: the eleventh order of a day is stopped', async () => {
  const order = (n: number) =>
    test.as(people.neighbour).code('order.create', {
      service: 'carry',
      text: `搬第 ${n} 箱书`,
      homePath: places.building5,
    })
  for (let n = 1; n <= 10; n += 1) expect(await order(n)).toBe('ok')
  expect(await order(11)).toBe('LimitReached')
  test.cloud.clock.travel(24 * 3_600_000 + 1000)
  expect(await order(12)).toBe('ok')
})
