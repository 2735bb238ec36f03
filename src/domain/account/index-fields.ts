import { ancestorsOf } from '../shared/area'
import { roleKey } from '../shared/role'
import type { Account, Membership } from './schema'

/** Does the person live there, confirmed or not yet? */
export const isCurrent = (membership: Membership): boolean => membership.standing !== 'declined'

const spread = (memberships: readonly Membership[]): string[] => [
  ...new Set(memberships.flatMap((membership) => ancestorsOf(membership.areaPath))),
]

/**
 * The fields that indexes answer from: every area someone lives in (`homeAt`) or waits to be confirmed in
 * (`pendingAt`), with all areas above, so that "all under this estate" is an equality.
 */
export const indexFieldsOf = (
  account: Pick<Account, 'memberships' | 'roles'>,
): Pick<Account, 'homeAt' | 'pendingAt' | 'roleKeys'> => ({
  homeAt: spread(account.memberships.filter(isCurrent)),
  pendingAt: spread(account.memberships.filter(({ standing }) => standing === 'unconfirmed')),
  roleKeys: account.roles.map((grant) => roleKey(grant.role, grant.areaPath)),
})
