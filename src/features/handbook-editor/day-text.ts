import { addDays, isDay } from '@/domain/shared/day-keys'

const whole = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
const short = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/

const keyOf = (year: number, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** 10月1日, 10.1, 2026-10-01 as a day key; without a year, the next such day from `today` on. Null for no day. */
export function parseDay(text: string, today: string): string | null {
  const typed = text.replace(/\s/g, '')
  const full = whole.exec(typed)
  if (full) {
    const key = keyOf(Number(full[1]), full[2] ?? '', full[3] ?? '')
    return isDay(key) ? key : null
  }
  const [, month, day] = short.exec(typed) ?? []
  if (!month || !day) return null
  const year = Number(today.slice(0, 4))
  return (
    [keyOf(year, month, day), keyOf(year + 1, month, day)].find((key) => isDay(key) && key >= today) ?? null
  )
}

/** 2026年10月1日. */
export const dayText = (key: string): string => {
  const [year, month, day] = key.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

/** Days in a row as one: [10-01 … 10-07] is one run. */
export function runsOf(days: readonly string[]): { from: string; to: string }[] {
  const runs: { from: string; to: string }[] = []
  for (const day of [...days].sort()) {
    const last = runs[runs.length - 1]
    if (last && addDays(last.to, 1) === day) last.to = day
    else runs.push({ from: day, to: day })
  }
  return runs
}
