import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { ancestorsOf, isWithin, type AreaPath } from '@/domain/shared/area'
import { roleKey, roles, type Role, type RoleGrant } from '@/domain/shared/role'
import type { Timestamp } from '@/domain/shared/time'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { within } from '../_runtime/within'

/** Volunteers are many, and asked by the office. */
const listed: readonly Role[] = roles.filter((role) => role !== 'volunteer')
const most = 200

const holderFields = ['_id', 'nickname', 'avatarFileId', 'phone', 'shares', 'memberships', 'roles'] as const
/** Someone who holds a role for a building, for an area that holds it, or for one of its micro-grids. */
export interface RoleHolder {
  readonly account: Pick<Account, (typeof holderFields)[number]>
  readonly grant: RoleGrant
}

/**
 * Who holds which role (but volunteers) for a building and everything above and inside it: narrowest area first.
 * Two waits, or one where the caller knows the micro-grids and stairwells already.
 * @param inside the paths below the building; asked for where it is left out
 */
export async function holdersOf(
  store: Store,
  buildingPath: AreaPath,
  now: Timestamp,
  inside?: readonly AreaPath[],
): Promise<RoleHolder[]> {
  const below = inside ?? (await findInside(store, buildingPath))
  const areas = [...new Set([...ancestorsOf(buildingPath), ...below])]
  const keys = areas.flatMap((path) => listed.map((role) => roleKey(role, path)))
  const found = await store.accounts.findParts({ roleKeys: command.in(keys) }, holderFields, { limit: most })
  return found
    .flatMap((account) => {
      const held = standingAt(account, now).roles.filter(
        ({ role, areaPath }) => listed.includes(role) && areas.includes(areaPath),
      )
      return held.map((grant) => ({ account, grant }))
    })
    .sort((a, b) => b.grant.areaPath.length - a.grant.areaPath.length || a.grant.since - b.grant.since)
}

const findInside = async (store: Store, buildingPath: AreaPath): Promise<AreaPath[]> => {
  const areas = await store.areas.findParts({ _id: within(buildingPath) }, ['_id'], { limit: most })
  return areas.map(({ _id }) => _id).filter((path) => path !== buildingPath && isWithin(path, buildingPath))
}
