import { patience } from '@/domain/order/patience'
import { ancestorsOf } from '@/domain/shared/area'
import { roleKey, type Role } from '@/domain/shared/role'
import { hours, minutes } from '@/domain/shared/time'
import { aGrant, aLeader } from '../../support/factories/account'
import { anOrder, peopleOffer } from '../../support/factories/order'
import { aRepeat, aSeries } from '../../support/factories/series'
import { places } from '../../support/factories/places'
import { beijing, clockOf, postOf } from '../../support/clock-of'
import { roadOf } from '../../support/order-road'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()
const road = roadOf(test)
const clock = clockOf(test)
const travel = (ms: number) => test.cloud.clock.travel(ms)
const lastEvent = async (id: string) => (await road.stored(id)).activity.at(-1)

describe('what nobody answers', () => {
  it('an offer is back at the desk after its time, not before', async () => {
    const { _id } = await road.offeredOrder()
    travel(patience.offer - minutes(1))
    await clock.minute()
    expect((await road.stored(_id)).status).toBe('dispatched')
    travel(minutes(1) + 1)
    await clock.minute()
    expect(await road.stored(_id)).toMatchObject({ status: 'placed', offer: null, offeredIds: [] })
  })

  it('a hall order that nobody takes is back at the desk', async () => {
    const { _id } = await road.dispatchToHall(await road.place())
    travel(patience.hall + 1)
    await clock.minute()
    expect(await road.stored(_id)).toMatchObject({ status: 'placed', offer: null })
  })

  it('a claim that stands idle long after it was due is back, and off the hands of the one who had it', async () => {
    const { _id, dueAt } = await road.acceptedOrder()
    test.cloud.clock.set(dueAt + patience.claim + 1)
    await clock.minute()
    await clock.minute()
    expect(await road.stored(_id)).toMatchObject({ status: 'placed', takers: [] })
    expect(await test.cloud.database.get('accounts', 'volunteer-wang')).toMatchObject({ openIds: [] })
  })

  it('a visit under way is asked after, and left alone', async () => {
    const { _id } = await road.startedOrder()
    travel(hours(24 * 30))
    await clock.minute()
    expect(await road.stored(_id)).toMatchObject({ status: 'inService', lateness: 1 })
  })

  it('seven silent days close an order', async () => {
    const { _id } = await road.completedOrder()
    travel(patience.rating - minutes(1))
    await clock.minute()
    expect((await road.stored(_id)).status).toBe('completed')
    travel(minutes(1) + 1)
    await clock.minute()
    expect(await road.stored(_id)).toMatchObject({ status: 'closed', wakeAt: null })
    expect(await lastEvent(_id)).toMatchObject({ event: 'expire', by: null })
  })
})

describe('what is late', () => {
  it('first the leader, then staff, then the street; nobody after that', async () => {
    const { _id, dueAt } = await road.place()
    const lateAt = async (moment: number) => {
      test.cloud.clock.set(moment)
      await clock.minute()
      const { lateness, outbox, wakeAt } = await road.stored(_id)
      return {
        lateness,
        told: outbox.map(({ to, moment: what }) => `${what} ${to}`),
        isOver: wakeAt === null,
      }
    }
    expect((await lateAt(dueAt - 1000)).lateness).toBe(0)
    const upTo = (role: Role, path: string): string =>
      `late ${ancestorsOf(path)
        .map((area) => roleKey(role, area))
        .join(' ')}`
    const leader = upTo('microGridLeader', places.building4)
    expect(await lateAt(dueAt + 1)).toEqual({ lateness: 1, told: [leader], isOver: false })
    expect((await lateAt(dueAt + hours(1))).lateness).toBe(1)
    const staff = upTo('communityStaff', places.building4)
    expect((await lateAt(dueAt + hours(2) + 1000)).told).toEqual([leader, staff])
    const all = [leader, staff, 'late streetOffice@heping/']
    expect(await lateAt(dueAt + hours(25))).toEqual({ lateness: 3, told: all, isOver: true })
    expect((await lateAt(dueAt + hours(200))).told).toEqual(all)
  })

  it.each([
    ['a building whose leader there is: they hear, and staff in two hours', places.building4, 1],
    ['nobody leads the building: staff hear at once', places.building41, 2],
  ])('%s', async (_what, areaPath, lateness) => {
    const now = test.cloud.clock.now()
    const clocks = { escalate: now - 1000 }
    await test.cloud.database.insert('orders', [anOrder({ areaPath, dueAt: now - 1000, clocks })])
    for (let n = 0; n < 3; n += 1) {
      await clock.minute()
      await clock.post()
    }
    expect((await road.stored('order-0001')).lateness).toBe(lateness)
  })

  it('a leader of the whole estate hears where the building has none of its own', async () => {
    const estate = aLeader({ _id: 'leader-estate', roles: [aGrant('microGridLeader', places.estate)] })
    await test.cloud.database.insert('accounts', [estate])
    test.cloud.consents.grant('openid-of-leader-estate', 'TEMPLATE-LATE')
    const now = test.cloud.clock.now()
    const clocks = { escalate: now - 1000 }
    const order = anOrder({ areaPath: places.building41, dueAt: now - 1000, clocks })
    await test.cloud.database.insert('orders', [order])
    const post = postOf(test)
    await clock.minute()
    await clock.post()
    expect(post()).toEqual([['openid-of-leader-estate', 'TEMPLATE-LATE']])
    await clock.minute()
    expect((await road.stored(order._id)).lateness).toBe(1)
  })

  it('the mark survives that it is done', async () => {
    const { _id, dueAt } = await road.acceptedOrder()
    test.cloud.clock.set(dueAt + 1)
    await clock.minute()
    await road.complete(await road.checkIn({ _id }))
    expect(await road.stored(_id)).toMatchObject({ status: 'completed', lateness: 1 })
  })

  it('an order that was cancelled is never late', async () => {
    const { _id, dueAt } = await road.place()
    await test.as(people.li).call('order.cancel', { orderId: _id, note: '不用了' })
    test.cloud.clock.set(dueAt + hours(48))
    await clock.minute()
    expect(await road.stored(_id)).toMatchObject({ status: 'cancelled', lateness: 0 })
  })
})

