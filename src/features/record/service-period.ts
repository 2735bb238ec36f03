import type { ServicePeriodName } from '@/copy/certificate'
import type { Period } from '@/domain/numbers/period'

/** The days that a choice stands for, on `today`; `own` begins with this year's. */
export function servicePeriod(name: ServicePeriodName, today: string): Period {
  const year = Number(today.slice(0, 4))
  return name === 'lastYear'
    ? { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
    : { from: `${year}-01-01`, to: today }
}
