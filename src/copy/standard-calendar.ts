import { getSolarDateFromLunar } from 'chinese-days'
import published from 'chinese-days/dist/chinese-days.json'
import { addDays } from '@/domain/shared/day-keys'
import { dayKey, type Calendar } from '@/domain/shared/calendar'
import type { Timestamp } from '@/domain/shared/time'

/** Days of a lunar year, month/day (with slashes chinese-days reads them the same in every time zone): Spring Festival's three, Dragon Boat, Mid-Autumn. */
const lunarDays = ['01/01', '01/02', '01/03', '05/05', '08/15']
const solarDays = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/** Clear and Bright, 4 or 5 April, by the usual rule for 2000–2099 (shou xing formula). */
const qingmingOf = (year: number): string => {
  const n = year % 100
  return `${year}-04-0${Math.floor(n * 0.2422 + 4.81) - Math.floor(n / 4)}`
}

/**
 * The days off that the law gives every year (State Council Decree 795, in force since 2025-01-01): New Year 1,
 * Spring Festival 4 from its eve, Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3.
 */
export function lawfulDays(year: number): string[] {
  const lunar = lunarDays.map((day) => getSolarDateFromLunar(`${year}/${day}`).date)
  const eve = addDays(lunar[0] ?? '', -1)
  return [...solarDays.map((day) => `${year}-${day}`), ...lunar, eve, qingmingOf(year)].sort()
}

const within = (days: Record<string, unknown>, year: number): string[] =>
  Object.keys(days)
    .filter((day) => day.startsWith(`${year}-`))
    .sort()

/**
 * Holidays and the weekends worked for them. A year that the State Council has announced (in November for the
 * next; chinese-days 1.5.7 knows 2004–2026) as announced; any other by the law alone, without days moved, until
 * staff or a newer chinese-days know better.
 */
export function holidaysOf(year: number): Pick<Calendar, 'holidays' | 'workdays'> {
  const holidays = within(published.holidays, year)
  if (holidays.length === 0) return { holidays: lawfulDays(year), workdays: [] }
  return { holidays, workdays: within(published.workdays, year) }
}

const calendars = new Map<number, Calendar>()

/** Monday to Friday, 8:30–12:00 and 13:30–17:30, with the holidays of the year of `now` in China and of the next. */
export function standardCalendar(now: Timestamp): Calendar {
  const year = Number(dayKey(now).slice(0, 4))
  const known = calendars.get(year)
  if (known) return known
  const years = [holidaysOf(year), holidaysOf(year + 1)]
  const calendar: Calendar = {
    weekdays: [1, 2, 3, 4, 5],
    hours: [
      { from: 510, to: 720 },
      { from: 810, to: 1050 },
    ],
    holidays: years.flatMap(({ holidays }) => holidays),
    workdays: years.flatMap(({ workdays }) => workdays),
  }
  calendars.set(year, calendar)
  return calendar
}
