import { applyEvent } from '@/domain/order/apply'
import type { EventContext, EventPayloads } from '@/domain/order/event-payloads'
import type { Moment } from '@/domain/order/parts'
import type { Order } from '@/domain/order/schema'
import { clockEvents, type OrderEvent, type OrderStatus } from '@/domain/order/status'
import { days, hours } from '@/domain/shared/time'
import { anOrder, aTaker, hallOffer, peopleOffer, wang } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'
import { neededFor, payloads, possible } from './machine'

const at = startOfTests + hours(5)
const actors = {
  requester: { _id: 'resident-li', nickname: '李阿姨' },
  beneficiary: { _id: 'resident-old-li', nickname: '李奶奶' },
  volunteer: { _id: 'volunteer-wang', nickname: '王师傅' },
  other: { _id: 'volunteer-ma', nickname: '马姐' },
  staff: { _id: 'staff-chen', nickname: '陈社工' },
  clock: null,
} satisfies Record<string, EventContext['actor']>
const ma = { userId: 'volunteer-ma', name: '马姐' }

/** An order in a status, already due, so that everything possible can happen. */
const orderIn = (status: OrderStatus, fields: Partial<Order> = {}): Order =>
  anOrder({ status, dueAt: at - hours(1), ...fields })
const apply = <E extends OrderEvent>(
  order: Order,
  event: E,
  actor: EventContext['actor'],
  payload: EventPayloads[E] = payloads[event],
  requestId = 'request-0002',
) => applyEvent(order, event, payload, { actor, at, requestId })

const forOldLi: Partial<Order> = {
  beneficiary: {
    kind: 'other',
    name: '李奶奶',
    relation: 'family',
    userId: 'resident-old-li',
    consent: 'present',
  },
}
const two: Partial<Order> = { people: 2, takers: [aTaker(), aTaker(ma)] }
const followed: Partial<Order> = { followerIds: ['resident-sun'] }

type Told = [string, Moment][]
const li = (moment: Moment): Told[number] => ['resident-li', moment]
const oldLi = (moment: Moment): Told[number] => ['resident-old-li', moment]
const captain = (moment: Moment): Told[number] => ['volunteer-wang', moment]
const second = (moment: Moment): Told[number] => ['volunteer-ma', moment]
const follower = (moment: Moment): Told[number] => ['resident-sun', moment]

