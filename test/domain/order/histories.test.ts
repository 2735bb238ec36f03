import fc from '../../support/fast-check'
import type { Account } from '@/domain/account/schema'
import { applyEvent } from '@/domain/order/apply'
import type { EventPayloads } from '@/domain/order/event-payloads'
import { placeOrder } from '@/domain/order/place'
import { allowedActions } from '@/domain/order/policy'
import { derivedFields, isThere, orderSchema, type Order } from '@/domain/order/schema'
import { clockEvents, orderStatuses, phaseOf, type OrderEvent, type OrderStatus } from '@/domain/order/status'
import { AppError } from '@/domain/shared/errors'
import { pageKey } from '@/domain/shared/paging'
import { days, hours } from '@/domain/shared/time'
import { aHandbook, aService } from '../../support/factories/handbook'
import { aReview, doorCode, hallOffer, peopleOffer, secrets } from '../../support/factories/order'
import { places, startOfTests } from '../../support/factories/places'
import { begun, payloads } from './machine'
import { named, people, personNames, type PersonName } from './people'

/** What may happen next: a person does one of the things they may, or time passes and the clock does its own. */
interface Step {
  who: PersonName | 'clock'
  which: number
  chance: number
  later: number
}

const volunteers: PersonName[] = ['captain', 'second taker', 'stand-in', 'offeree', 'volunteer']
/** What brings an order on its way; the rest happens more rarely, as in life. */
const onward: readonly OrderEvent[] = [
  'dispatch',
  'defer',
  'accept',
  'checkIn',
  'checkOut',
  'complete',
  'proposeStandIn',
  'takeOver',
  'review',
  'reopen',
]
const ends: readonly OrderStatus[] = ['reviewed', 'closed', 'cancelled', 'redirected', 'merged']
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!

const steps = fc.array(
  fc.record({
    who: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom<PersonName>(...volunteers) },
      {
        weight: 3,
        arbitrary: fc.constantFrom<PersonName>(
          'staff of the community',
          'staff of the community',
          'requester',
          'beneficiary',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom<PersonName>(...personNames) },
      { weight: 3, arbitrary: fc.constant('clock' as const) },
    ),
    which: fc.nat(100_000),
    chance: fc.nat(1000),
    later: fc.oneof(
      { weight: 6, arbitrary: fc.nat(hours(1)) },
      { weight: 2, arbitrary: fc.nat(hours(12)) },
      { weight: 1, arbitrary: fc.constant(days(8)) },
    ),
  }),
  { minLength: 30, maxLength: 80, size: 'max' },
)

function payloadOf(event: OrderEvent, order: Order, chance: number, at: number): EventPayloads[OrderEvent] {
  const someone = volunteers.slice(chance % 3, (chance % 3) + 1 + (chance % 2)).map(named)
  const offer = chance % 3 === 0 ? hallOffer : peopleOffer(...someone)
  const happenedAt = chance % 2 === 0 ? null : at - hours(chance / 20) + hours(10)
  switch (event) {
    case 'dispatch':
      return { offer }
    case 'advance':
      return { offer: chance % 4 === 0 ? null : offer }
    case 'defer':
      return { until: at + hours(1 + (chance % 12)), note: '' }
    case 'noShow':
      return { userId: pick(order.takers, chance)?.userId ?? 'nobody-there', note: '' }
    case 'proposeStandIn':
      return { standIn: named(pick([...volunteers, 'requester'] as PersonName[], chance)) }
    case 'checkIn':
      return { code: pick([null, doorCode, '000000'], chance), happenedAt }
    case 'checkOut':
      return { note: '', photoFileIds: [], happenedAt }
    case 'completeFor':
      return { note: '手机没电了', happenedAt }
    case 'complete':
      return { note: '', photoFileIds: [], happenedAt }
    case 'review':
      return { ...payloads.review, stars: 1 + (chance % 5) }
    default:
      return payloads[event]
  }
}

/** The clock's event whose time has come; else none. */
const dueEvent = (order: Order, at: number): OrderEvent | null =>
  clockEvents.find((event) => (order.clocks[event] ?? Infinity) <= at) ?? null

