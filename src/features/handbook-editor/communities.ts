import type { MyAccount } from '@/domain/account/schema'
import { ancestorAt, type AreaPath } from '@/domain/shared/area'

export interface Community {
  path: AreaPath
  name: string
}

/** The communities whose handbook I may change, each once. */
export function communitiesOfStaff(account: Pick<MyAccount, 'roles'> | null): Community[] {
  const found = new Map<AreaPath, Community>()
  for (const { role, areaPath, areaName } of account?.roles ?? []) {
    const path = ancestorAt(areaPath, 'community')
    if (role === 'communityStaff' && path === areaPath) found.set(path, { path, name: areaName })
  }
  return [...found.values()]
}
