import { threadOf } from '@/domain/chat/thread'
import type { CallInput } from '@/domain/contracts'
import type { Account } from '@/domain/account/schema'
import type { Order } from '@/domain/order/schema'
import type { Pledge, Series } from '@/domain/series/schema'
import { days, hours, minutes } from '@/domain/shared/time'
import { Engine } from '../../../local-cloud/database/engine'
import { aVolunteer } from '../../support/factories/account'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { aSeries, aRepeat } from '../../support/factories/series'
import { lastAnswer } from '../../support/function-log'
import { nextRequestId } from '../../support/request-id'
import { everyone, people, useTestCloud } from '../../support/test-cloud'
import { opened } from '../../support/test-key'

const sun = 'openid-of-volunteer-sun'
const volunteer = (_id: string, nickname: string) =>
  aVolunteer({ _id, nickname, openid: `openid-of-${_id}`, skills: ['hospital', 'gas'] })
const test = useTestCloud([
  ...everyone(),
  volunteer('volunteer-sun', '孙姐'),
  volunteer('volunteer-qian', '老钱'),
])

const seriesId = 'series-0001'
const beijing = (text: string): number => Date.parse(`${text}+08:00`)
/** The tests begin on Wednesday 5 March 2025 at 10:00; the ride is due every Monday and Thursday at 8:30. */
const placing = beijing('2025-03-08T09:00:00')
const fire = async (moment: number): Promise<void> => {
  test.cloud.clock.set(moment)
  for (let again = 0; again < 3; again += 1) await test.cloud.timers.fire('timers', 'everyMinute')
}

/** 孙姐 comes to Mrs Li, with the next ride on Monday; placed on Saturday at nine. */
async function ride(
  fields: Partial<Series> = {},
  ofSun: object = { nickname: '孙姐' },
  serviceId = 'hospital',
): Promise<void> {
  const { wish } = aSeries()
  const answers: Record<string, string> = serviceId === 'hospital' ? { now: '没有' } : { smell: '没有' }
  const series = aSeries({
    repeat: aRepeat({ startsOn: '2025-03-10' }),
    wish: { ...wish, serviceId, answers, homePath: places.building4 },
    volunteer: { userId: 'volunteer-sun', name: '孙姐', hasAgreed: true },
    nextDay: '2025-03-10',
    wakeAt: placing,
    ...fields,
  })
  await test.cloud.database.insert('series', [series])
  await test.cloud.database.update('accounts', { _id: 'volunteer-sun' }, { $set: ofSun })
  await fire(placing)
}
const orders = async (): Promise<Order[]> =>
  (await test.cloud.database.find('orders', {}, { sort: { dueAt: 1 } })).map(
    (order) => opened('orders', order) as unknown as Order,
  )
const firstDay = async (): Promise<Order> => (await orders())[0]!
const stored = async () => (await test.cloud.database.get('series', seriesId)) as unknown as Series
const openOf = async () =>
  ((await test.cloud.database.get('accounts', 'volunteer-sun')) as unknown as Account).openIds
const asked = { status: 'dispatched', offeredIds: ['volunteer-sun'] }
const expected = { status: 'accepted', takerIds: ['volunteer-sun'], offer: null }

