import { drillSchema, type Drill, type Grouping } from '@/domain/numbers/contract'
import { isPeriod, weekOf, weekSlicesOf, type Period } from '@/domain/numbers/period'
import type { AreaPath } from '@/domain/shared/area'

/** The orders that a number was counted from, but for which number it is. */
export interface Ground extends Period {
  areaPath: AreaPath
  serviceId: string | null
  /** A row's building; its orders may have come from another community. */
  buildingPath: AreaPath | null
}
export interface DrillAt extends Ground {
  drill: Drill
}

/** The part of `whole` that a row of the numbers stands for. */
export function groundOfRow(whole: Ground, by: Grouping, key: string): Ground {
  if (by === 'service') return { ...whole, serviceId: key }
  if (by === 'building') return { ...whole, buildingPath: key }
  const slice = weekSlicesOf(whole).find(({ from }) => weekOf(from) === key)
  return { ...whole, ...slice }
}

/** As parameters of the page that lists them. */
export const drillQuery = ({ areaPath, from, to, drill, serviceId, buildingPath }: DrillAt): string =>
  `area=${encodeURIComponent(areaPath)}&from=${from}&to=${to}&drill=${drill}&service=${serviceId ?? ''}&building=${encodeURIComponent(buildingPath ?? '')}`

/** Read back; null where they are none. `params` are decoded already. */
export function readDrill(params: Partial<Record<string, string>>): DrillAt | null {
  const drill = drillSchema.safeParse(params.drill)
  const period = { from: params.from ?? '', to: params.to ?? '' }
  if (!drill.success || !isPeriod(period)) return null
  const { area = '', building = '', service = '' } = params
  return {
    ...period,
    areaPath: area,
    drill: drill.data,
    serviceId: service === '' ? null : service,
    buildingPath: building === '' ? null : building,
  }
}
