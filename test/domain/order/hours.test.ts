import fc from '../../support/fast-check'
import {
  correctionOf,
  creditedEach,
  creditedInAll,
  creditedMinutes,
  mostCredited,
} from '@/domain/order/hours'
import type { Served } from '@/domain/order/parts'
import { orderSchema } from '@/domain/order/schema'
import { anOrder, aTaker, wang } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'
import { actors, apply, ma } from './effects'

const at = startOfTests
const visit = (minutes: number, who = wang): Served => ({ ...who, kind: 'visit', minutes, reason: '', at })
const correction = (minutes: number, who = wang): Served => ({
  ...who,
  kind: 'correction',
  minutes,
  reason: '多记了',
  at,
})
const ledger = (...served: Served[]) => ({ served, takers: [] })

describe('hours: what counts', () => {
  it.each([
    ['nobody served', ledger(), 0],
    ['one visit', ledger(visit(60)), 60],
    ['two visits of a reopened order', ledger(visit(60), visit(30)), 90],
    ['a visit set right upwards', ledger(visit(60), correction(30)), 90],
    ['and downwards', ledger(visit(60), correction(-45)), 15],
    ['never below nothing', ledger(visit(60), correction(-90)), 0],
    ['someone else’s', ledger(visit(60, ma)), 0],
  ])('%s', (_what, order, minutes) => {
    expect(creditedMinutes(order, wang.userId)).toBe(minutes)
  })

  it('each once, by the name of their last line, and whether it was set right', () => {
    const order = ledger(visit(60), visit(30, ma), visit(20, { ...wang, name: '王伯' }), correction(-10, ma))
    expect(creditedEach(order)).toEqual([
      { ...wang, name: '王伯', minutes: 80, isCorrected: false },
      { ...ma, minutes: 20, isCorrected: true },
    ])
    expect(creditedInAll(order)).toBe(100)
  })
})

describe('hours: setting them right', () => {
  const order = anOrder({ status: 'reviewed', served: [visit(60), visit(60, ma)] })
  const correct = (minutes: number, userId = wang.userId, by = actors.staff) =>
    apply(order, 'correctHours', { userId, minutes, note: '忘了点办好' }, by)

  it('a line is added, none is changed', () => {
    const after = correct(90)
    expect(after.served.slice(0, 2)).toEqual(order.served)
    expect(after.served[2]).toMatchObject({ ...wang, kind: 'correction', minutes: 30, reason: '忘了点办好' })
    expect(creditedMinutes(after, wang.userId)).toBe(90)
    expect(creditedMinutes(after, ma.userId)).toBe(60)
    expect(orderSchema.parse(after)).toEqual(after)
  })

  it('the trail says who, when, whose, from, to and why', () => {
    expect(correct(0).activity.at(-1)).toMatchObject({
      event: 'correctHours',
      by: 'staff-chen',
      whom: wang.userId,
      hours: { name: '王师傅', from: 60, to: 0 },
      note: '忘了点办好',
      isInternal: false,
    })
  })

  it('staff: not for themselves, even if they served', () => {
    expect(() => correct(90, wang.userId, actors.wang)).toThrow(
      expect.objectContaining({ code: 'Forbidden' }),
    )
  })

  it('not for one who has not served, nor to what it is', () => {
    expect(() => correct(90, 'volunteer-zhao')).toThrow(
      expect.objectContaining({ code: 'BadInput', details: { where: ['userId'] } }),
    )
    expect(() => correct(60)).toThrow(
      expect.objectContaining({ code: 'BadInput', details: { where: ['minutes'] } }),
    )
  })

  it('one whose visit was too short to count: may be given hours; one who never came may not', () => {
    const takers = [aTaker({ checkedInAt: at, completedAt: at, minutes: 0 }), aTaker(ma)]
    const short = anOrder({ status: 'completed', takers, served: [] })
    const payload = { userId: wang.userId, minutes: 45, note: '签到晚了' }
    const after = apply(short, 'correctHours', payload, actors.staff)
    expect(creditedMinutes(after, wang.userId)).toBe(45)
    expect(after.servedIds).toEqual([wang.userId])
    const absent = { ...payload, userId: ma.userId }
    expect(() => apply(short, 'correctHours', absent, actors.staff)).toThrow(
      expect.objectContaining({ code: 'BadInput' }),
    )
  })

  it('however often: it comes to what was said last, and every line stays', () => {
    const wanted = fc.array(fc.integer({ min: 0, max: mostCredited }), { maxLength: 20 })
    fc.assert(
      fc.property(wanted, (all) => {
        let now = ledger(visit(60))
        for (const minutes of all) {
          const before = creditedMinutes(now, wang.userId)
          if (minutes === before) continue
          const line = correctionOf(now, { userId: wang.userId, minutes, reason: '多记了' }, at)
          const next = ledger(...now.served, line)
          expect(next.served.slice(0, -1)).toEqual(now.served)
          expect(creditedMinutes(next, wang.userId)).toBe(minutes)
          now = next
        }
      }),
    )
  })
})
