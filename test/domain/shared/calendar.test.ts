import fc from '../../support/fast-check'
import { addWorkingTime, afterQuiet, dayKey, isWorkday, timeOfDay, weekdayOf } from '@/domain/shared/calendar'
import { days, hours, minutes, type Timestamp } from '@/domain/shared/time'
import { aCalendar } from '../../support/factories/handbook'

/** A moment in Beijing: `2025-01-03 17:00` is a Friday. */
const on = (text: string): Timestamp => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
/** The Spring Festival of 2025, with the Sunday before and the Saturday after it worked. */
const festival = aCalendar({
  holidays: [28, 29, 30, 31].map((day) => `2025-01-${day}`).concat(['2025-02-03', '2025-02-04']),
  workdays: ['2025-01-26', '2025-02-08'],
})

describe('calendar: days', () => {
  it.each([
    ['2025-01-01 00:00', '2025-01-01', 3, 0],
    ['2025-01-01 23:59', '2025-01-01', 3, hours(23) + minutes(59)],
    ['2025-01-05 07:59', '2025-01-05', 0, hours(7) + minutes(59)],
    ['2024-02-29 12:00', '2024-02-29', 4, hours(12)],
  ])('%s in Beijing', (text, key, weekday, time) => {
    expect([dayKey(on(text)), weekdayOf(on(text)), timeOfDay(on(text))]).toEqual([key, weekday, time])
  })

  it.each([
    ['a Friday', '2025-01-03 09:00', true],
    ['a Saturday', '2025-01-04 09:00', false],
    ['a holiday on a weekday', '2025-01-28 09:00', false],
    ['a Sunday worked for it', '2025-01-26 09:00', true],
    ['a Saturday worked for it, at night too', '2025-02-08 03:00', true],
  ])('work on %s: %s', (_what, text, expected) => {
    expect(isWorkday(festival, on(text))).toBe(expected)
  })
})

describe('calendar: working time', () => {
  it.each([
    ['within the morning', '2025-01-03 09:00', 60, '2025-01-03 10:00'],
    ['exactly to the end of the morning', '2025-01-03 09:00', 180, '2025-01-03 12:00'],
    ['over lunch', '2025-01-03 11:30', 60, '2025-01-03 14:30'],
    ['from lunch', '2025-01-03 13:00', 30, '2025-01-03 14:30'],
    ['from before work', '2025-01-03 06:00', 30, '2025-01-03 09:00'],
    ['over the night', '2025-01-02 17:00', 60, '2025-01-03 09:00'],
    ['over the weekend', '2025-01-03 17:00', 60, '2025-01-06 09:00'],
    ['from a Sunday', '2025-01-05 20:00', 10, '2025-01-06 08:40'],
    ['several days', '2025-01-06 08:30', 420 * 3, '2025-01-08 17:30'],
    ['nothing at all, in the night', '2025-01-03 20:00', 0, '2025-01-06 08:30'],
  ])('%s', (_what, from, duration, expected) => {
    expect(addWorkingTime(aCalendar(), on(from), minutes(duration))).toBe(on(expected))
  })

  it.each([
    ['over the holidays', '2025-01-27 17:00', 60, '2025-02-05 09:00'],
    ['the Sunday that is worked', '2025-01-24 17:00', 60, '2025-01-26 09:00'],
    ['the Saturday that is worked', '2025-02-07 17:00', 60, '2025-02-08 09:00'],
    ['not the Sunday after it', '2025-02-08 17:00', 60, '2025-02-10 09:00'],
  ])('%s', (_what, from, duration, expected) => {
    expect(addWorkingTime(festival, on(from), minutes(duration))).toBe(on(expected))
  })

  it.each([
    ['works on no day', aCalendar({ weekdays: [] })],
    ['works at no hour', aCalendar({ hours: [] })],
  ])('an office that %s: time runs by the clock', (_what, calendar) => {
    expect(addWorkingTime(calendar, on('2025-01-03 20:00'), hours(3))).toBe(on('2025-01-03 23:00'))
  })
})