describe('who has agreed to come each time', () => {
  it('is expected without being asked: on their hands, in the thread, and the one helped hears of it', async () => {
    await ride()
    const order = await firstDay()
    expect(order).toMatchObject(expected)
    expect(await openOf()).toEqual([order._id])
    expect(order.outbox.map(({ to }) => to)).toEqual(['resident-li'])
    const lines = await test.cloud.database.find('messages', { groupPath: threadOf(order._id) })
    expect(lines).toMatchObject([{ body: { kind: 'event', event: 'accept' } }])
    const { items } = await test.as(sun).call('order.listTasks', { view: 'active' })
    expect(items.map(({ _id }) => _id)).toEqual([order._id])
  })

  it('every day at the same hour: the days before keep nobody from the next', async () => {
    await ride({ repeat: aRepeat({ rule: 'FREQ=DAILY', startsOn: '2025-03-10' }) }, { 'volunteer.cap': 1 })
    await fire(placing + days(1))
    await fire(placing + days(2))
    expect((await orders()).map(({ takerIds }) => takerIds)).toEqual(Array(3).fill(['volunteer-sun']))
  })

  it.each([
    ['is off duty that day', { 'volunteer.offUntil': beijing('2025-03-10T12:00:00') }],
    ['has as many others as they want', { 'volunteer.cap': 1, openIds: ['order-of-others'] }],
    ['would rather not go there any more', { 'volunteer.avoids': ['resident-li'] }],
    ['has not the skill any more', { skills: [] }],
    ['is no volunteer any more', { roles: [] }],
  ])('%s: the day goes its usual way, and they are not asked', async (_why, ofSun) => {
    await ride({}, ofSun)
    expect(await firstDay()).toMatchObject({ status: 'placed', offeredIds: [], takerIds: [] })
  })

  it('acts for the one helped by now: the day goes its usual way, and nobody is promised any more', async () => {
    await ride({}, { chargeIds: ['resident-li'] })
    expect(await firstDay()).toMatchObject({ status: 'placed', offeredIds: [], takerIds: [] })
    expect(await stored()).toMatchObject({ isActive: true, nextDay: '2025-03-13', volunteer: null })
  })

  it('somebody felt unsafe there and nobody has asked: the office decides who goes', async () => {
    const visitRatings = [{ userId: 'volunteer-qian', safety: 'unsafe' as const, note: '', at: 1 }]
    await test.cloud.database.insert('orders', [
      anOrder({ _id: 'order-felt', status: 'closed', dueAt: placing + days(90), visitRatings }),
    ])
    await ride()
    expect(await firstDay()).toMatchObject({ status: 'placed', offeredIds: [], takerIds: [] })
  })

  it('off duty until the day before: is expected', async () => {
    await ride({}, { 'volunteer.offUntil': beijing('2025-03-09T20:00:00') })
    expect(await firstDay()).toMatchObject(expected)
  })

  it('gives one day back: the desk has that one, and the next is theirs again', async () => {
    await ride()
    const { _id: orderId } = await firstDay()
    await test.as(sun).call('order.release', { orderId, note: '那天孩子生病' })
    expect(await firstDay()).toMatchObject({ status: 'placed', takerIds: [] })
    expect(await openOf()).toEqual([])
    await fire(beijing('2025-03-11T09:00:00'))
    expect((await orders())[1]).toMatchObject(expected)
  })

  it('nobody comes on a skipped day or a holiday; a day that was theirs already is called off', async () => {
    await ride()
    await test.as(people.li).call('series.skip', { seriesId, day: '2025-03-10' })
    await test.as(people.li).call('series.skip', { seriesId, day: '2025-03-13' })
    expect(await firstDay()).toMatchObject({ status: 'cancelled', outbox: [{}, { to: 'volunteer-sun' }] })
    expect(await openOf()).toEqual([])
    await fire(beijing('2025-03-15T09:00:00'))
    expect((await orders()).map(({ window }) => window?.from)).toEqual([
      beijing('2025-03-10T08:30:00'),
      beijing('2025-03-17T08:30:00'),
    ])
  })
})

