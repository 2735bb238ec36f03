import { caretakers } from '@/domain/account/policy'
import type { MyAccount } from '@/domain/account/schema'
import type { AreaPath } from '@/domain/shared/area'

export interface CareArea {
  areaPath: AreaPath
  areaName: string
}

/** The areas that I may speak to, each once, widest first. */
export function areasICareFor(account: Pick<MyAccount, 'roles'> | null): CareArea[] {
  const grants = account?.roles.filter(({ role }) => caretakers.some((one) => one === role)) ?? []
  const byPath = new Map(grants.map(({ areaPath, areaName }) => [areaPath, { areaPath, areaName }]))
  return [...byPath.values()].sort((a, b) => a.areaPath.length - b.areaPath.length)
}