it('an order that was put off wakes on its day by itself, with the time it had left', async () => {
  const { _id, dueAt } = await road.place()
  const until = beijing('2025-03-10T09:00:00')
  const left = dueAt - test.cloud.clock.now()
  await test.as(people.staff).call('order.defer', { orderId: _id, until, note: '等配件' })
  clock.set('2025-03-10T08:59:00')
  await clock.minute()
  expect((await road.stored(_id)).status).toBe('deferred')
  clock.set('2025-03-10T09:00:00')
  await clock.minute()
  const order = await road.stored(_id)
  expect(order).toMatchObject({ status: 'placed', lateness: 0 })
  expect(Math.abs(order.dueAt - until - left)).toBeLessThan(minutes(1))
  expect(await lastEvent(_id)).toMatchObject({ event: 'wake', from: 'deferred', by: null })
})

describe('never twice', () => {
  it('running again, or three times at once', async () => {
    const { _id } = await road.completedOrder()
    travel(patience.rating + 1)
    await Promise.all([clock.minute(), clock.minute(), clock.minute()])
    await clock.minute()
    expect((await road.stored(_id)).activity.filter(({ event }) => event === 'expire')).toHaveLength(1)
  })

  it('an outage leaves more than one batch: one run catches up', async () => {
    const lapse = test.cloud.clock.now() - 1000
    const orders = Array.from({ length: 130 }, (_, n) =>
      anOrder({
        _id: `left-behind-${n}`,
        status: 'dispatched',
        offer: peopleOffer(),
        clocks: { lapse },
      }),
    )
    await test.cloud.database.insert('orders', orders)
    await clock.minute()
    expect(await test.cloud.database.count('orders', { phase: 'waiting' })).toBe(130)
  })
})

describe('the timers function', () => {
  const invoke = (event: object, openid = '') => test.cloud.functions.invoke('timers', event, { openid })

  it('turns a person away, whatever they claim to be', async () => {
    const { _id } = await road.completedOrder()
    travel(patience.rating + 1)
    for (const TriggerName of ['everyMinute', 'everyTenSeconds', 'morning'])
      expect(await invoke({ Type: 'Timer', TriggerName }, people.li)).toEqual({ done: {} })
    expect((await road.stored(_id)).status).toBe('completed')
  })

  it.each([
    ['an unknown trigger', { Type: 'Timer', TriggerName: 'hourly' }],
    ['the name of an inherited property', { Type: 'Timer', TriggerName: 'constructor' }],
    ['no timer', { Type: 'Message', TriggerName: 'everyMinute' }],
    ['nothing', {}],
  ])('does nothing for %s', async (_what, event) => {
    expect(await invoke(event)).toEqual({ done: {} })
  })

  it('a duty that fails does not keep the next from its work', async () => {
    await test.cloud.database.insert('orders', [{ _id: 'broken-order', wakeAt: 1 }])
    const repeat = aRepeat({ startsOn: '2025-03-06' })
    await test.cloud.database.insert('series', [aSeries({ repeat, nextDay: '2025-03-06', wakeAt: 1 })])
    expect(await clock.minute()).toMatchObject({ done: { wakeOrders: 0, placeOccurrences: 1 } })
  })
})
