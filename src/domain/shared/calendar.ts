import * as z from 'zod'
import { days, minutes, type Timestamp } from './time'

/** A day as `2026-11-22`, in China's one time zone. */
export const dayKeySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** A month as `2026-11`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** When an office works. */
export const calendarSchema = z.object({
  /** Working weekdays, 0 = Sunday. */
  weekdays: z.array(z.number().int().min(0).max(6)),
  /** Working hours of such a day, as minutes of the day, in order. */
  hours: z
    .array(z.object({ from: z.number().int().min(0).max(1440), to: z.number().int().min(0).max(1440) }))
    .max(4),
  /** Days off beyond that: national holidays and the like. */
  holidays: z.array(dayKeySchema).max(120),
  /** Weekend days that are worked, to make up for holidays (调休). */
  workdays: z.array(dayKeySchema).max(60),
})
export type Calendar = z.infer<typeof calendarSchema>

/** China has one time zone, without summer time. */
const chinaOffset = minutes(480)

/** Milliseconds from midnight in China. */
export const timeOfDay = (at: Timestamp): number => (at + chinaOffset) % days(1)
export const startOfDay = (at: Timestamp): Timestamp => at - timeOfDay(at)
export const dayKey = (at: Timestamp): string => new Date(at + chinaOffset).toISOString().slice(0, 10)
export const monthOf = (at: Timestamp): string => dayKey(at).slice(0, 7)
/** So many months later, or earlier: `2026-01` and -1 make `2025-12`. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7)
}
export const weekdayOf = (at: Timestamp): number => new Date(at + chinaOffset).getUTCDay()

/** Is it a day on which the office works? */
export function isWorkday(calendar: Calendar, at: Timestamp): boolean {
  const key = dayKey(at)
  if (calendar.workdays.includes(key)) return true
  return calendar.weekdays.includes(weekdayOf(at)) && !calendar.holidays.includes(key)
}

/** How many days are looked through. */
const horizon = 366

/**
 * `from` plus so much working time, ms. Where a year has less than that, the end of that year; where it has none at
 * all, time runs by the clock.
 */
export function addWorkingTime(calendar: Calendar, from: Timestamp, duration: number): Timestamp {
  let left = duration
  for (let day = startOfDay(from), n = 0; n < horizon; day += days(1), n += 1) {
    if (!isWorkday(calendar, day)) continue
    for (const span of calendar.hours) {
      const start = Math.max(from, day + minutes(span.from))
      const end = day + minutes(span.to)
      if (start >= end) continue
      if (left <= end - start) return start + left
      left -= end - start
    }
  }
  return left < duration ? from + days(horizon) : from + duration
}

/** The end of the quiet hours that `at` lies in; `at` itself outside them. `quiet` may run over midnight. */
export function afterQuiet(quiet: { from: number; to: number }, at: Timestamp): Timestamp {
  const now = timeOfDay(at)
  const [from, to] = [minutes(quiet.from), minutes(quiet.to)]
  const isOver = from <= to
  const isQuiet = isOver ? now >= from && now < to : now >= from || now < to
  if (!isQuiet) return at
  return startOfDay(at) + to + (!isOver && now >= from ? days(1) : 0)
}

/** `from` plus so much time outside quiet hours, ms. */
export function addWakingTime(
  quiet: { from: number; to: number },
  from: Timestamp,
  duration: number,
): Timestamp {
  const start = afterQuiet(quiet, from)
  if (quiet.from === quiet.to) return start + duration
  const evening = startOfDay(start) + minutes(quiet.from)
  const end = evening > start ? evening : evening + days(1)
  return start + duration <= end ? start + duration : addWakingTime(quiet, end, duration - (end - start))
}
