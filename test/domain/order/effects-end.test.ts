import { derivedFields, orderSchema } from '@/domain/order/schema'
import { pageKey } from '@/domain/shared/paging'
import { days, hours } from '@/domain/shared/time'
import { aReview, aTaker, anOrder, hallOffer, peopleOffer, wang } from '../../support/factories/order'
import { actors, after, apply, at, ma } from './effects'
import { neededFor, payloads, possible } from './machine'

describe('order events: the end', () => {
  it('review: carries who and when, and the clock is done', () => {
    const order = after('completed', 'review', payloads.review, {}, actors.li)
    expect(order).toMatchObject({ status: 'reviewed', phase: 'done', clocks: {}, wakeAt: null })
    expect(order.review).toEqual(aReview({ at }))
  })

  it('a low rating wants asking after, until someone has; the rating stays', () => {
    const low = after('completed', 'review', { ...payloads.review, stars: 2 }, {}, actors.li)
    expect(low.needsFollowUp).toBe(true)
    const asked = apply(low, 'followUp', { finding: '来晚了' }, actors.staff)
    expect(asked).toMatchObject({ needsFollowUp: false, review: low.review, status: 'reviewed' })
    expect(asked.followUp).toEqual({ finding: '来晚了', byName: '陈社工', at })
    expect(after('completed', 'review', { ...payloads.review, stars: 3 }).needsFollowUp).toBe(false)
  })

  it('a visit felt unsafe wants looking into, until someone has; another one wants it again', () => {
    const first = after('completed', 'rateVisit', { safety: 'unsafe', note: '有大狗' })
    expect(first.needsSafetyLook).toBe(true)
    const asked = apply(first, 'lookInto', { note: '狗会拴好' }, actors.staff)
    expect(asked).toMatchObject({
      needsSafetyLook: false,
      status: 'completed',
      visitRatings: first.visitRatings,
      safetyLook: { finding: '狗会拴好', byName: '陈社工', at },
    })
    expect(asked.activity.at(-1)).toMatchObject({ event: 'lookInto', note: '狗会拴好', isInternal: true })
    const [rating] = first.visitRatings
    const visitRatings = [{ ...rating, userId: ma.userId, at: at + 1 } as (typeof first.visitRatings)[number]]
    expect(derivedFields({ ...asked, visitRatings }).needsSafetyLook).toBe(true)
    expect(after('completed', 'rateVisit', { safety: 'uneasy', note: '' }).needsSafetyLook).toBe(false)
  })

  it('expire: closes it without a rating', () => {
    const closed = after('completed', 'expire', {}, {}, null)
    expect(closed).toMatchObject({ status: 'closed', phase: 'done', review: null, wakeAt: null })
  })

  it.each(['placed', 'deferred', 'dispatched', 'accepted'] as const)(
    'cancel when %s: the offer is gone',
    (status) => {
      const cancelled = after(status, 'cancel', { note: '不用了' })
      expect(cancelled).toMatchObject({
        status: 'cancelled',
        phase: 'done',
        offer: null,
        clocks: {},
        wakeAt: null,
      })
    },
  )

  it('the visit is rated by each who came', () => {
    const order = after('closed', 'rateVisit', { safety: 'unsafe', note: '有大狗' })
    expect(order.visitRatings).toEqual([{ userId: 'volunteer-wang', safety: 'unsafe', note: '有大狗', at }])
    expect(order.activity.at(-1)?.isInternal).toBe(true)
  })
})

