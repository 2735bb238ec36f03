import type { CallInput, Output } from '@/domain/contracts'
import type { Order } from '@/domain/order/schema'
import type { Series } from '@/domain/series/schema'
import { aGrant, aStaffMember, aVolunteer } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { aRepeat } from '../../support/factories/series'
import { lastAnswer } from '../../support/function-log'
import { roadOf } from '../../support/order-road'
import { nextRequestId } from '../../support/request-id'
import { everyone, people, useTestCloud } from '../../support/test-cloud'
import { opened } from '../../support/test-key'

const helper = 'openid-of-volunteer-sun'
const staffAt = (_id: string, area: string) =>
  aStaffMember({ _id, openid: `openid-of-${_id}`, roles: [aGrant('communityStaff', area)] })
const test = useTestCloud([
  ...everyone(),
  aVolunteer({ _id: 'volunteer-sun', nickname: '孙姐', openid: helper, skills: ['hospital'] }),
  staffAt('staff-of-estate', places.estate),
  staffAt('staff-of-five', places.building5),
])
const road = roadOf(test)

type View = Output<'series.create'>['series']
type Create = CallInput<'series.create'>

/** Rides to the dialysis on Mondays and Thursdays; the tests begin on Wednesday 5 March 2025 at 10:00. */
const rides = (overrides: Partial<Create['repeat']> = {}, wish: Partial<Create['wish']> = {}): Create => ({
  wish: {
    serviceId: 'hospital',
    text: '去中心医院做透析',
    homePath: places.building4,
    answers: { now: '没有' },
    ...wish,
  },
  repeat: aRepeat({ startsOn: '2025-03-06', ...overrides }),
})
const create = async (input: Create = rides(), who: string = people.li): Promise<View> =>
  (await test.as(who).call('series.create', input)).series

const beijing = (text: string): number => Date.parse(`${text}+08:00`)
const at = async (moment: string) => {
  test.cloud.clock.set(beijing(moment))
  return (await test.cloud.timers.fire('timers', 'everyMinute')) as { done: Record<string, number> }
}
const placed = async (): Promise<Order[]> =>
  (await test.cloud.database.find('orders', {}, { sort: { createdAt: 1 } })).map(
    (order) => opened('orders', order) as unknown as Order,
  )
const windows = async () =>
  (await placed()).map(({ window }) => new Date(window!.from).toISOString().slice(0, 16))
const storedSeries = async (id: string) => (await test.cloud.database.get('series', id)) as unknown as Series

describe('who may', () => {
  it('resident: keeps one, and sees the days to come', async () => {
    const series = await create()
    expect(series).toMatchObject({
      serviceName: '陪同就医',
      areaName: '幸福里小区 4栋',
      nextDay: '2025-03-06',
      isMine: true,
      canChange: true,
      volunteer: null,
    })
    expect(series.upcoming.slice(0, 3)).toEqual(['2025-03-06', '2025-03-10', '2025-03-13'])
    expect(lastAnswer(test, 'series.create').waits).toBeLessThanOrEqual(3)
    const { items } = await test.as(people.li).call('series.list', { view: 'mine' })
    expect(items.map(({ _id }) => _id)).toEqual([series._id])
    expect(lastAnswer(test, 'series.list').waits).toBeLessThanOrEqual(3)
  })

  it('staff of an estate: see and stop what is for a home there; those of another part do not', async () => {
    const { _id: seriesId } = await create()
    const [estate, five] = [test.as('openid-of-staff-of-estate'), test.as('openid-of-staff-of-five')]
    const { items } = await estate.call('series.list', { view: 'desk' })
    expect(items).toMatchObject([{ _id: seriesId, canChange: true }])
    // Left out by the query already: no page is short.
    expect(await five.call('series.list', { view: 'desk', limit: 1 })).toEqual({
      items: [],
      nextCursor: null,
    })
    expect(await five.code('series.stop', { seriesId })).toBe('Forbidden')
    expect(await estate.code('series.stop', { seriesId })).toBe('ok')
  })

  it('staff: see those of their community; nobody sees those of others', async () => {
    await create()
    const desk = async (who: string) =>
      (await test.as(who).call('series.list', { view: 'desk' })).items.length
    expect(await desk(people.staff)).toBe(1)
    expect(await desk(people.otherStaff)).toBe(0)
    expect(await test.as(people.volunteer).code('series.list', { view: 'desk' })).toBe('Forbidden')
    expect((await test.as(people.neighbour).call('series.list', { view: 'mine' })).items).toEqual([])
  })

  it.each(['volunteer', 'neighbour', 'leader', 'otherStaff'] as const)(
    '%s: cannot change it',
    async (who) => {
      const { _id: seriesId } = await create()
      const caller = test.as(people[who])
      expect(await caller.code('series.skip', { seriesId, day: '2025-03-06' })).toBe('Forbidden')
      expect(await caller.code('series.stop', { seriesId })).toBe('Forbidden')
      expect(await caller.code('series.setVolunteer', { seriesId, volunteerId: null })).toBe('Forbidden')
      expect(await storedSeries(seriesId)).toMatchObject({ version: 0, isActive: true })
    },
  )

  it('resident: not for a home that is not theirs; a newcomer has to join first', async () => {
    const input = rides({}, { homePath: places.building5 })
    expect(await test.as(people.li).code('series.create', input)).toBe('Forbidden')
    expect(await test.as(people.newcomer).code('series.create', rides())).toBe('NotSignedIn')
  })
})

