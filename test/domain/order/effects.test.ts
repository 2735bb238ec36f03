import { applyEvent, patience, type EventContext, type EventPayloads } from '@/domain/order/effects'
import { orderSchema, type Order, type OrderEvent, type OrderStatus } from '@/domain/order/schema'
import { days, hours } from '@/domain/shared/time'
import { anOrder, personOffer } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'
import { payloads, possible } from './machine'

const at = startOfTests + hours(5)
const wang = { _id: 'volunteer-wang', nickname: '王师傅' }

/** What `event` makes of an order in `status`, done by the volunteer unless told. */
const after = <E extends OrderEvent>(
  status: OrderStatus,
  event: E,
  payload: EventPayloads[E],
  fields: Partial<Order> = {},
  actor: EventContext['actor'] = wang,
): Order =>
  applyEvent(anOrder({ status, ...fields }), event, payload, { actor, at, requestId: 'request-0002' })

const backAtDesk = {
  status: 'placed',
  phase: 'waiting',
  offer: null,
  assigneeId: null,
  assigneeName: null,
  checkedInAt: null,
  wakeAt: null,
}

describe('order events: patience', () => {
  it('is two hours for an offer, twelve for the hall and for a claim, seven days for a rating', () => {
    expect(patience).toEqual({ offer: hours(2), hall: hours(12), claim: hours(12), rating: days(7) })
  })
})

describe('order events: on the way', () => {
  it('dispatch to a person: is offered to them for two hours', () => {
    const offer = personOffer()
    const expected = { status: 'dispatched', phase: 'moving', offer, assigneeId: null, wakeAt: at + hours(2) }
    expect(after('placed', 'dispatch', { offer })).toMatchObject(expected)
  })

  it('dispatch to the hall: stays there for twelve hours', () => {
    const expected = { status: 'dispatched', offer: { kind: 'hall' }, wakeAt: at + hours(12) }
    expect(after('placed', 'dispatch', { offer: { kind: 'hall' } })).toMatchObject(expected)
  })

  it('accept: the one who accepts has it, and the offer is gone', () => {
    expect(after('dispatched', 'accept', {}, { dueAt: at + hours(30) })).toMatchObject({
      status: 'accepted',
      offer: null,
      assigneeId: 'volunteer-wang',
      assigneeName: '王师傅',
      wakeAt: at + hours(42),
    })
  })

  it('accept when it is already late: the patience counts from now', () => {
    expect(after('dispatched', 'accept', {}, { dueAt: at - 1 }).wakeAt).toBe(at + hours(12))
  })

  it('check in: service begins, and the clock leaves it alone', () => {
    const expected = {
      status: 'inService',
      phase: 'moving',
      checkedInAt: at,
      wakeAt: null,
      ...{ assigneeId: wang._id },
    }
    expect(after('accepted', 'checkIn', {})).toMatchObject(expected)
  })

  it('complete: says what was done, and waits seven days for a rating', () => {
    const payload = { note: '换了垫圈', photoFileIds: ['cloud://demo/after.jpg'] }
    expect(after('inService', 'complete', payload)).toMatchObject({
      status: 'completed',
      phase: 'done',
      assigneeId: 'volunteer-wang',
      checkedInAt: startOfTests + hours(3),
      completedAt: at,
      completion: payload,
      wakeAt: at + days(7),
    })
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
    expect(after(status, event, { note: '家里有事' })).toMatchObject(backAtDesk)
  })

  it('what was asked for, when and for when, stays', () => {
    const order = anOrder({ status: 'inService' })
    const released = after('inService', 'release', { note: '要下班了' })
    for (const field of ['_id', 'text', 'contact', 'dueAt', 'createdAt', 'createdKey', 'dueKey'] as const)
      expect(released[field]).toEqual(order[field])
  })
})

describe('order events: the end', () => {
  it('review: carries the moment, and the clock is done', () => {
    const review = { stars: 4, tags: ['kind' as const], words: '谢谢' }
    const expected = { status: 'reviewed', phase: 'done', review: { ...review, at }, wakeAt: null }
    expect(after('completed', 'review', review)).toMatchObject(expected)
  })

  it('expire: closes it without a rating', () => {
    const closed = after('completed', 'expire', {}, {}, null)
    expect(closed).toMatchObject({ status: 'closed', phase: 'done', review: null, wakeAt: null })
  })

  it.each(['placed', 'dispatched', 'accepted'] as const)(
    'cancel when it is %s: the offer is gone',
    (status) => {
      const cancelled = after(status, 'cancel', { note: '不用了' })
      expect(cancelled).toMatchObject({ status: 'cancelled', phase: 'done', offer: null, wakeAt: null })
    },
  )
})

describe('order events: not solved', () => {
  const reopened = after('completed', 'reopen', { note: '还在漏' }, { reopenedCount: 1 })

  it('is offered to the same volunteer again, and counted', () => {
    expect(reopened).toMatchObject({
      status: 'dispatched',
      phase: 'moving',
      offer: personOffer(),
      reopenedCount: 2,
      wakeAt: at + hours(2),
    })
  })

  it('nobody has it, is there, or has done it', () => {
    expect(reopened).toMatchObject({
      assigneeId: null,
      assigneeName: null,
      checkedInAt: null,
      completedAt: null,
      completion: null,
    })
  })

  it('goes to the hall where nobody is known to have been there', () => {
    const orphan = after('completed', 'reopen', { note: '还在漏' }, { assigneeId: null, assigneeName: null })
    expect(orphan.offer).toEqual({ kind: 'hall' })
  })

  it('counts on each time', () => {
    expect(after('completed', 'reopen', { note: '还在漏' }).reopenedCount).toBe(1)
  })
})

describe('order events: what comes out is an order', () => {
  it.each(possible)('%s: %s', (status, event) => {
    const order = after(status, event, payloads[event])
    expect(orderSchema.parse(order)).toEqual(order)
    expect(order.version).toBe(1)
  })
})