/** What the step makes happen, or null where it can't. */
function next(
  order: Order,
  { who, which, chance }: Step,
  at: number,
  requestId: string,
): [OrderEvent, Order] | null {
  const actor: Account | null = who === 'clock' ? null : people[who]
  const allowed = actor ? allowedActions(actor, order) : []
  const likely = allowed.flatMap((event) => Array<OrderEvent>(onward.includes(event) ? 30 : 1).fill(event))
  const event = actor ? (likely.length > 0 ? pick(likely, which) : null) : dueEvent(order, at)
  if (!event) return null
  const payload = payloadOf(event, order, chance, at)
  try {
    return [event, applyEvent(order, event, payload as never, { actor, at, requestId })]
  } catch (error) {
    if (error instanceof AppError && ['Conflict', 'BadInput'].includes(error.code)) return null
    throw error
  }
}

const start = (wanted: number, isAuto: boolean): Order =>
  placeOrder(
    {
      text: '河道巡查',
      voice: null,
      answers: [],
      urgent: false,
      window: null,
      photoFileIds: [],
      areaPath: places.building4,
      areaName: '幸福里小区 4栋',
      gridPath: null,
      buildingPath: places.building4,
      communityPath: places.community,
      contact: { ...secrets },
      beneficiary: {
        kind: 'other',
        name: '李奶奶',
        relation: 'family',
        userId: people.beneficiary._id,
        consent: 'present',
      },
      seriesId: null,
      parentId: null,
      people: wanted,
    },
    people.requester,
    {
      service: aService({
        auto: isAuto
          ? [
              { to: 'nearest', count: 3, afterMinutes: 0 },
              { to: 'hall', count: 1, afterMinutes: 10 },
            ]
          : [],
      }),
      handbook: aHandbook(),
      doorCode,
      requestId: 'request-0000',
      at: startOfTests,
    },
  )

const isUnique = (list: readonly string[]): boolean => new Set(list).size === list.length
const minutesOf = (order: Order): number => order.takers.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)

const served = (order: Order): number => order.served.reduce((sum, { minutes }) => sum + minutes, 0)

/** What is true of every order, whatever has happened to it. */
function holds(order: Order, at: number): void {
  expect(orderSchema.safeParse(order).error).toBeUndefined()
  expect(order).toMatchObject(derivedFields(order))
  expect(order.wakeAt).toBe(
    Object.keys(order.clocks).length ? Math.min(...Object.values(order.clocks)) : null,
  )
  expect(order.phase).toBe(phaseOf[order.status])
  expect(order.dueKey).toBe(pageKey(order.dueAt, order._id))
  expect(order.takers.length).toBeLessThanOrEqual(order.people)
  expect(isUnique(order.takerIds)).toBe(true)
  for (const helped of [people.requester._id, people.beneficiary._id])
    expect(order.takerIds).not.toContain(helped)
  expect(order.activity).toHaveLength(order.version + 1)
  for (const { acceptedAt, checkedInAt, completedAt, minutes } of order.takers) {
    expect(checkedInAt ?? acceptedAt).toBeGreaterThanOrEqual(acceptedAt)
    expect(completedAt ?? at).toBeGreaterThanOrEqual(checkedInAt ?? acceptedAt)
    expect(Math.max(acceptedAt, checkedInAt ?? 0, completedAt ?? 0)).toBeLessThanOrEqual(at)
    if (minutes !== null) {
      expect(minutes).toBeGreaterThanOrEqual(0)
      expect(minutes * 60_000).toBeLessThanOrEqual((completedAt ?? 0) - (checkedInAt ?? completedAt ?? 0))
    }
  }
}

/** Nobody's order is nobody's: the desk waits for it, the clock wakes it, or somebody is asked or comes. */
function hasOwner(order: Order): void {
  const { phase, status, offer, takers, clocks } = order
  if (phase === 'waiting') expect([offer, takers]).toEqual([null, []])
  if (phase === 'later') expect(clocks.wake).toBeDefined()
  if (phase === 'moving') expect(offer !== null || takers.length > 0).toBe(true)
  if (status === 'dispatched') expect([offer !== null, typeof clocks.lapse]).toEqual([true, 'number'])
  if (status === 'accepted')
    expect([offer, takers.length > 0, typeof clocks.lapse]).toEqual([null, true, 'number'])
  if (status === 'inService') expect(takers.some(isThere)).toBe(true)
  else if (phase === 'moving') expect(takers.some(({ completedAt }) => completedAt !== null)).toBe(false)
  if (status === 'completed') expect(clocks.expire).toBeDefined()
  if (phase === 'waiting' || phase === 'moving')
    expect(clocks.escalate !== undefined || order.lateness === 3).toBe(true)
  if (ends.includes(status)) expect(clocks).toEqual({})
}

