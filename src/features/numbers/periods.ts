import type { PeriodName } from '@/copy/numbers-page'
import { mondayOf, type Period } from '@/domain/numbers/period'
import { addDays } from '@/domain/shared/day-keys'

/** The days that a chip stands for, on `today`. */
export function periodOf(name: PeriodName, today: string): Period {
  const monday = mondayOf(today)
  const periods: Record<PeriodName, Period> = {
    thisWeek: { from: monday, to: today },
    lastWeek: { from: addDays(monday, -7), to: addDays(monday, -1) },
    thisMonth: { from: `${today.slice(0, 8)}01`, to: today },
    quarter: { from: addDays(today, -91), to: today },
  }
  return periods[name]
}
