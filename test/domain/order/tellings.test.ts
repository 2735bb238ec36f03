import { applyEvent, type EventContext } from '@/domain/order/effects'
import type { Moment, Order, OrderEvent, OrderStatus } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { hours } from '@/domain/shared/time'
import { anActivity, anOrder, personOffer } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'
import { impossible, payloads, possible } from './machine'

const at = startOfTests + hours(5)
const actors = {
  requester: { _id: 'resident-li', nickname: '李阿姨' },
  volunteer: { _id: 'volunteer-wang', nickname: '王师傅' },
  staff: { _id: 'staff-chen', nickname: '陈社工' },
  clock: null,
} satisfies Record<string, EventContext['actor']>

const apply = (order: Order, event: OrderEvent, actor: EventContext['actor'], requestId = 'request-0002') =>
  applyEvent(order, event, payloads[event], { actor, at, requestId })

describe('order events: who is told of what', () => {
  it.each([
    ['staff offer it: the volunteer', 'placed', 'dispatch', 'staff', [['volunteer-wang', 'offered']]],
    ['accepted: the requester', 'dispatched', 'accept', 'volunteer', [['resident-li', 'accepted']]],
    ['done: the requester', 'inService', 'complete', 'volunteer', [['resident-li', 'completed']]],
    ['given back: the requester', 'accepted', 'release', 'volunteer', [['resident-li', 'released']]],
    [
      'given back on the spot: the requester',
      'inService',
      'release',
      'volunteer',
      [['resident-li', 'released']],
    ],
    ['not solved: the same volunteer', 'completed', 'reopen', 'requester', [['volunteer-wang', 'offered']]],
    [
      'cancelled after acceptance: the one who comes',
      'accepted',
      'cancel',
      'requester',
      [['volunteer-wang', 'cancelled']],
    ],
    ['cancelled before anyone had it: nobody', 'placed', 'cancel', 'requester', []],
    [
      'withdrawn from the one who comes: them and the requester',
      'accepted',
      'withdraw',
      'staff',
      [
        ['resident-li', 'released'],
        ['volunteer-wang', 'released'],
      ],
    ],
    [
      'cancelled by the office: both',
      'accepted',
      'cancel',
      'staff',
      [
        ['resident-li', 'cancelled'],
        ['volunteer-wang', 'cancelled'],
      ],
    ],
    [
      'an offer that ran out: the one who had it',
      'dispatched',
      'lapse',
      'clock',
      [['volunteer-wang', 'released']],
    ],
    ['closed by itself: the requester', 'completed', 'expire', 'clock', [['resident-li', 'closed']]],
    ['arrived: nobody', 'accepted', 'checkIn', 'volunteer', []],
    ['rated: nobody', 'completed', 'review', 'requester', []],
    ['declined: nobody', 'dispatched', 'decline', 'volunteer', []],
  ] as [string, OrderStatus, OrderEvent, keyof typeof actors, [string, Moment][]][])(
    '%s',
    (_what, status, event, actor, expected) => {
      const { outbox } = apply(anOrder({ status }), event, actors[actor])
      expect(outbox.map(({ to, moment }) => [to, moment])).toEqual(expected)
      expect(outbox.every((entry) => entry.at === at)).toBe(true)
    },
  )

  it('offered to the hall: nobody in particular', () => {
    const context = { actor: actors.staff, at, requestId: 'request-0002' }
    expect(applyEvent(anOrder(), 'dispatch', { offer: { kind: 'hall' } }, context).outbox).toEqual([])
  })

  it.each(possible)('%s, %s: nobody is told of their own act', (status, event) => {
    for (const actor of Object.values(actors))
      expect(apply(anOrder({ status }), event, actor).outbox.map(({ to }) => to)).not.toContain(actor?._id)
  })

  it('staff who take their own dispatch: are not told of it', () => {
    const offer = personOffer({ volunteerId: 'staff-chen' })
    const context = { actor: actors.staff, at, requestId: 'request-0002' }
    expect(applyEvent(anOrder(), 'dispatch', { offer }, context)).toMatchObject({
      outbox: [],
      hasOutbox: false,
    })
  })

  it('a message that still waits is kept, and each has an id of its own', () => {
    const accepted = apply(anOrder({ status: 'dispatched' }), 'accept', actors.volunteer, 'request-a')
    const released = apply(accepted, 'release', actors.volunteer, 'request-b')
    expect(released.outbox.map(({ moment }) => moment)).toEqual(['accepted', 'released'])
    expect(new Set(released.outbox.map(({ id }) => id)).size).toBe(2)
  })

  it.each(possible)('%s, %s: the mark of a full outbox is true exactly when it is', (status, event) => {
    const waiting = [{ id: 'request-0001-0', to: 'resident-li', moment: 'accepted' as const, at }]
    for (const outbox of [[], waiting]) {
      const order = apply(anOrder({ status, outbox, hasOutbox: outbox.length > 0 }), event, actors.clock)
      expect(order.hasOutbox).toBe(order.outbox.length > 0)
    }
  })
})

describe('order events: the history', () => {
  const notes: Partial<Record<OrderEvent, string>> = {
    decline: '今天没空',
    withdraw: '换个人',
    release: '去不了了',
    complete: '修好了',
    reopen: '还在漏',
    cancel: '不用了',
  }

  it.each(possible)('%s, %s: one more line, with who, when and why', (status, event) => {
    const order = apply(anOrder({ status }), event, actors.staff)
    const who = { by: 'staff-chen', byName: '陈社工', at, requestId: 'request-0002' }
    const line = anActivity({ event, from: status, to: order.status, ...who, note: notes[event] ?? '' })
    expect(order.activity).toEqual([...anOrder({ status }).activity, line])
  })

  it('the clock signs with nobody', () => {
    const { activity } = apply(anOrder({ status: 'accepted' }), 'lapse', actors.clock)
    expect(activity.at(-1)).toMatchObject({ event: 'lapse', by: null, byName: '' })
  })
})

describe('order events: what cannot be', () => {
  it.each(impossible)('%s: %s is a conflict, which says how it stands', (status, event) => {
    const attempt = () => apply(anOrder({ status }), event, actors.staff)
    expect(attempt).toThrow(AppError)
    expect(attempt).toThrow(expect.objectContaining({ code: 'Conflict', details: { status } }))
  })

  it.each(possible)('%s, %s: the order before is left as it was', (status, event) => {
    const order = anOrder({ status })
    const before = structuredClone(order)
    apply(order, event, actors.staff)
    expect(order).toEqual(before)
  })

  it('a second acceptance is a conflict', () => {
    const accepted = apply(anOrder({ status: 'dispatched' }), 'accept', actors.volunteer)
    expect(() => apply(accepted, 'accept', actors.staff)).toThrow('Conflict')
  })
})
