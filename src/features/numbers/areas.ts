import type { MyAccount } from '@/domain/account/schema'
import { canSeeNumbers } from '@/domain/numbers/policy'
import type { AreaPath } from '@/domain/shared/area'

export interface NumbersArea {
  areaPath: AreaPath
  areaName: string
}

/** The areas whose numbers I may see, each once, widest first. */
export function areasOfNumbers(account: MyAccount | null): NumbersArea[] {
  if (!account) return []
  const mine = account.roles.filter(({ areaPath }) => canSeeNumbers(account, areaPath))
  const found = new Map(mine.map(({ areaPath, areaName }) => [areaPath, { areaPath, areaName }]))
  return [...found.values()].sort((a, b) => a.areaPath.length - b.areaPath.length)
}
