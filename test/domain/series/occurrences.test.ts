import fc from '../../support/fast-check'
import { canOccur, nextDayOf, nextOf, upcomingDays, wakeAtOf, windowOn } from '@/domain/series/occurrences'
import { addDays, dateOf } from '@/domain/shared/day-keys'
import { repeatSchema, type Repeat } from '@/domain/series/schema'
import { dayKey, weekdayOf } from '@/domain/shared/calendar'
import { days, hours, minutes } from '@/domain/shared/time'

/** 2026-11-22 is a Sunday. */
const repeat = (overrides: Partial<Repeat> = {}): Repeat =>
  repeatSchema.parse({
    rule: 'FREQ=WEEKLY;BYDAY=MO,TH',
    startsOn: '2026-11-22',
    endsOn: null,
    span: { from: 510, to: 660 },
    restsOnHolidays: true,
    ...overrides,
  })
const series = (overrides: Partial<Repeat> = {}, skipped: string[] = []) => ({
  repeat: repeat(overrides),
  skipped,
})
const noHolidays = { holidays: [] }
const inChina = (text: string) => Date.parse(`${text}+08:00`)

describe('the days of a series', () => {
  it.each([
    ['every day', { rule: 'FREQ=DAILY' }, ['2026-11-22', '2026-11-23', '2026-11-24']],
    ['every third day', { rule: 'FREQ=DAILY;INTERVAL=3' }, ['2026-11-22', '2026-11-25', '2026-11-28']],
    ['Mondays and Thursdays', {}, ['2026-11-23', '2026-11-26', '2026-11-30']],
    [
      'every second week on Sundays',
      { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU' },
      ['2026-11-22', '2026-12-06', '2026-12-20'],
    ],
    [
      'weekly without a day: that of the start',
      { rule: 'FREQ=WEEKLY' },
      ['2026-11-22', '2026-11-29', '2026-12-06'],
    ],
    [
      'the fifth of the month',
      { rule: 'FREQ=MONTHLY;BYMONTHDAY=5' },
      ['2026-12-05', '2027-01-05', '2027-02-05'],
    ],
    [
      'the 31st, only where there is one',
      { rule: 'FREQ=MONTHLY;BYMONTHDAY=31' },
      ['2026-12-31', '2027-01-31', '2027-03-31'],
    ],
  ] as const)('%s', (_name, rule, expected) => {
    expect(upcomingDays(series(rule), noHolidays, '2026-11-01', 3)).toEqual(expected)
  })

  it('are at most the next seven', () => {
    expect(upcomingDays(series({ rule: 'FREQ=DAILY' }), noHolidays, '2026-12-30')).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
      '2027-01-05',
    ])
  })

  it('begin on the very day that is asked about', () => {
    expect(nextDayOf(series(), noHolidays, '2026-11-26')).toBe('2026-11-26')
    expect(nextDayOf(series(), noHolidays, '2026-11-27')).toBe('2026-11-30')
  })

  it('end with endsOn, that day included', () => {
    expect(upcomingDays(series({ endsOn: '2026-11-26' }), noHolidays, '2026-11-22')).toEqual([
      '2026-11-23',
      '2026-11-26',
    ])
    expect(nextDayOf(series({ endsOn: '2026-11-26' }), noHolidays, '2026-11-27')).toBeNull()
  })

  it('are counted from startsOn, whenever one asks', () => {
    const counted = series({ rule: 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3' })
    expect(upcomingDays(counted, noHolidays, '2026-11-22')).toEqual([
      '2026-11-23',
      '2026-11-26',
      '2026-11-30',
    ])
    expect(upcomingDays(counted, noHolidays, '2026-11-27')).toEqual(['2026-11-30'])
    expect(nextDayOf(counted, noHolidays, '2026-12-01')).toBeNull()
  })

  it('leave out skipped days, which still count', () => {
    const counted = series({ rule: 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3' }, ['2026-11-26'])
    expect(upcomingDays(counted, noHolidays, '2026-11-22')).toEqual(['2026-11-23', '2026-11-30'])
  })

  it('leave out holidays only where the series rests on them', () => {
    const calendar = { holidays: ['2026-11-23', '2026-11-26'] }
    expect(nextDayOf(series(), calendar, '2026-11-22')).toBe('2026-11-30')
    expect(nextDayOf(series({ restsOnHolidays: false }), calendar, '2026-11-22')).toBe('2026-11-23')
  })

  it('agree with a count of days by hand for any weekly rule', () => {
    const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
    const weekly = fc.record({
      weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      offset: fc.integer({ min: 0, max: 400 }),
      left: fc.array(fc.integer({ min: 0, max: 30 })),
    })
    fc.assert(
      fc.property(weekly, ({ weekdays, offset, left }) => {
        const rule = `FREQ=WEEKLY;BYDAY=${weekdays.map((day) => names[day]).join(',')}`
        const from = addDays('2026-11-22', offset)
        const skipped = left.map((count) => addDays(from, count))
        const byHand = Array.from({ length: 60 }, (_, index) => addDays(from, index))
          .filter((day) => weekdays.includes(dateOf(day).getUTCDay()) && !skipped.includes(day))
          .slice(0, 3)
        expect(upcomingDays(series({ rule }, skipped), noHolidays, from, 3)).toEqual(byHand)
      }),
    )
  })
})

describe('when somebody is to come', () => {
  it('the window is told in the time of China', () => {
    expect(windowOn(repeat(), '2026-11-23')).toEqual({
      from: inChina('2026-11-23T08:30'),
      to: inChina('2026-11-23T11:00'),
    })
  })

  it('a window until midnight ends with its day', () => {
    const { from, to } = windowOn(repeat({ span: { from: 1200, to: 1440 } }), '2026-11-23')
    expect(to - from).toBe(minutes(240))
    expect(to).toBe(inChina('2026-11-24T00:00'))
  })

  it('the order is placed two days before at nine, or at once when that is over', () => {
    const day = '2026-11-26'
    expect(wakeAtOf(day, inChina('2026-11-22T12:00'))).toBe(inChina('2026-11-24T09:00'))
    expect(wakeAtOf(day, inChina('2026-11-25T12:00'))).toBe(inChina('2026-11-25T12:00'))
  })
})

describe('what a series waits for next', () => {
  const sunday = inChina('2026-11-22T12:00')

  it('resident: has the first order placed at once when the day is near', () => {
    expect(nextOf(series(), noHolidays, null, sunday)).toEqual({ nextDay: '2026-11-23', wakeAt: sunday })
  })

  it('the next after the day that was placed last', () => {
    expect(nextOf(series(), noHolidays, '2026-11-23', sunday)).toEqual({
      nextDay: '2026-11-26',
      wakeAt: inChina('2026-11-24T09:00'),
    })
  })

  it('today, as long as its window is open', () => {
    const from = (time: string) => nextOf(series(), noHolidays, null, inChina(`2026-11-23T${time}`)).nextDay
    expect(from('10:59')).toBe('2026-11-23')
    expect(from('11:00')).toBe('2026-11-26')
  })

  it('brings no orders for past days after a long pause', () => {
    const now = inChina('2028-03-01T06:00')
    const next = nextOf(series(), noHolidays, '2026-11-23', now)
    expect(next).toEqual({ nextDay: '2028-03-02', wakeAt: now })
  })

  it('nothing any more once the last day is over', () => {
    const ended = series({ endsOn: '2026-11-30' })
    expect(nextOf(ended, noHolidays, '2026-11-30', sunday)).toEqual({ nextDay: null, wakeAt: null })
  })

  it('catching up step by step places each day once, in order, and never one that is over', () => {
    const rules = fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=DAILY;INTERVAL=2;COUNT=30')
    const pauses = fc.array(fc.integer({ min: 0, max: 9 * 24 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(rules, pauses, (rule, hoursLost) => {
        const mine = series({ rule }, ['2026-11-26', '2026-12-03'])
        let [now, after]: [number, string | null] = [sunday, null]
        const placed: string[] = []
        for (const lost of hoursLost) {
          now += hours(lost)
          const { nextDay, wakeAt } = nextOf(mine, noHolidays, after, now)
          if (nextDay === null || wakeAt === null) break
          now = Math.max(now, wakeAt)
          expect(windowOn(mine.repeat, nextDay).to).toBeGreaterThan(now)
          expect(mine.skipped).not.toContain(nextDay)
          placed.push(nextDay)
          after = nextDay
        }
        expect(placed).toEqual([...new Set(placed)].sort())
      }),
    )
  })
})

describe('a rule that somebody may set', () => {
  const now = inChina('2026-11-22T12:00')
  const isTaken = (overrides: Partial<Repeat>) => canOccur(repeat(overrides), noHolidays, now)

  it.each([
    ['weekly', {}],
    ['every leap day', { rule: 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=29', startsOn: '2027-02-01' }],
  ])('%s is one', (_name, overrides) => {
    expect(isTaken(overrides)).toBe(true)
  })

  it.each([
    ['one without any day', { rule: 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', startsOn: '2027-02-01' }],
    ['one that ends before its first day', { endsOn: '2026-11-22' }],
    ['one whose days are all over', { startsOn: '2026-10-01', endsOn: '2026-11-20' }],
    ['one with a part twice', { rule: 'FREQ=DAILY;INTERVAL=2;INTERVAL=3' }],
    ['a weekly one by days of the month', { rule: 'FREQ=WEEKLY;BYMONTHDAY=5' }],
    ['one that starts on no day', { startsOn: '2026-02-30' }],
    ['one that ends on no day', { endsOn: '2026-13-01' }],
  ])('not %s', (_name, overrides) => {
    expect(isTaken(overrides)).toBe(false)
  })

  it('not one whose every day is a holiday', () => {
    const overrides = { startsOn: '2026-11-23', endsOn: '2026-11-26' }
    const calendar = { holidays: ['2026-11-23', '2026-11-26'] }
    expect(canOccur(repeat(overrides), calendar, now)).toBe(false)
    expect(canOccur(repeat({ ...overrides, restsOnHolidays: false }), calendar, now)).toBe(true)
  })

  it('days, weekdays and moments agree with the calendar of the office', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (count) => {
        const day = addDays('2024-02-28', count)
        const { from } = windowOn(repeat({ span: { from: 0, to: 1440 } }), day)
        expect([dayKey(from), dayKey(from + days(1) - 1)]).toEqual([day, day])
        expect(weekdayOf(from)).toBe(dateOf(day).getUTCDay())
      }),
    )
  })
})