describe('who is asked each time', () => {
  const ask = { volunteer: { userId: 'volunteer-sun', name: '孙姐', hasAgreed: false } }
  const dayBefore = beijing('2025-03-09T08:30:00')

  it('has until a day before, not two hours; after that the desk has it', async () => {
    await ride(ask)
    expect(await firstDay()).toMatchObject({ ...asked, clocks: { lapse: dayBefore } })
    await fire(dayBefore - minutes(1))
    expect(await firstDay()).toMatchObject(asked)
    await fire(dayBefore)
    expect(await firstDay()).toMatchObject({ status: 'placed', offeredIds: [] })
  })

  it('a service that is dispatched by itself: its steps begin when they say no, each with its time', async () => {
    await ride(ask, undefined, 'gasAlarm')
    await fire(placing + minutes(30))
    expect(await firstDay()).toMatchObject(asked)
    const { _id: orderId } = await firstDay()
    await test.as(sun).call('order.decline', { orderId, note: '去不了' })
    await fire(placing + minutes(31))
    expect((await firstDay()).offer).toMatchObject({ kind: 'people' })
    await fire(placing + minutes(40))
    expect((await firstDay()).offer).toMatchObject({ kind: 'people' })
    await fire(placing + minutes(42))
    expect((await firstDay()).offer).toEqual({ kind: 'hall' })
  })

  it('says once that they come each time: what they were just asked is theirs, and so are the days to come', async () => {
    await ride(ask)
    const say = (pledge: Pledge) => test.as(sun).call('series.pledge', { seriesId, pledge })
    expect((await say('each')).series.volunteer).toMatchObject({ hasAgreed: true })
    expect(await firstDay()).toMatchObject(expected)
    await fire(beijing('2025-03-11T09:00:00'))
    expect((await orders())[1]).toMatchObject(expected)
    await say('ask')
    await fire(beijing('2025-03-15T09:00:00'))
    expect((await orders())[2]).toMatchObject(asked)
    expect((await say('leave')).series.volunteer).toBeNull()
    expect(await test.as(sun).code('series.pledge', { seriesId, pledge: 'each' })).toBe('Forbidden')
  })

  it('leaves, and stays gone while the day that they had taken goes on', async () => {
    await ride(ask)
    const { _id: orderId } = await firstDay()
    await test.as(sun).call('order.accept', { orderId })
    const leave = () => test.as(sun).code('series.pledge', { seriesId, pledge: 'leave' })
    expect(await leave()).toBe('ok')
    await test.as(people.staff).call('order.remark', { orderId, note: '记得带医保卡', isInternal: false })
    const after = await stored()
    expect(after.volunteer).toBeNull()
    // The answer was lost, and the phone asks again: nothing is left to do.
    expect([await leave(), await stored()]).toEqual(['ok', after])
    expect(await test.as(people.neighbour).code('series.pledge', { seriesId, pledge: 'leave' })).toBe(
      'Forbidden',
    )
  })

  it('takes a day, and the function dies before the series hears of it: the same request makes it good', async () => {
    await ride({ volunteer: null })
    const { _id: orderId } = await firstDay()
    await test.as(people.staff).call('order.dispatch', { orderId, to: { kind: 'hall' } })
    const requestId = nextRequestId()
    await test.as(sun).call('order.accept', { orderId }, requestId)
    await test.cloud.database.update('series', { _id: seriesId }, { $set: { volunteer: null } })
    await test.as(sun).call('order.accept', { orderId }, requestId)
    expect((await stored()).volunteer).toMatchObject({ userId: 'volunteer-sun' })
  })

  it('wants one order at a time: their other days keep them from none that they are asked for', async () => {
    const daily = aRepeat({ rule: 'FREQ=DAILY', startsOn: '2025-03-10' })
    await ride({ ...ask, repeat: daily }, { 'volunteer.cap': 1 })
    await test.as(sun).call('order.accept', { orderId: (await firstDay())._id })
    await fire(placing + days(1))
    const [, second] = await orders()
    expect(second).toMatchObject(asked)
    expect(await test.as(sun).code('order.accept', { orderId: second!._id })).toBe('ok')
    // The desk, the suggestions, the plan and the hall count as the series does.
    await fire(placing + days(2))
    const { _id: orderId } = (await orders())[2]!
    const staff = test.as(people.staff)
    await staff.call('order.withdraw', { orderId, note: '再想想' })
    const { items } = await staff.call('order.suggest', { orderId })
    expect(items.find(({ userId }) => userId === 'volunteer-sun')).toMatchObject({ isEligible: true })
    const plan = await staff.call('order.plan', {})
    const planned = plan.items.find(({ order }) => order._id === orderId)
    expect(planned?.choices.map(({ userId }) => userId)).toContain('volunteer-sun')
    const to = { kind: 'people' as const, volunteerIds: ['volunteer-sun'] }
    expect(await staff.code('order.dispatch', { orderId, to })).toBe('ok')
    await staff.call('order.withdraw', { orderId, note: '放到大厅' })
    await staff.call('order.dispatch', { orderId, to: { kind: 'hall' } })
    const hall = await test.as(sun).call('order.listHall', {})
    expect(hall.items.map(({ reasons }) => reasons.includes('atCap'))).toEqual([false])
  })

  it.each(['li', 'staff', 'volunteer'] as const)('%s: cannot promise it for them', async (who) => {
    await ride(ask)
    const code = await test.as(people[who]).code('series.pledge', { seriesId, pledge: 'each' })
    expect([code, (await stored()).volunteer?.hasAgreed]).toEqual(['Forbidden', false])
  })
})

