import { holdsRole } from '@/domain/shared/role'
import type { AreaPath } from '@/domain/shared/area'
import { useSession } from '@/features/session/use-session'

/** Do I keep the map of this area? The server decides again; here it says which buttons there are. */
export function useKeeper(areaPath: AreaPath): boolean {
  const { account } = useSession()
  return account !== null && holdsRole(account.roles, ['communityStaff'], areaPath)
}
