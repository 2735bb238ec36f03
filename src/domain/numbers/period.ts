import { dayKey } from '../shared/calendar'
import { addDays, dateOf, isDay, startOf } from '../shared/day-keys'
import { days, type Timestamp } from '../shared/time'

/** Days `2026-11-22`, both included. */
export interface Period {
  from: string
  to: string
}

/** A quarter of a year: more is a matter for the export. */
const mostDays = 92

export const isPeriod = ({ from, to }: Period): boolean =>
  isDay(from) && isDay(to) && from <= to && to <= addDays(from, mostDays - 1)

/** From its first moment to the first one after it, in China's time. */
export const momentsOf = ({ from, to }: Period): { start: Timestamp; end: Timestamp } => ({
  start: startOf(from),
  end: startOf(addDays(to, 1)),
})

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((dateOf(day).getUTCDay() + 6) % 7))

/** A day's week as ISO 8601 counts it, `2026-W01`: the first of a year is the one with its first Thursday. */
export function weekOf(day: string): string {
  const thursday = dateOf(addDays(mondayOf(day), 3))
  const year = thursday.getUTCFullYear()
  const week = Math.floor((+thursday - Date.UTC(year, 0, 1)) / days(7)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

export const weekAt = (at: Timestamp): string => weekOf(dayKey(at))

/** Every week that has a day in the period, with its Monday: a week without orders is a number too. */
export function weeksOf({ from, to }: Period): { week: string; monday: string }[] {
  const weeks: { week: string; monday: string }[] = []
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7))
    weeks.push({ week: weekOf(monday), monday })
  return weeks
}

/** The period cut at its Mondays, in order. */
export const weekSlicesOf = (period: Period): Period[] =>
  weeksOf(period).map(({ monday }) => {
    const sunday = addDays(monday, 6)
    return {
      from: monday > period.from ? monday : period.from,
      to: sunday < period.to ? sunday : period.to,
    }
  })
