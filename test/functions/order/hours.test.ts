import { minutes } from '@/domain/shared/time'
import { aGrant, aVolunteer } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { morePeople, who } from '../../support/more-people'
import { roadOf } from '../../support/order-road'
import { useTestCloud } from '../../support/test-cloud'

/** Staff who also go out as a volunteer. */
const both = aVolunteer({
  _id: 'staff-who-helps',
  nickname: '小陈',
  skills: ['repair'],
  roles: [aGrant('volunteer', places.community), aGrant('communityStaff', places.community)],
})
const test = useTestCloud([...morePeople(), both])
const road = roadOf(test)
const wang = 'volunteer-wang'

/** Wang was there for an hour. */
async function served(): Promise<string> {
  const order = await road.startedOrder()
  test.cloud.clock.travel(minutes(60))
  await road.complete(order)
  return order._id
}
const wanted = (orderId: string, count: number, userId = wang) => ({
  orderId,
  userId,
  minutes: count,
  reason: '忘了点办好',
})

it('staff: set hours right; the volunteer’s deeds follow, with the reason, and the ledger keeps every line', async () => {
  const orderId = await served()
  const { order } = await test.as(who.staff).call('order.correctHours', wanted(orderId, 45))
  expect(order.credited).toEqual([{ userId: wang, name: '王师傅', minutes: 45, isCorrected: true }])
  const deeds = await test.as(who.volunteer).call('order.deeds', {})
  expect(deeds).toMatchObject({
    orders: 1,
    minutes: 45,
    corrections: [{ orderId, serviceName: '小修小补', minutes: -15, reason: '忘了点办好' }],
  })
  await test.as(who.staff).call('order.correctHours', wanted(orderId, 0))
  expect((await test.as(who.volunteer).call('order.deeds', {})).minutes).toBe(0)
  expect((await road.stored(orderId)).served.map(({ kind, minutes: count }) => [kind, count])).toEqual([
    ['visit', 60],
    ['correction', -15],
    ['correction', -45],
  ])
})

it('the one helped and the volunteer: read on the trail who changed it, whose, from what, to what and why', async () => {
  const orderId = await served()
  await test.as(who.staff).call('order.correctHours', wanted(orderId, 90))
  for (const openid of [who.li, who.volunteer]) {
    const { order } = await test.as(openid).call('order.get', { orderId })
    expect(order.activity.at(-1)).toMatchObject({
      event: 'correctHours',
      byName: '陈社工',
      hours: { name: '王师傅', from: 60, to: 90 },
      note: '忘了点办好',
    })
  }
})

it('the same request twice: one line', async () => {
  const orderId = await served()
  const answers = [1, 2].map(() =>
    test.as(who.staff).call('order.correctHours', wanted(orderId, 30), 'request-of-correction'),
  )
  await Promise.all(answers)
  expect((await road.stored(orderId)).served).toHaveLength(2)
})

it('two of staff at once, to the same: it counts that, not twice', async () => {
  const orderId = await served()
  const codes = await Promise.all(
    [who.staff, both.openid].map((openid) => test.as(openid).code('order.correctHours', wanted(orderId, 90))),
  )
  expect(codes.sort()).toEqual(['BadInput', 'ok'])
  expect((await test.as(who.volunteer).call('order.deeds', {})).minutes).toBe(90)
})

it('the volunteer: their phone is told', async () => {
  const orderId = await served()
  const signal = () => test.cloud.database.find('signals').then((rows) => JSON.stringify(rows))
  const before = await signal()
  await test.as(who.staff).call('order.correctHours', wanted(orderId, 30))
  const rows = await test.cloud.database.find('signals')
  const mine = rows.find(({ _id }) => String(_id).includes(wang))
  expect(mine).toBeDefined()
  expect(before).not.toContain(JSON.stringify(mine))
})

it('staff: not for themselves, not for one who was not there, not while it goes on', async () => {
  const open = await road.startedOrder()
  expect(await test.as(who.staff).code('order.correctHours', wanted(open._id, 30))).toBe('Conflict')

  const order = await road.place()
  await road.dispatchTo(order, both._id)
  await road.accept(order, both.openid)
  await road.checkIn(order, both.openid)
  test.cloud.clock.travel(minutes(60))
  await road.complete(order, both.openid)
  const own = wanted(order._id, 600, both._id)
  expect(['Conflict', 'Forbidden']).toContain(await test.as(both.openid).code('order.correctHours', own))
  expect(await test.as(who.staff).code('order.correctHours', wanted(order._id, 30))).toBe('BadInput')
  expect(await test.as(who.staff).code('order.correctHours', own)).toBe('ok')
})

it('a reason with forbidden words: is refused', async () => {
  const orderId = await served()
  const input = { ...wanted(orderId, 30), reason: '去赌博了' }
  expect(await test.as(who.staff).code('order.correctHours', input)).toBe('ContentRejected')
})

it('deeds: count those who were helped, not those who asked for them', async () => {
  const other = (name: string, userId: string | null) =>
    ({ kind: 'other', name, relation: 'resident', userId, consent: 'present' }) as const
  const homes = { roomNumber: '1702' }
  for (const beneficiary of [
    other('李妈妈', 'resident-mother'),
    other('老邻居', null),
    other('老邻居', null),
    other('楼下小孙', 'resident-sun'),
  ]) {
    const order = await road.place(undefined, { beneficiary, ...homes })
    await road.dispatchTo(order)
    await road.accept(order)
    await road.checkIn(order)
    test.cloud.clock.travel(minutes(60))
    await road.complete(order)
  }
  expect(await test.as(who.volunteer).call('order.deeds', {})).toMatchObject({ orders: 4, people: 3 })
})
