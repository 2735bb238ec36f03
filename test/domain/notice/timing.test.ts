import fc from '../../support/fast-check'
import { nextCommonAt, nextWakeOf, timesOf } from '@/domain/notice/timing'
import { commonPace } from '@/domain/notice/schema'
import { AppError } from '@/domain/shared/errors'
import { days, hours, minutes } from '@/domain/shared/time'
import { aNotice } from '../../support/factories/notice'
import { startOfTests as now } from '../../support/factories/places'

const common = { isUrgent: false, publishAt: null, expiresAt: null, visitAfterHours: null }
const codeOf = (wanted: Parameters<typeof timesOf>[0]): unknown => {
  try {
    timesOf(wanted, now)
    return 'ok'
  } catch (error) {
    return error instanceof AppError ? [error.code, error.details.where] : error
  }
}

describe('when a notice goes and how long it holds', () => {
  it.each([
    ['at once', common, 'ok'],
    ['in an hour', { ...common, publishAt: now + hours(1) }, 'ok'],
    ['now, by a date: that is no date ahead', { ...common, publishAt: now }, ['BadInput', ['publishAt']]],
    ['in 30 days', { ...common, publishAt: now + days(30) }, 'ok'],
    ['later than that', { ...common, publishAt: now + days(30) + 1 }, ['BadInput', ['publishAt']]],
    ['over before it is out', { ...common, expiresAt: now }, ['BadInput', ['expiresAt']]],
    [
      'over before it is out, later',
      { ...common, publishAt: now + hours(2), expiresAt: now + hours(1) },
      ['BadInput', ['expiresAt']],
    ],
    ['urgent, and does not say until when', { ...common, isUrgent: true }, ['BadInput', ['expiresAt']]],
    ['urgent for 72 hours', { ...common, isUrgent: true, expiresAt: now + hours(72) }, 'ok'],
    [
      'urgent for longer',
      { ...common, isUrgent: true, expiresAt: now + hours(72) + 1 },
      ['BadInput', ['expiresAt']],
    ],
    [
      'urgent tomorrow: the hours count from then',
      { ...common, isUrgent: true, publishAt: now + hours(24), expiresAt: now + hours(96) },
      'ok',
    ],
    [
      'visits for what is over by then',
      { ...common, expiresAt: now + hours(2), visitAfterHours: 2 },
      ['BadInput', ['visitAfterHours']],
    ],
  ])('%s', (_what, wanted, expected) => {
    expect(codeOf(wanted)).toEqual(expected)
  })

  it('the hours to the visits count from when it goes out', () => {
    const times = timesOf({ ...common, publishAt: now + hours(5), visitAfterHours: 3 }, now)
    expect(times).toEqual({ publishedAt: now + hours(5), expiresAt: null, visitAt: now + hours(8) })
  })
})

describe('common ones keep an hour from each other', () => {
  it.each([
    ['nothing went', [], now],
    ['one went an hour ago', [now - hours(1)], now],
    ['one went 59 minutes ago', [now - minutes(59)], now + minutes(1)],
    ['one goes in half an hour', [now + minutes(30)], now + minutes(90)],
    ['between two there is an hour each', [now - minutes(30), now + minutes(90)], now + minutes(30)],
    ['between two there is not', [now - minutes(30), now + minutes(89)], now + minutes(149)],
  ])('%s', (_what, others, expected) => {
    expect(nextCommonAt(others, now)).toBe(expected)
  })

  it('whatever there is: the answer is free, and so is no earlier minute', () => {
    const others = fc.array(fc.integer({ min: -90, max: 400 }), { maxLength: 8 })
    fc.assert(
      fc.property(others, (offsets) => {
        const taken = offsets.map((offset) => now + minutes(offset))
        const isFree = (at: number) => taken.every((one) => Math.abs(one - at) >= commonPace)
        const next = nextCommonAt(taken, now)
        expect(isFree(next)).toBe(true)
        for (let at = now; at < next; at += minutes(1)) expect(isFree(at)).toBe(false)
      }),
    )
  })
})

describe('when the clock has to do with a notice', () => {
  const visit = { kind: 'visit', after: '' } as const
  const visitAt = now + hours(3)
  it.each([
    ['nothing is left', {}, null],
    ['it is to go out', { state: 'scheduled', publishedAt: now + hours(1) }, now + hours(1)],
    ['cards are to be posted', { work: [{ kind: 'post', after: '' }, visit], visitAt }, now],
    ['visits are to be made', { work: [visit], visitAt }, visitAt],
    ['visits were made: they end with it', { visitAt: now, expiresAt: now + hours(9) }, now + hours(9)],
    ['visits were made, and it holds for ever', { visitAt: now }, null],
    ['it is over before it was out', { state: 'scheduled', publishedAt: now - 2, expiresAt: now }, null],
    ['it was taken back', { state: 'withdrawn', work: [visit], visitAt }, null],
  ] as const)('%s', (_what, overrides, expected) => {
    expect(
      nextWakeOf(aNotice({ ...overrides, work: [...('work' in overrides ? overrides.work : [])] }), now),
    ).toBe(expected)
  })
})