describe('who comes from now on', () => {
  it('resident and staff choose among those who may; what another had promised is not theirs', async () => {
    await ride()
    const helpers = async (who: string) =>
      (await test.as(who).call('series.helpers', { seriesId })).items.map(({ userId }) => userId)
    expect(await helpers(people.staff)).toEqual(expect.arrayContaining(['volunteer-qian', 'volunteer-sun']))
    expect(lastAnswer(test, 'series.helpers').waits).toBeLessThanOrEqual(3)
    expect(await helpers(people.li)).toEqual(await helpers(people.staff))
    // Without the skill, elsewhere, or the one helped: not among them.
    for (const other of ['volunteer-zhao', 'volunteer-elsewhere', 'resident-li'])
      expect(await helpers(people.li)).not.toContain(other)
    expect(await test.as(sun).code('series.helpers', { seriesId })).toBe('Forbidden')
    await test.as(people.staff).call('series.setVolunteer', { seriesId, volunteerId: 'volunteer-qian' })
    expect((await stored()).volunteer).toEqual({ userId: 'volunteer-qian', name: '老钱', hasAgreed: false })
  })

  it('a volunteer who would rather not go there: is neither offered nor taken as one', async () => {
    await ride({}, { 'volunteer.avoids': ['resident-li'] })
    const { items } = await test.as(people.li).call('series.helpers', { seriesId })
    expect(items.map(({ userId }) => userId)).not.toContain('volunteer-sun')
    const input: CallInput<'series.setVolunteer'> = { seriesId, volunteerId: 'volunteer-sun' }
    expect(await test.as(people.li).code('series.setVolunteer', input)).toBe('NotFound')
  })
})

it('resident: stops it; what is placed and not begun is called off, a visit under way goes on', async () => {
  await ride({ repeat: aRepeat({ rule: 'FREQ=DAILY', startsOn: '2025-03-10' }) })
  await fire(placing + days(1))
  const [first, second] = await orders()
  test.cloud.clock.set(first!.window!.from + hours(1) / 6)
  await test.as(sun).call('order.checkIn', { orderId: first!._id })
  await test.as(people.li).call('series.stop', { seriesId })
  expect((await orders()).map(({ _id, status }) => [_id, status])).toEqual([
    [first!._id, 'inService'],
    [second!._id, 'cancelled'],
  ])
  expect(await openOf()).toEqual([first!._id])
  expect(await test.as(people.li).code('series.stop', { seriesId })).toBe('ok')
})

describe('in the same instant', () => {
  afterEach(() => jest.restoreAllMocks())

  it.each([
    ['stops it', () => test.as(people.li).call('series.stop', { seriesId })],
    ['skips the day', () => test.as(people.li).call('series.skip', { seriesId, day: '2025-03-10' })],
  ])('resident: %s while the clock places the day; nobody sets out', async (_what, change) => {
    const { insert } = Engine.prototype
    let changed: Promise<unknown> | undefined
    jest.spyOn(Engine.prototype, 'insert').mockImplementation(async function (this: Engine, ...request) {
      if (request[0] === 'orders') await (changed ??= change())
      return insert.apply(this, request)
    })
    await ride()
    expect(changed).toBeDefined()
    expect((await orders()).map(({ status }) => status)).toEqual(['cancelled'])
    expect(await openOf()).toEqual([])
  })

  it('resident: stops it while the volunteer arrives; that visit goes on, the rest is called off', async () => {
    await ride({ repeat: aRepeat({ rule: 'FREQ=DAILY', startsOn: '2025-03-10' }) })
    await fire(placing + days(1))
    const [first] = await orders()
    const { _id: orderId } = first!
    test.cloud.clock.set(first!.window!.from + minutes(10))
    const { update } = Engine.prototype
    let arrived: Promise<unknown> | undefined
    jest.spyOn(Engine.prototype, 'update').mockImplementation(async function (this: Engine, ...request) {
      const isCancelling = request[0] === 'orders' && JSON.stringify(request[1]).includes('"cancelled"')
      if (isCancelling) await (arrived ??= test.as(sun).call('order.checkIn', { orderId }))
      return update.apply(this, request)
    })
    expect(await test.as(people.li).code('series.stop', { seriesId })).toBe('ok')
    expect((await orders()).map(({ status }) => status)).toEqual(['inService', 'cancelled'])
  })
})