describe('bad input', () => {
  it.each([
    ['a rule that is none', { rule: 'FREQ=HOURLY' }],
    ['a day that no calendar has', { startsOn: '2025-02-30' }],
    ['a series that is over', { startsOn: '2025-01-01', endsOn: '2025-01-31' }],
    ['a rule that contradicts itself', { rule: 'FREQ=WEEKLY;BYMONTHDAY=5' }],
    ['a visit that ends before it begins', { span: { from: 660, to: 510 } }],
  ])('%s', async (_what, repeat) => {
    expect(await test.as(people.li).code('series.create', rides(repeat))).toBe('BadInput')
    expect(await test.cloud.database.count('series')).toBe(0)
  })

  it("a service that is not offered, or someone else's job", async () => {
    const code = (serviceId: string) =>
      test.as(people.li).code('series.create', rides({}, { serviceId, answers: {} }))
    expect(await code('massage')).toBe('NotFound')
    expect(await code('drain')).toBe('SomeoneElsesJob')
  })

  it('a series that is not there', async () => {
    expect(await test.as(people.li).code('series.stop', { seriesId: 'series-nowhere' })).toBe('NotFound')
  })
})

it('resident: the same request twice is one series, and the sixth is too many', async () => {
  const requestId = nextRequestId()
  const first = await test.as(people.li).call('series.create', rides(), requestId)
  expect(await test.as(people.li).call('series.create', rides(), requestId)).toEqual(first)
  for (let n = 2; n <= 5; n += 1) await create(rides({}, { text: `第 ${n} 件事` }))
  expect(await test.cloud.database.count('series')).toBe(5)
  expect(await test.as(people.li).code('series.create', rides())).toBe('LimitReached')
})

describe('placing', () => {
  it('two days before, at nine: an order with the window of its day; run twice, placed once', async () => {
    await create()
    const { done } = await at('2025-03-05T10:01:00')
    expect(done).toMatchObject({ placeOccurrences: 1 })
    await Promise.all([at('2025-03-05T10:02:00'), at('2025-03-05T10:02:00')])
    const [order] = await placed()
    expect(await placed()).toHaveLength(1)
    expect(order).toMatchObject({
      status: 'placed',
      requesterId: 'resident-li',
      text: '去中心医院做透析',
      contact: { roomNumber: '1502' },
      window: { from: beijing('2025-03-06T08:30:00'), to: beijing('2025-03-06T11:00:00') },
      dueAt: beijing('2025-03-06T11:00:00'),
    })
    await at('2025-03-08T08:59:00')
    expect(await placed()).toHaveLength(1)
    await at('2025-03-08T09:00:00')
    expect(await windows()).toEqual(['2025-03-06T00:30', '2025-03-10T00:30'])
  })

  it('whoever took it first is asked first the next time', async () => {
    const { _id } = await create()
    await at('2025-03-05T10:01:00')
    const [first] = await placed()
    await road.dispatchToHall(first!)
    await road.accept(first!, helper)
    expect((await storedSeries(_id)).volunteer).toEqual({
      userId: 'volunteer-sun',
      name: '孙姐',
      hasAgreed: false,
    })
    await at('2025-03-08T09:00:00')
    expect((await placed())[1]).toMatchObject({ status: 'dispatched', offeredIds: ['volunteer-sun'] })
    const { items } = await test.as(helper).call('series.list', { view: 'helping' })
    expect(items.map((series) => series._id)).toEqual([_id])
  })

  it('an outage of ten days makes no orders for the past', async () => {
    await create()
    const { done } = await at('2025-03-15T12:00:00')
    expect(done).toMatchObject({ placeOccurrences: 1 })
    await at('2025-03-15T12:01:00')
    expect(await windows()).toEqual(['2025-03-17T00:30'])
    await at('2025-03-18T09:00:00')
    expect(await windows()).toEqual(['2025-03-17T00:30', '2025-03-20T00:30'])
  })

  it('nobody comes on a holiday of the community; where they should, they do', async () => {
    // Friday 4 April 2025 is Qingming.
    const fridays = { rule: 'FREQ=WEEKLY;BYDAY=FR', startsOn: '2025-03-28' }
    const resting = await create(rides(fridays))
    expect(resting.upcoming.slice(0, 2)).toEqual(['2025-03-28', '2025-04-11'])
    const working = await create(rides({ ...fridays, restsOnHolidays: false }))
    expect(working.upcoming.slice(0, 2)).toEqual(['2025-03-28', '2025-04-04'])
    await at('2025-03-26T09:00:00')
    await at('2025-04-02T09:00:00')
    const inApril = (await placed()).filter(({ window }) => window!.from > beijing('2025-04-01T00:00:00'))
    expect(inApril.map(({ seriesId }) => seriesId)).toEqual([working._id])
  })

  it('a service that the office no longer has ends the series', async () => {
    const { _id } = await create()
    const { handbook } = await test.as(people.staff).call('handbook.get', { communityPath: places.community })
    const hospital = handbook.services.find(({ id }) => id === 'hospital')!
    const service = { ...hospital, isActive: false }
    const communityPath = places.community
    await test.as(people.staff).call('handbook.putService', { communityPath, version: 0, service })
    await at('2025-03-05T10:01:00')
    expect(await placed()).toEqual([])
    expect(await storedSeries(_id)).toMatchObject({ isActive: false, wakeAt: null })
  })
})