type Case = [string, OrderStatus, OrderEvent, keyof typeof actors, Told, Partial<Order>?]
const cases: Case[] = [
  ['staff offer it: the volunteer', 'placed', 'dispatch', 'staff', [captain('offered')]],
  ['accepted: the requester', 'dispatched', 'accept', 'volunteer', [li('accepted')]],
  [
    'accepted: the one helped too',
    'dispatched',
    'accept',
    'volunteer',
    [li('accepted'), oldLi('accepted')],
    forOldLi,
  ],
  ['done: the requester', 'inService', 'complete', 'volunteer', [li('completed')]],
  [
    'done: those who have the same trouble too',
    'inService',
    'complete',
    'volunteer',
    [li('completed'), follower('completed')],
    followed,
  ],
  ['given back: the requester', 'accepted', 'release', 'volunteer', [li('released')]],
  ['given back on the spot: the requester', 'inService', 'release', 'volunteer', [li('released')]],
  [
    'one of two does not come while the other is there: whoever was awaited, and nobody who is helped',
    'inService',
    'noShow',
    'staff',
    [captain('released')],
    { people: 2, takers: [aTaker(), aTaker({ ...ma, checkedInAt: at - hours(1) })] },
  ],
  ['one of two gives it back: the requester', 'accepted', 'release', 'volunteer', [li('released')], two],
  [
    'did not come: the one who did not, and the one helped',
    'accepted',
    'noShow',
    'requester',
    [oldLi('released'), captain('released')],
    forOldLi,
  ],
  ['did not come, says staff: both', 'accepted', 'noShow', 'staff', [li('released'), captain('released')]],
  [
    'not solved: the same volunteers',
    'completed',
    'reopen',
    'requester',
    [captain('offered'), second('offered')],
    two,
  ],
  [
    'asked to go instead: the one who is asked',
    'accepted',
    'proposeStandIn',
    'volunteer',
    [['volunteer-zhao', 'offered']],
  ],
  [
    'goes instead: the one helped, and the one who asked',
    'accepted',
    'takeOver',
    'other',
    [li('accepted'), captain('released')],
    { takers: [aTaker({ standIn: ma })] },
  ],
  [
    'asked to go instead, and can’t: the one who asked',
    'accepted',
    'declineStandIn',
    'other',
    [captain('standInDeclined')],
    { takers: [aTaker({ standIn: ma })] },
  ],
  [
    'cancelled after acceptance: the one who comes',
    'accepted',
    'cancel',
    'requester',
    [captain('cancelled')],
  ],
  ['cancelled before anyone had it: nobody', 'placed', 'cancel', 'requester', []],
  [
    'cancelled: those who have the same trouble',
    'placed',
    'cancel',
    'requester',
    [follower('cancelled')],
    followed,
  ],
  [
    'cancelled by the one helped: the requester',
    'placed',
    'cancel',
    'beneficiary',
    [li('cancelled')],
    forOldLi,
  ],
  ['cancelled by the office: both', 'accepted', 'cancel', 'staff', [li('cancelled'), captain('cancelled')]],
  [
    'cancelled while it is offered: those to whom it is',
    'dispatched',
    'cancel',
    'requester',
    [captain('cancelled'), second('cancelled')],
    { offer: peopleOffer(wang, ma) },
  ],
  [
    'withdrawn from the one who comes: them and the requester',
    'accepted',
    'withdraw',
    'staff',
    [li('released'), captain('released')],
  ],
  [
    'withdrawn before anyone took it: only those who were offered it',
    'dispatched',
    'withdraw',
    'staff',
    [captain('released')],
  ],
  ['an offer that ran out: the one who had it', 'dispatched', 'lapse', 'clock', [captain('released')]],
  ['a claim that ran out: both', 'accepted', 'lapse', 'clock', [li('released'), captain('released')]],
  [
    'someone else’s job: the requester and those with the same trouble',
    'placed',
    'redirect',
    'staff',
    [li('redirected'), follower('redirected')],
    followed,
  ],
  [
    'merged into another: the requester, that it goes on there',
    'placed',
    'merge',
    'staff',
    [li('merged'), follower('merged')],
    followed,
  ],
  [
    'put off: the requester and those with the same trouble',
    'placed',
    'defer',
    'staff',
    [li('deferred'), follower('deferred')],
    followed,
  ],
  ['woken: the requester', 'deferred', 'wake', 'clock', [li('resumed')]],
  ['begun after all: the requester', 'deferred', 'resume', 'staff', [li('resumed')]],
  [
    'a word to all: the requester and who comes',
    'accepted',
    'remark',
    'staff',
    [li('remarked'), captain('remarked')],
  ],
  ['hours corrected: whose they are', 'reviewed', 'correctHours', 'staff', [captain('hoursCorrected')]],
  ['closed by itself: the requester', 'completed', 'expire', 'clock', [li('closed')]],
  ['dispatched by itself to people: them', 'placed', 'advance', 'clock', []],
  ['arrived: nobody', 'accepted', 'checkIn', 'volunteer', []],
  ['nodded: nobody', 'inService', 'nod', 'requester', [], { takers: [aTaker({ checkedInAt: at })] }],
  ['rated well: nobody', 'completed', 'review', 'requester', []],
  ['declined: nobody', 'dispatched', 'decline', 'volunteer', []],
  ['followed: nobody', 'placed', 'follow', 'other', []],
  ['called: nobody', 'placed', 'callBack', 'staff', []],
  ['visit rated as fine: nobody', 'completed', 'rateVisit', 'volunteer', []],
]

