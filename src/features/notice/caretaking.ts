import { caretakers } from '@/domain/account/policy'
import type { MyAccount } from '@/domain/account/schema'
import { isWithin, type AreaPath } from '@/domain/shared/area'

export interface CareArea {
  areaPath: AreaPath
  areaName: string
}

/** The areas that I may speak to, each once, none inside another, widest first. */
export function areasICareFor(account: Pick<MyAccount, 'roles'> | null): CareArea[] {
  const grants = account?.roles.filter(({ role }) => caretakers.some((one) => one === role)) ?? []
  const byPath = new Map(grants.map(({ areaPath, areaName }) => [areaPath, { areaPath, areaName }]))
  return widest([...byPath.values()]).sort((a, b) => a.areaPath.length - b.areaPath.length)
}

const widest = (areas: readonly CareArea[]): CareArea[] =>
  areas.filter(
    ({ areaPath }) =>
      !areas.some((other) => other.areaPath !== areaPath && isWithin(areaPath, other.areaPath)),
  )

/**
 * Chooses an area, or no longer: one that holds chosen ones takes their place, one inside a chosen one narrows that
 * down to it.
 */
export function toggleArea(chosen: readonly CareArea[], area: CareArea): CareArea[] {
  const { areaPath } = area
  if (chosen.some((one) => one.areaPath === areaPath)) {
    return chosen.filter((one) => one.areaPath !== areaPath)
  }
  const apart = chosen.filter((one) => !isWithin(one.areaPath, areaPath) && !isWithin(areaPath, one.areaPath))
  return [...apart, area]
}