/** What one event may do to what was before. */
function follows(before: Order, after: Order, event: OrderEvent): void {
  expect(after.version).toBe(before.version + 1)
  expect(after.activity.slice(0, -1)).toEqual(before.activity)
  expect(after.activity.at(-1)).toMatchObject({ event, from: before.status, to: after.status })
  expect(after.served.slice(0, before.served.length)).toEqual(before.served)
  expect(after.lateness).toBeGreaterThanOrEqual(before.lateness)
  expect(after.reopenedCount).toBe(before.reopenedCount + (event === 'reopen' ? 1 : 0))
  if (ends.includes(before.status)) expect(after.status).toBe(before.status)
  if (before.review) expect(after.review).toEqual(before.review)
  // Each visit counts once, when it ends: what is new on the takers is new in the ledger, and the ledger loses nothing.
  const isEnd =
    ['complete', 'completeFor', 'checkOut'].includes(event) ||
    (event === 'checkIn' && before.status === 'completed')
  const isCounted = served(after) - served(before)
  if (isEnd) expect(isCounted).toBe(minutesOf(after) - minutesOf(before))
  else if (event !== 'correctHours') expect(isCounted).toBe(0)
  // Only the phone that tells it later knows that its own had gone before.
  const teller = isEnd && before.status === 'completed' ? after.activity.at(-1)?.by : null
  for (const taker of before.takers.filter(
    ({ completedAt, userId }) => completedAt !== null && userId !== teller,
  ))
    if (after.takerIds.includes(taker.userId)) expect(after.takers).toContainEqual(taker)
  for (const field of [
    '_id',
    'requesterId',
    'createdAt',
    'createdKey',
    'doorCode',
    'text',
    'contact',
  ] as const)
    expect(after[field]).toEqual(before[field])
  expect(after.outbox.slice(0, before.outbox.length)).toEqual(before.outbox)
  expect(isUnique(after.outbox.map(({ id }) => id))).toBe(true)
}

describe('order histories: whatever people and the clock do, in whatever order', () => {
  const seen = { statuses: new Set<OrderStatus>(), events: new Set<OrderEvent>() }

  it('every order is whole, somebody’s, and its history true', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.nat(3), steps, (wanted, beginning, all) => {
        const placed = start(wanted, beginning > 1)
        let order = beginning === 0 ? begun(placed, volunteers.slice(0, wanted)) : placed
        let at = startOfTests
        holds(order, at)
        hasOwner(order)
        all.forEach((step, index) => {
          at += step.later
          const done = next(order, step, at, `request-${index}`)
          if (!done) return
          const [event, after] = done
          seen.statuses.add(after.status)
          seen.events.add(event)
          holds(after, at)
          hasOwner(after)
          follows(order, after, event)
          order = after
        })
      }),
      { numRuns: 300, seed: 20250101 },
    )
  })

  it('the histories were full of life: every status, and all but rare events, came to pass', () => {
    expect([...seen.statuses].sort()).toEqual([...orderStatuses].sort())
    for (const event of [
      'accept',
      'takeOver',
      'noShow',
      'checkOut',
      'complete',
      'reopen',
      'review',
      'lapse',
      'advance',
      'wake',
    ])
      expect(seen.events).toContain(event)
  })
})

describe('order histories: a rating', () => {
  it('cannot be changed by what staff find', () => {
    const rated = { ...start(1, false), status: 'reviewed' as const, review: aReview({ stars: 1 }) }
    const context = { actor: people['staff of the community'], at: startOfTests, requestId: 'request-0001' }
    expect(applyEvent(rated, 'followUp', { finding: '误会' }, context).review).toEqual(rated.review)
  })
})