const told = ({ outbox }: Order): Told => outbox.map(({ to, moment }) => [to, moment])

describe('order events: who is told of what', () => {
  it.each(cases)('%s', (_what, status, event, actor, expected, fields = {}) => {
    const order = apply(orderIn(status, fields), event, actors[actor])
    expect(told(order)).toEqual(expected)
    expect(order.outbox.every((entry) => entry.at === at)).toBe(true)
  })

  it('offered to several: each of them', () => {
    const order = apply(orderIn('placed'), 'dispatch', actors.staff, { offer: peopleOffer(wang, ma) })
    expect(told(order)).toEqual([captain('offered'), second('offered')])
  })

  it('the next step of dispatching by itself, to people: them', () => {
    const order = apply(orderIn('placed'), 'advance', null, { offer: peopleOffer(ma) })
    expect(told(order)).toEqual([second('offered')])
  })

  it('the next step finds nobody, or some who were asked before: those are not told again', () => {
    const asked = orderIn('dispatched', { offer: peopleOffer(wang) })
    expect(told(apply(asked, 'advance', null, { offer: null }))).toEqual([])
    expect(told(apply(asked, 'advance', null, { offer: peopleOffer(wang, ma) }))).toEqual([second('offered')])
  })

  it('one taker asks somebody: whom another has asked before is not told again', () => {
    const zhao = { userId: 'volunteer-zhao', name: '小赵' }
    const both = orderIn('accepted', { people: 2, takers: [aTaker(), aTaker({ ...ma, standIn: zhao })] })
    const qian = { userId: 'volunteer-qian', name: '钱师傅' }
    expect(told(apply(both, 'proposeStandIn', actors.volunteer, { standIn: qian }))).toEqual([
      ['volunteer-qian', 'offered'],
    ])
  })

  it('offered to the hall: nobody in particular', () => {
    expect(told(apply(orderIn('placed'), 'dispatch', actors.staff, { offer: hallOffer }))).toEqual([])
  })

  it.each(possible)('%s, %s: nobody is told of their own act, and nobody twice', (status, event) => {
    const isClocks = clockEvents.some((name) => name === event)
    const isTheirs = (one: EventContext['actor']): boolean =>
      (one === null) === isClocks && !(event === 'correctHours' && one?._id === wang.userId)
    for (const actor of Object.values(actors).filter(isTheirs)) {
      const order = apply(
        orderIn(status, { ...forOldLi, ...followed, ...neededFor(status, event) }),
        event,
        actor,
      )
      const receivers = order.outbox.map(({ to }) => to)
      expect(receivers).not.toContain(actor?._id)
      expect(new Set(receivers).size).toBe(receivers.length)
    }
  })

  it('a message that still waits is kept, and each has an id of its own', () => {
    const accepted = apply(orderIn('dispatched'), 'accept', actors.volunteer, {}, 'request-a')
    const released = apply(accepted, 'release', actors.volunteer, { note: '' }, 'request-b')
    expect(released.outbox.map(({ moment }) => moment)).toEqual(['accepted', 'released'])
    expect(new Set(released.outbox.map(({ id }) => id)).size).toBe(2)
  })
})

describe('order events: quiet hours', () => {
  const night = startOfTests + hours(15)
  const sentAt = (fields: Partial<Order>) =>
    applyEvent(
      orderIn('dispatched', fields),
      'accept',
      {},
      {
        actor: actors.volunteer,
        at: night,
        requestId: 'request-0002',
      },
    ).outbox[0]?.sendAt

  it('what can wait is told in the morning; what is urgent at once', () => {
    expect(sentAt({})).toBe(startOfTests + days(1) - hours(1))
    expect(sentAt({ urgent: true })).toBe(night)
  })

  it('by day: at once', () => {
    expect(apply(orderIn('dispatched'), 'accept', actors.volunteer).outbox[0]?.sendAt).toBe(at)
  })
})
