import { days, hours, type Timestamp } from './time'

/** China is eight hours ahead of UTC, all year. */
const chinaOffset = hours(8)
const keyForm = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Midnight UTC of a day `2026-11-22`: how days are counted, free of time zones.
 * @throws RangeError for a day that no calendar has, as 2026-02-30
 */
export function dateOf(day: string): Date {
  const [, year, month, date] = keyForm.exec(day) ?? []
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  if (keyOf(found) !== day) throw new RangeError(`not a day: ${day}`)
  return found
}

export const keyOf = (date: Date): string =>
  Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)

export function isDay(day: string): boolean {
  try {
    dateOf(day)
    return true
  } catch {
    return false
  }
}

export const addDays = (day: string, count: number): string => keyOf(new Date(+dateOf(day) + days(count)))

/** The moment at which a day begins in China. */
export const startOf = (day: string): Timestamp => +dateOf(day) - chinaOffset
