import { vouchByOf } from '@/domain/membership/vouch-by'
import { days, hours } from '@/domain/shared/time'
import { aCalendar } from '../../support/factories/handbook'

/** Wednesday 5 March 2025, 10:00 in Beijing. */
const wednesday = Date.UTC(2025, 2, 5, 2)

it.each([
  ['two working days later, at the same time', aCalendar(), wednesday, wednesday + days(2)],
  ['not over a weekend', aCalendar(), wednesday + days(2), wednesday + days(6)],
  ['not on a holiday', aCalendar({ holidays: ['2025-03-06'] }), wednesday, wednesday + days(5)],
  [
    'by the clock where the office names no hours',
    aCalendar({ hours: [] }),
    wednesday,
    wednesday + hours(48),
  ],
])('who vouches has two of the office’s days: %s', (_what, calendar, from, expected) => {
  expect(vouchByOf(calendar, from)).toBe(expected)
})
