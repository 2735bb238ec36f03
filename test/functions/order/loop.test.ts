import { places } from '../../support/factories/places'
import { left, roadOf } from '../../support/order-road'
import { nextRequestId } from '../../support/request-id'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()
const road = roadOf(test)

it('an order goes from the resident through the office and a volunteer back to the resident', async () => {
  const placed = await road.place()
  expect(placed).toMatchObject({ status: 'placed', isMine: true, allowedActions: ['cancel', 'remark'] })
  const offered = await road.dispatchTo(placed)
  expect(offered).toMatchObject({ status: 'dispatched', offer: { people: [{ name: '王师傅' }] } })
  const accepted = await road.accept(offered)
  expect(accepted).toMatchObject({ status: 'accepted', takers: [{ name: '王师傅' }], offer: null })
  expect(accepted.contact).toEqual(left)
  expect(await road.checkIn(accepted)).toMatchObject({ status: 'inService' })
  const completed = await road.complete(accepted)
  expect(completed).toMatchObject({ status: 'completed', contact: null })
  expect(await road.review(accepted)).toMatchObject({ status: 'reviewed', review: { stars: 5 } })
  const { activity } = await road.stored(placed._id)
  expect(activity.map(({ event, by, from, to }) => [event, by, from, to])).toEqual([
    ['create', 'resident-li', null, 'placed'],
    ['dispatch', 'staff-chen', 'placed', 'dispatched'],
    ['accept', 'volunteer-wang', 'dispatched', 'accepted'],
    ['checkIn', 'volunteer-wang', 'accepted', 'inService'],
    ['complete', 'volunteer-wang', 'inService', 'completed'],
    ['review', 'resident-li', 'completed', 'reviewed'],
  ])
})

it('resident: the same request twice at once is one order, answered alike', async () => {
  const requestId = nextRequestId()
  const input = { serviceId: 'repair', text: '门锁坏了', homePath: places.building4 } as const
  const [first, second] = await Promise.all([
    test.as(people.li).call('order.create', input, requestId),
    test.as(people.li).call('order.create', input, requestId),
  ])
  expect(second).toEqual(first)
  expect(await test.cloud.database.count('orders', { text: '门锁坏了' })).toBe(1)
})

it("resident: another's request id does not open their order", async () => {
  const placed = await road.place()
  const input = { serviceId: 'repair', text: '借用编号', homePath: places.building5 } as const
  expect(await test.as(people.neighbour).code('order.create', input, placed._id)).toBe('Conflict')
})

it('volunteer: a declined offer is back at the desk, with the reason', async () => {
  const offered = await road.offeredOrder()
  const note = '今天加班'
  await test.as(people.volunteer).call('order.decline', { orderId: offered._id, note })
  const { status, offer, activity } = await road.stored(offered._id)
  expect({ status, offer }).toEqual({ status: 'placed', offer: null })
  expect(activity.at(-1)).toMatchObject({ event: 'decline', note })
})

it('an offer to the hall after one to people leaves nothing of the first', async () => {
  const offered = await road.offeredOrder()
  await test.as(people.staff).call('order.withdraw', { orderId: offered._id, note: '换人' })
  await road.dispatchToHall(offered)
  expect(await road.stored(offered._id)).toMatchObject({ offer: { kind: 'hall' }, offeredIds: [] })
})

it('a volunteer told of an offer gets one message, with consent; without it the loop goes on', async () => {
  const before = test.cloud.outbox.list().length
  test.cloud.consents.grant(people.volunteer, 'TEMPLATE-OFFERED')
  const offered = await road.offeredOrder()
  await road.tick()
  const messages = test.cloud.outbox.list().slice(before)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ openid: people.volunteer, templateId: 'TEMPLATE-OFFERED' })
  await road.accept(offered)
  await road.tick()
  const { status, outbox } = await road.stored(offered._id)
  expect([status, outbox.filter(({ mentionSeq }) => mentionSeq === undefined)]).toEqual(['accepted', []])
})

it('the name of the one helped is looked at too: others read it', async () => {
  const beneficiary = {
    kind: 'other',
    name: '赌博',
    relation: 'family',
    userId: null,
    consent: 'present',
  } as const
  const input = { serviceId: 'other', text: '帮忙看看', homePath: places.building4, beneficiary } as const
  expect(await test.as(people.li).code('order.create', input)).toBe('ContentRejected')
})

it('text that WeChat finds risky is refused and nothing is stored', async () => {
  const input = { serviceId: 'other', text: '来我家赌博', homePath: places.building4 } as const
  expect(await test.as(people.li).code('order.create', input)).toBe('ContentRejected')
  expect(await test.cloud.database.count('orders', { text: '来我家赌博' })).toBe(0)
})