describe('changing', () => {
  it('resident: skips a day that is placed already, and its order is cancelled; the next day comes', async () => {
    const { _id: seriesId } = await create()
    await at('2025-03-05T10:01:00')
    const skip = { seriesId, day: '2025-03-06' }
    const { series } = await test.as(people.li).call('series.skip', skip)
    expect(series.skipped).toEqual(['2025-03-06'])
    expect(series.upcoming[0]).toBe('2025-03-10')
    expect((await placed())[0]).toMatchObject({ status: 'cancelled' })
    expect((await test.as(people.li).call('series.skip', skip)).series.skipped).toEqual(['2025-03-06'])
    await at('2025-03-08T09:00:00')
    expect(await windows()).toEqual(['2025-03-06T00:30', '2025-03-10T00:30'])
  })

  it('staff: skip a day before it is placed', async () => {
    const { _id: seriesId } = await create()
    await at('2025-03-05T10:01:00')
    await test.as(people.staff).call('series.skip', { seriesId, day: '2025-03-10' })
    expect(await storedSeries(seriesId)).toMatchObject({ nextDay: '2025-03-13' })
    await at('2025-03-11T09:00:00')
    expect(await windows()).toEqual(['2025-03-06T00:30', '2025-03-13T00:30'])
  })

  it('resident: stops it; nothing more is placed, and stopping again changes nothing', async () => {
    const { _id: seriesId } = await create()
    const { series } = await test.as(people.li).call('series.stop', { seriesId })
    expect(series).toMatchObject({ isActive: false, nextDay: null, upcoming: [] })
    expect(await test.as(people.li).code('series.stop', { seriesId })).toBe('ok')
    await at('2025-03-20T09:00:00')
    expect(await placed()).toEqual([])
  })

  it('resident: chooses another volunteer, or none; not themselves, nor one who is no volunteer here', async () => {
    const { _id: seriesId } = await create()
    const li = test.as(people.li)
    const set = (volunteerId: string | null) => li.code('series.setVolunteer', { seriesId, volunteerId })
    expect(await set('volunteer-sun')).toBe('ok')
    expect(await storedSeries(seriesId)).toMatchObject({ volunteer: { name: '孙姐' } })
    expect(await set('resident-li')).toBe('NotFound')
    expect(await set('volunteer-elsewhere')).toBe('NotFound')
    expect(await set('resident-five')).toBe('NotFound')
    expect(await set(null)).toBe('ok')
    expect((await storedSeries(seriesId)).volunteer).toBeNull()
    expect(lastAnswer(test, 'series.setVolunteer').waits).toBeLessThanOrEqual(3)
  })

  it('two who change it at once: both are kept, or one hears "conflict"', async () => {
    const { _id: seriesId } = await create()
    const days = ['2025-03-10', '2025-03-13', '2025-03-17', '2025-03-20']
    const codes = await Promise.all(
      days.map((day) => test.as(people.li).code('series.skip', { seriesId, day })),
    )
    const kept = days.filter((_day, n) => codes[n] === 'ok')
    expect(codes.every((code) => ['ok', 'Conflict'].includes(code))).toBe(true)
    expect((await storedSeries(seriesId)).skipped.sort()).toEqual(kept)
  })
})

it('a change decided before somebody took it does not take them off the series again', async () => {
  const { _id: seriesId } = await create()
  await at('2025-03-05T10:01:00')
  const [order] = await placed()
  await test.as(people.staff).call('order.dispatch', { orderId: order!._id, to: { kind: 'hall' } })
  const before = await storedSeries(seriesId)
  await test.as(helper).call('order.accept', { orderId: order!._id })
  const after = await storedSeries(seriesId)
  expect(after.volunteer?.userId).toBe('volunteer-sun')
  // Changes are written onto the version that they were decided on.
  expect(after.version).toBeGreaterThan(before.version)
})
