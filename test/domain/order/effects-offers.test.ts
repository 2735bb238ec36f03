import { patience } from '@/domain/order/patience'
import { days, hours, minutes } from '@/domain/shared/time'
import { aTaker, anOrder, hallOffer, peopleOffer, wang } from '../../support/factories/order'
import { actors, after, apply, at, backAtDesk, dueAt, ma, zhao } from './effects'
import { payloads } from './machine'

describe('order events: patience', () => {
  it('is as agreed', () => {
    expect(patience).toEqual({
      offer: hours(2),
      hall: hours(12),
      claim: hours(12),
      reopened: days(1),
      rating: days(7),
      escalation: [hours(2), hours(22)],
      visit: hours(4),
      deferral: days(366),
      offline: days(1),
    })
  })
})

describe('order events: offers', () => {
  it('to people: is offered to them for two hours', () => {
    const offer = peopleOffer(ma, zhao)
    expect(after('placed', 'dispatch', { offer })).toMatchObject({
      status: 'dispatched',
      phase: 'moving',
      offer,
      offeredIds: ['volunteer-ma', 'volunteer-zhao'],
      clocks: { lapse: at + hours(2), escalate: dueAt },
      wakeAt: at + hours(2),
    })
  })

  it('to the hall: stays there for twelve hours', () => {
    const expected = { status: 'dispatched', offer: hallOffer, offeredIds: [], wakeAt: at + hours(12) }
    expect(after('placed', 'dispatch', { offer: hallOffer })).toMatchObject(expected)
  })

  it('by hand: ends dispatching by itself', () => {
    const order = after(
      'placed',
      'dispatch',
      { offer: hallOffer },
      { clocks: { advance: at, escalate: dueAt } },
    )
    expect(order.clocks).toEqual({ lapse: at + hours(12), escalate: dueAt })
  })

  it('to several: the first who accepts has it, and the offer to the others is gone', () => {
    const order = after('dispatched', 'accept', {}, { offer: peopleOffer(wang, ma, zhao) }, actors.ma)
    expect(order).toMatchObject({
      status: 'accepted',
      offer: null,
      offeredIds: [],
      takers: [aTaker({ ...ma, acceptedAt: at })],
      takerIds: ['volunteer-ma'],
      clocks: { lapse: dueAt + hours(12), escalate: dueAt },
    })
  })

  it('accepted when it is already late: the patience counts from now', () => {
    expect(after('dispatched', 'accept', {}, { dueAt: at - 1 }).clocks.lapse).toBe(at + hours(12))
  })

  it('to several: each who declines is out, the last one leaves it with the desk', () => {
    const first = after('dispatched', 'decline', { note: '没空' }, { offer: peopleOffer(wang, ma) })
    expect(first).toMatchObject({
      status: 'dispatched',
      offer: peopleOffer(ma),
      offeredIds: ['volunteer-ma'],
    })
    expect(first.clocks).toEqual(anOrder({ status: 'dispatched' }).clocks)
    const last = apply(first, 'decline', { note: '也没空' }, actors.ma)
    expect(last).toMatchObject({ ...backAtDesk, clocks: { escalate: dueAt } })
  })

  it('all declined while dispatching by itself: the next step still comes', () => {
    const clocks = { lapse: at + hours(1), advance: at + minutes(10), escalate: dueAt }
    const order = after('dispatched', 'decline', { note: '没空' }, { clocks })
    expect(order).toMatchObject({ ...backAtDesk, wakeAt: at + minutes(10) })
    expect(after('dispatched', 'withdraw', { note: '' }, { clocks }).clocks).toEqual({ escalate: dueAt })
  })
})

