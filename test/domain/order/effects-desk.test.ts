import type { EventPayloads } from '@/domain/order/event-payloads'
import type { Order } from '@/domain/order/schema'
import { pageKey } from '@/domain/shared/paging'
import { days, hours, minutes } from '@/domain/shared/time'
import { anOrder, anOrderService, hallOffer, peopleOffer, wang } from '../../support/factories/order'
import { places, startOfTests } from '../../support/factories/places'
import { actors, after, apply, at, dueAt, ma } from './effects'
import { neededFor, payloads, possible } from './machine'

describe('order events: put off', () => {
  const until = at + days(2)
  const deferred = after('placed', 'defer', { until, note: '下周' }, {}, actors.staff)

  it('sleeps until then, and has as long as was left', () => {
    expect(deferred).toMatchObject({
      status: 'deferred',
      phase: 'later',
      clocks: { wake: until },
      wakeAt: until,
    })
    expect(deferred.dueAt).toBe(until + hours(19))
    expect(deferred.dueKey).toBe(pageKey(until + hours(19), deferred._id))
  })

  it.each(['wake', 'resume'] as const)('%s: waits at the desk again, due as said', (event) => {
    const order = apply(deferred, event, {}, actors.staff)
    expect(order).toMatchObject({
      status: 'placed',
      clocks: { escalate: deferred.dueAt },
      dueAt: deferred.dueAt,
    })
  })

  it('put off twice: the time left does not grow', () => {
    const again = apply(
      apply(deferred, 'wake', {}, null, until),
      'defer',
      { until: until + days(2), note: '' },
      actors.staff,
      until,
    )
    expect(again.dueAt).toBe(until + days(2) + hours(19))
  })

  it('put off when late: is due when it wakes', () => {
    const late = anOrder({ dueAt: at - hours(1) })
    expect(apply(late, 'defer', { until, note: '' }, actors.staff).dueAt).toBe(until)
  })

  it('within the time asked for: that time still holds', () => {
    const window = { from: until - hours(1), to: until + hours(2) }
    const order = anOrder({ window, dueAt: window.to })
    expect(apply(order, 'defer', { until, note: '' }, actors.staff)).toMatchObject({
      window,
      dueAt: window.to,
    })
  })

  it('beyond the time asked for: nobody comes then any more', () => {
    const window = { from: until - hours(3), to: until - hours(1) }
    const order = anOrder({ window, dueAt: window.to })
    expect(apply(order, 'defer', { until, note: '' }, actors.staff)).toMatchObject({
      window: null,
      dueAt: until + (window.to - at),
    })
  })

  it.each([
    ['now', at],
    ['a day that has been', at - days(1)],
    ['more than a year ahead', at + days(367)],
  ])('not until %s', (_what, wrong) => {
    expect(() => apply(anOrder(), 'defer', { until: wrong, note: '' }, actors.staff)).toThrow('BadInput')
  })
})

describe('order events: someone else’s', () => {
  it('redirected: says to whom, and the clock is done', () => {
    const order = after('placed', 'redirect', payloads.redirect, {}, actors.staff)
    expect(order).toMatchObject({ status: 'redirected', phase: 'done', clocks: {}, wakeAt: null })
    expect(order.redirection).toEqual(payloads.redirect.redirection)
  })

  it('transferred: another desk has it, due as before; the home is the same', () => {
    const order = after('placed', 'transfer', payloads.transfer, {}, actors.staff)
    expect(order).toMatchObject({
      status: 'placed',
      communityPath: places.otherCommunity,
      areaPath: places.building4,
      dueAt,
      clocks: { escalate: dueAt },
    })
  })

  it('merged: says into which, and the clock is done', () => {
    const order = after('placed', 'merge', payloads.merge, {}, actors.staff)
    expect(order).toMatchObject({ status: 'merged', parentId: 'order-0002', clocks: {}, wakeAt: null })
  })

  it('split: keeps waiting as it was', () => {
    const before = anOrder()
    const {
      version: _version,
      activity: _activity,
      namedIds,
      ...rest
    } = apply(before, 'split', payloads.split)
    expect(before).toMatchObject(rest)
    expect(namedIds).toEqual([...before.namedIds, actors.wang._id])
  })
})

describe('order events: late', () => {
  it('the leader, two hours later staff, a day after that the street; then there is nobody above', () => {
    let order = anOrder()
    const trail: [number, number | null][] = []
    for (let now = dueAt; order.clocks.escalate !== undefined; now = order.clocks.escalate ?? now) {
      order = apply(order, 'escalate', {}, null, now)
      trail.push([order.lateness, order.clocks.escalate ?? null])
    }
    expect(trail).toEqual([
      [1, dueAt + hours(2)],
      [2, dueAt + hours(24)],
      [3, null],
    ])
  })

  it('is never taken back, whatever happens then', () => {
    for (const [status, event] of possible) {
      const order = apply(
        anOrder({ status, lateness: 2, dueAt: at - 1, ...neededFor(status, event) }),
        event,
        payloads[event],
        event === 'correctHours' ? actors.staff : actors.wang,
      )
      expect([event, order.lateness]).toEqual([event, event === 'escalate' ? 3 : 2])
    }
  })

  it('when everyone knows: giving it back tells nobody anew', () => {
    const order = after('accepted', 'release', { note: '' }, { lateness: 3, clocks: { lapse: at } })
    expect(order.clocks).toEqual({})
  })
})

describe('order events: dispatching by itself', () => {
  const auto = [
    { to: 'nearest', count: 3, afterMinutes: 0 },
    { to: 'hall', count: 1, afterMinutes: 10 },
  ] as const
  const order = anOrder({
    service: anOrderService({ auto: [...auto] }),
    clocks: { advance: startOfTests, escalate: dueAt },
  })
  const step = (from: Order, offer: EventPayloads['advance']['offer'], when: number) =>
    apply(from, 'advance', { offer }, null, when)

  it('step by step, each at its time after placing', () => {
    const first = step(order, peopleOffer(wang, ma), startOfTests + minutes(1))
    expect(first).toMatchObject({
      status: 'dispatched',
      autoStep: 1,
      offeredIds: ['volunteer-wang', 'volunteer-ma'],
    })
    expect(first.clocks.advance).toBe(startOfTests + minutes(10))
    const second = step(first, hallOffer, startOfTests + minutes(10))
    expect(second).toMatchObject({ status: 'dispatched', autoStep: 2, offer: hallOffer })
    expect(second.clocks).toEqual({ lapse: startOfTests + minutes(10) + hours(12), escalate: dueAt })
  })

  it('nobody fits: goes on to the next step, and waits at the desk meanwhile', () => {
    const first = step(order, null, startOfTests)
    expect(first).toMatchObject({ status: 'placed', autoStep: 1, offer: null })
    expect(first.wakeAt).toBe(startOfTests + minutes(10))
  })

  it('after an outage: the next step is now, not in the past', () => {
    expect(step(order, null, at).clocks.advance).toBe(at)
  })

  it('accepted meanwhile: no further step', () => {
    const first = step(order, peopleOffer(wang), startOfTests)
    expect(Object.keys(apply(first, 'accept', {}).clocks).sort()).toEqual(['escalate', 'lapse'])
  })
})