describe('order events: not solved', () => {
  const takers = [aTaker({ checkedInAt: at, minutes: 60 }), aTaker({ ...ma, minutes: 0 })]
  const reopened = after(
    'completed',
    'reopen',
    { note: '还在漏', doorCode: '730211' },
    { codeTries: 4, reopenedCount: 1, people: 2, takers },
    actors.li,
  )

  it('is offered to the same people again, and counted', () => {
    expect(reopened).toMatchObject({
      status: 'dispatched',
      phase: 'moving',
      offer: peopleOffer(wang, ma),
      takers: [],
      completedAt: null,
      completion: null,
      reopenedCount: 2,
      clocks: { lapse: at + hours(2), escalate: at + days(1) },
    })
  })

  it('has its time anew: it is neither late at once, nor can anybody be said not to have come', () => {
    const window = { from: at - days(2), to: at - days(1) }
    const late = { takers: [aTaker()], window, dueAt: at - days(1) }
    const again = after('completed', 'reopen', { note: '', doorCode: '730211' }, late, actors.li)
    expect(again).toMatchObject({ window: null, dueAt: at + days(1), dueFrom: at })
    expect(again.dueKey).toBe(pageKey(at + days(1), again._id))
    const taken = apply(again, 'accept', {}, actors.wang)
    expect(() => apply(taken, 'noShow', { userId: wang.userId, note: '' }, actors.li)).toThrow('Conflict')
  })

  it('is not offered again to whoever felt unsafe there', () => {
    const unsafe = { userId: wang.userId, safety: 'unsafe' as const, note: '', at }
    const again = after(
      'completed',
      'reopen',
      { note: '', doorCode: '730211' },
      { people: 2, takers, visitRatings: [unsafe] },
      actors.li,
    )
    expect(again.offer).toEqual(peopleOffer(ma))
  })

  it('somebody felt unsafe there: nobody is asked alone before the office has looked into it', () => {
    const visitRatings = [{ userId: wang.userId, safety: 'unsafe' as const, note: '', at }]
    const reopen = { note: '', doorCode: '730211' }
    const fields = { takers: [aTaker()], visitRatings }
    const again = after('completed', 'reopen', reopen, fields, actors.li)
    expect(again).toMatchObject({ status: 'placed', phase: 'waiting', offer: null, reopenedCount: 1 })
    const looked = { finding: '狗会拴好', byName: '陈社工', at }
    expect(after('completed', 'reopen', reopen, { ...fields, safetyLook: looked }, actors.li)).toMatchObject({
      status: 'dispatched',
      offer: hallOffer,
    })
  })

  it('with another code at the door: those who were there know the first', () => {
    expect(reopened).toMatchObject({ doorCode: '730211', codeTries: 0 })
  })

  it('does not close by itself meanwhile', () => {
    expect(reopened.clocks).not.toHaveProperty('expire')
  })

  it('goes to the hall where nobody is known to have been there', () => {
    expect(
      after('completed', 'reopen', { note: '还在漏', doorCode: '730211' }, { takers: [] }).offer,
    ).toEqual(hallOffer)
  })

  it('offered to ten of those who came, where many did', () => {
    const many = Array.from({ length: 12 }, (_, n) => aTaker({ userId: `volunteer-${n}`, name: `${n}` }))
    expect(
      after('completed', 'reopen', { note: '', doorCode: '730211' }, { people: 12, takers: many }).offeredIds,
    ).toHaveLength(10)
  })
})

describe('order events: beside the road', () => {
  it('followed: once more', () => {
    const order = after('placed', 'follow', {}, { followerIds: ['resident-sun'] }, actors.zhao)
    expect(order.followerIds).toEqual(['resident-sun', 'volunteer-zhao'])
  })

  it('called back: nobody has to call them any more, the others still', () => {
    const unreached = ['resident-li', 'volunteer-wang', 'resident-li'].map((to) => ({
      to,
      moment: 'late' as const,
      at,
    }))
    const order = after('placed', 'callBack', { userId: 'resident-li', note: '' }, { unreached })
    expect(order).toMatchObject({ unreached: [{ to: 'volunteer-wang' }], hasUnreached: true })
    const last = apply(order, 'callBack', { userId: 'volunteer-wang', note: '' })
    expect(last).toMatchObject({ unreached: [], hasUnreached: false })
  })

  it.each([true, false])('remark: is on the trail, internal or not (%p)', (isInternal) => {
    const order = after('placed', 'remark', { note: '独居', isInternal }, {}, actors.staff)
    expect(order.activity.at(-1)).toMatchObject({ note: '独居', isInternal, byName: '陈社工' })
  })
})

describe('order events: what comes out is an order', () => {
  it.each(possible)('%s: %s', (status, event) => {
    const before = anOrder({ status, dueAt: at - 1, people: 2, ...neededFor(status, event) })
    const order = apply(before, event, payloads[event], event === 'correctHours' ? actors.staff : actors.wang)
    expect(orderSchema.parse(order)).toEqual(order)
    expect(order.version).toBe(1)
    expect(order).toMatchObject(derivedFields(order))
    expect(order.dueKey).toBe(pageKey(order.dueAt, order._id))
  })
})