describe('order events: several who come', () => {
  const called = anOrder({
    status: 'dispatched',
    people: 3,
    offer: hallOffer,
    clocks: { lapse: at + hours(1), escalate: dueAt },
  })
  const one = apply(called, 'accept', {})
  const two = apply(one, 'accept', {}, actors.ma)
  const three = apply(two, 'accept', {}, actors.zhao)

  it('the roster fills, the first is the captain, the last one closes it', () => {
    expect([one.status, two.status, three.status]).toEqual(['dispatched', 'dispatched', 'accepted'])
    expect(three.takerIds).toEqual(['volunteer-wang', 'volunteer-ma', 'volunteer-zhao'])
    expect([one.offer, two.offer, three.offer]).toEqual([hallOffer, hallOffer, null])
  })

  it('offered to fewer than are needed: once they have answered, the rest come from the hall', () => {
    const order = apply({ ...called, offer: peopleOffer(wang) }, 'accept', {})
    expect(order).toMatchObject({ status: 'dispatched', offer: hallOffer, offeredIds: [] })
  })

  it('the last offeree declines when some have taken it: the rest come from the hall', () => {
    const order = apply({ ...one, offer: peopleOffer(ma) }, 'decline', { note: '没空' }, actors.ma)
    const expected = { status: 'dispatched', offer: hallOffer, takerIds: ['volunteer-wang'] }
    expect(order).toMatchObject(expected)
    expect(order.clocks.lapse).toBe(at + hours(12))
  })

  it('short when time runs out: those who have taken it come, without more', () => {
    const order = apply(two, 'lapse', {}, null)
    expect(order).toMatchObject({
      status: 'accepted',
      offer: null,
      takerIds: ['volunteer-wang', 'volunteer-ma'],
    })
    expect(order.clocks).toEqual({ lapse: dueAt + hours(12), escalate: dueAt })
  })

  it('nobody when time runs out: the desk has it again', () => {
    expect(apply(called, 'lapse', {}, null)).toMatchObject(backAtDesk)
  })

  it('closed early by the captain: those come', () => {
    expect(apply(two, 'closeRoster', {})).toMatchObject({
      status: 'accepted',
      offer: null,
      takers: two.takers,
    })
  })

  it('one of them gives it back: another is looked for in the hall, and the next becomes captain', () => {
    const order = apply(three, 'release', { note: '有事' })
    expect(order).toMatchObject({
      status: 'dispatched',
      offer: hallOffer,
      takerIds: ['volunteer-ma', 'volunteer-zhao'],
    })
    expect(order.clocks).toEqual({ lapse: at + hours(12), escalate: dueAt })
  })

  it('one gives it back while the roster fills: the hall keeps looking', () => {
    const order = apply(one, 'release', { note: '有事' })
    expect(order).toMatchObject({ status: 'dispatched', offer: hallOffer, takers: [], phase: 'moving' })
  })

  it('one leaves while another serves: the visit goes on', () => {
    const there = apply(three, 'checkIn', payloads.checkIn)
    const order = apply(there, 'release', { note: '有事' }, actors.ma)
    expect(order).toMatchObject({ status: 'inService', takerIds: ['volunteer-wang', 'volunteer-zhao'] })
  })

  it('the only one there leaves: the others still come, and are waited for as before', () => {
    const there = apply(three, 'checkIn', payloads.checkIn)
    const order = apply(there, 'release', { note: '有事' })
    expect(order).toMatchObject({ status: 'accepted', takerIds: ['volunteer-ma', 'volunteer-zhao'] })
    expect(order.clocks.lapse).toBe(dueAt + hours(12))
  })
})

describe('order events: back to the desk', () => {
  it.each([
    ['dispatched', 'decline'],
    ['dispatched', 'withdraw'],
    ['dispatched', 'lapse'],
    ['accepted', 'release'],
    ['accepted', 'withdraw'],
    ['accepted', 'lapse'],
    ['inService', 'release'],
    ['inService', 'withdraw'],
  ] as const)('%s, %s: nobody has it any more', (status, event) => {
    const order = after(status, event, { note: '家里有事' })
    expect(order).toMatchObject(backAtDesk)
    expect(Object.keys(order.clocks)).toEqual(['escalate'])
  })

  it('what was asked for, when and for when, stays', () => {
    const order = anOrder({ status: 'inService' })
    const released = after('inService', 'release', { note: '要下班了' })
    for (const field of ['_id', 'text', 'contact', 'dueAt', 'createdAt', 'createdKey', 'dueKey'] as const)
      expect(released[field]).toEqual(order[field])
  })
})
