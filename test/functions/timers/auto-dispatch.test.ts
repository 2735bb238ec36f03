import { minutes } from '@/domain/shared/time'
import { aMembership, aVolunteer } from '../../support/factories/account'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { clockOf } from '../../support/clock-of'
import { roadOf } from '../../support/order-road'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

/** A volunteer who knows gas, and lives so near. */
const gasVolunteer = (_id: string, areaPath: string) =>
  aVolunteer({ _id, nickname: _id, skills: ['gas'], memberships: [aMembership({ areaPath })] })

const test = useTestCloud([
  ...everyone().filter(({ _id }) => _id !== 'volunteer-wang'),
  gasVolunteer('gas-abroad', places.buildingElsewhere),
  gasVolunteer('gas-estate', places.building5),
  gasVolunteer('gas-house', places.building4),
  gasVolunteer('gas-door', places.building4),
])
const road = roadOf(test)
const clock = clockOf(test)

/** A gas alarm asks the three nearest who know gas, and the hall ten minutes later. */
const gasAlarm = () => road.place('报警器的灯不亮了', { serviceId: 'gasAlarm', answers: { smell: '没有' } })
const tenMinutesLater = async () => {
  test.cloud.clock.travel(minutes(10))
  await clock.minute()
}
const offeredTo = async (id: string) => [...(await road.stored(id)).offeredIds].sort()

it('the three nearest with the skill are asked at once, without anybody at the desk', async () => {
  const { _id } = await gasAlarm()
  await clock.minute()
  expect(await road.stored(_id)).toMatchObject({ status: 'dispatched', offer: { kind: 'people' } })
  expect(await offeredTo(_id)).toEqual(['gas-door', 'gas-estate', 'gas-house'])
  expect((await road.stored(_id)).activity.at(-1)).toMatchObject({ event: 'advance', by: null })
})

it('then the hall after ten minutes, not before', async () => {
  const { _id } = await gasAlarm()
  await clock.minute()
  test.cloud.clock.travel(minutes(9))
  await clock.minute()
  expect((await road.stored(_id)).offer).toMatchObject({ kind: 'people' })
  test.cloud.clock.travel(minutes(1))
  await clock.minute()
  expect(await road.stored(_id)).toMatchObject({ status: 'dispatched', offer: { kind: 'hall' } })
  const { items } = await test.as('openid-of-gas-abroad').call('order.listHall', {})
  expect(items.map(({ order }) => order._id)).toEqual([_id])
})

it('run three times at once: one step', async () => {
  const { _id } = await gasAlarm()
  await Promise.all([clock.minute(), clock.minute(), clock.minute()])
  const { activity, autoStep } = await road.stored(_id)
  expect(activity.filter(({ event }) => event === 'advance')).toHaveLength(1)
  expect(autoStep).toBe(1)
})

it('once someone has taken it, the hall hears nothing of it', async () => {
  const { _id } = await gasAlarm()
  await clock.minute()
  await road.accept({ _id }, 'openid-of-gas-door')
  await tenMinutesLater()
  expect(await road.stored(_id)).toMatchObject({ status: 'accepted', offer: null })
})

it('when all three say no, it waits at the desk, and still goes to the hall', async () => {
  const { _id: orderId } = await gasAlarm()
  await clock.minute()
  for (const who of ['gas-door', 'gas-house', 'gas-estate'])
    await test.as(`openid-of-${who}`).call('order.decline', { orderId, note: '在外地' })
  expect((await road.stored(orderId)).status).toBe('placed')
  await tenMinutesLater()
  expect(await road.stored(orderId)).toMatchObject({ status: 'dispatched', offer: { kind: 'hall' } })
})

it('where a visit was felt unsafe: nobody is sent alone by the clock, not even through the hall', async () => {
  const visitRatings = [{ userId: 'gas-house', safety: 'unsafe' as const, note: '', at: 1 }]
  await test.cloud.database.insert('orders', [anOrder({ _id: 'order-felt', status: 'closed', visitRatings })])
  const { _id } = await gasAlarm()
  await clock.minute()
  await tenMinutesLater()
  expect(await road.stored(_id)).toMatchObject({ status: 'placed', offer: null, autoStep: 2 })
})

it('when nobody knows gas, it waits at the desk until the hall may see it', async () => {
  await test.cloud.database.update('accounts', { skills: 'gas' }, { $set: { skills: [] } })
  const { _id } = await gasAlarm()
  await clock.minute()
  expect(await road.stored(_id)).toMatchObject({ status: 'placed', offer: null, autoStep: 1 })
  await tenMinutesLater()
  expect(await road.stored(_id)).toMatchObject({ status: 'dispatched', offer: { kind: 'hall' } })
})

it('those off duty or at their bound are passed over', async () => {
  const set = (_id: string, fields: object) =>
    test.cloud.database.update('accounts', { _id }, { $set: fields })
  await set('gas-door', { 'volunteer.offUntil': test.cloud.clock.now() + minutes(60) })
  await set('gas-house', { openIds: ['order-one', 'order-two', 'order-three'] })
  const { _id } = await gasAlarm()
  await clock.minute()
  expect(await offeredTo(_id)).toEqual(['gas-abroad', 'gas-estate'])
})

it('what staff decide ends it: taken back, it stays at the desk', async () => {
  const { _id: orderId } = await gasAlarm()
  await clock.minute()
  await test.as(people.staff).call('order.withdraw', { orderId, note: '我们自己打电话' })
  await tenMinutesLater()
  expect(await road.stored(orderId)).toMatchObject({ status: 'placed', offer: null })
})

it('nobody is asked to come to themselves: neither the one who ordered nor the one it is for', async () => {
  await test.cloud.database.insert('accounts', [
    aVolunteer({
      _id: 'gas-mother',
      nickname: '李妈妈',
      skills: ['gas'],
      memberships: [aMembership({ areaPath: places.building4, roomNumber: '1702' })],
    }),
  ])
  const beneficiary = {
    kind: 'other',
    name: '李妈妈',
    relation: 'family',
    userId: 'gas-mother',
    consent: 'present',
  } as const
  const answers = { smell: '没有' }
  const { _id } = await road.place('报警器的灯也不亮', {
    serviceId: 'gasAlarm',
    answers,
    beneficiary,
    roomNumber: '1702',
  })
  await clock.minute()
  expect(await offeredTo(_id)).toEqual(['gas-door', 'gas-estate', 'gas-house'])
})
