import { drillSchema, type Drill, type Grouping } from '@/domain/numbers/contract'
import { isPeriod, weeksOf, type Period } from '@/domain/numbers/period'
import { addDays } from '@/domain/shared/day-keys'
import type { AreaPath } from '@/domain/shared/area'

/** The orders that a number was counted from, but for which number it is. */
export interface Ground extends Period {
  areaPath: AreaPath
  serviceId: string | null
}
export interface DrillAt extends Ground {
  drill: Drill
}

/** The part of `whole` that a row of the numbers stands for. */
export function groundOfRow(whole: Ground, by: Grouping, key: string): Ground {
  if (by === 'service') return { ...whole, serviceId: key }
  if (by === 'building') return { ...whole, areaPath: key }
  const monday = weeksOf(whole).find(({ week }) => week === key)?.monday
  if (!monday) return whole
  const sunday = addDays(monday, 6)
  return {
    ...whole,
    from: monday > whole.from ? monday : whole.from,
    to: sunday < whole.to ? sunday : whole.to,
  }
}

/** As parameters of the page that lists them. */
export const drillQuery = ({ areaPath, from, to, drill, serviceId }: DrillAt): string =>
  `area=${encodeURIComponent(areaPath)}&from=${from}&to=${to}&drill=${drill}&service=${serviceId ?? ''}`

/** Read back; null where they are none. `areaPath` is decoded already. */
export function readDrill(params: Partial<Record<string, string>>, areaPath: AreaPath): DrillAt | null {
  const drill = drillSchema.safeParse(params.drill)
  const period = { from: params.from ?? '', to: params.to ?? '' }
  if (!drill.success || !isPeriod(period)) return null
  return { ...period, areaPath, drill: drill.data, serviceId: params.service ? params.service : null }
}