describe('calendar: working time, for any calendar', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 60, max: 600 }))
    .map(([from, long]) => ({ from, to: Math.min(1440, from + long) }))
  const dayKeys = fc.array(
    fc.integer({ min: 0, max: 40 }).map((n) => dayKey(on('2025-01-01 12:00') + days(n))),
    { maxLength: 12 },
  )
  const calendars = fc
    .record({
      weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      hours: fc.array(span, { minLength: 1, maxLength: 4 }),
      holidays: dayKeys,
      workdays: dayKeys,
    })
    .map((calendar) => ({
      ...calendar,
      hours: [...calendar.hours]
        .sort((a, b) => a.from - b.from)
        .filter(({ from }, index, all) => index === 0 || from > all[index - 1]!.to),
    }))
    .filter(({ hours: spans }) => spans.every((one, index) => index === 0 || one.from > spans[index - 1]!.to))
  const moments = fc.integer({ min: on('2025-01-01 00:00'), max: on('2025-02-10 00:00') })
  const durations = fc.integer({ min: 0, max: hours(20) })

  it('never earlier than by the clock', () => {
    fc.assert(
      fc.property(calendars, moments, durations, (calendar, from, duration) => {
        expect(addWorkingTime(calendar, from, duration)).toBeGreaterThanOrEqual(from + duration)
      }),
    )
  })

  it('always ends on a working day, within its hours', () => {
    fc.assert(
      fc.property(calendars, moments, durations, (calendar, from, duration) => {
        const end = addWorkingTime(calendar, from, duration)
        // The last moment of a day ends on the day after, at midnight.
        const day = timeOfDay(end) === 0 && duration > 0 ? end - 1 : end
        expect(isWorkday(calendar, day)).toBe(true)
        const time = end - (day - timeOfDay(day))
        expect(calendar.hours.some((span) => time >= minutes(span.from) && time <= minutes(span.to))).toBe(
          true,
        )
      }),
    )
  })

  it('later begun or longer never ends earlier', () => {
    fc.assert(
      fc.property(calendars, moments, durations, fc.nat(hours(30)), (calendar, from, duration, more) => {
        const end = addWorkingTime(calendar, from, duration)
        expect(addWorkingTime(calendar, from + more, duration)).toBeGreaterThanOrEqual(end)
        expect(addWorkingTime(calendar, from, duration + more)).toBeGreaterThanOrEqual(end)
      }),
    )
  })

  it('a bit and then the rest is all of it', () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        durations,
        fc.integer({ min: 1, max: hours(5) }),
        (calendar, from, a, b) => {
          expect(addWorkingTime(calendar, addWorkingTime(calendar, from, a), b)).toBe(
            addWorkingTime(calendar, from, a + b),
          )
        },
      ),
    )
  })
})

describe('calendar: quiet hours', () => {
  const night = { from: 1290, to: 420 }
  const nap = { from: 750, to: 840 }
  it.each([
    ['in the evening', night, '2025-01-03 22:00', '2025-01-04 07:00'],
    ['just as they begin', night, '2025-01-03 21:30', '2025-01-04 07:00'],
    ['after midnight', night, '2025-01-04 00:30', '2025-01-04 07:00'],
    ['at midnight', night, '2025-01-04 00:00', '2025-01-04 07:00'],
    ['just as they end', night, '2025-01-04 07:00', '2025-01-04 07:00'],
    ['before', night, '2025-01-03 21:29', '2025-01-03 21:29'],
    ['by day', night, '2025-01-03 12:00', '2025-01-03 12:00'],
    ['over the year', night, '2024-12-31 23:00', '2025-01-01 07:00'],
    ['at noon', nap, '2025-01-03 13:00', '2025-01-03 14:00'],
    ['before noon', nap, '2025-01-03 12:29', '2025-01-03 12:29'],
    ['after the nap', nap, '2025-01-03 14:00', '2025-01-03 14:00'],
    ['without any', { from: 600, to: 600 }, '2025-01-03 10:00', '2025-01-03 10:00'],
  ])('%s', (_what, quiet, at, expected) => {
    expect(afterQuiet(quiet, on(at))).toBe(on(expected))
  })

  it('never earlier, never by more than a day, and then it is over', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minute, minute, fc.nat(days(3)), (from, to, later) => {
        const at = on('2025-01-03 00:00') + later
        const end = afterQuiet({ from, to }, at)
        expect(end).toBeGreaterThanOrEqual(at)
        expect(end).toBeLessThan(at + days(1))
        expect(afterQuiet({ from, to }, end)).toBe(end)
      }),
    )
  })
})
