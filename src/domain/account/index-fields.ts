import { areasOfHome } from '../shared/area'
import { roleKey } from '../shared/role'
import { plainName } from '../shared/text'
import type { Account, Membership } from './schema'

/** Does the person live there, confirmed or not yet? */
export const isCurrent = ({ standing }: Pick<Membership, 'standing'>): boolean =>
  standing === 'unconfirmed' || standing === 'confirmed'

/** Does the place open to them? To whoever was removed before only once somebody has vouched for them again. */
export const isOpenHome = ({ standing, isHeld }: Pick<Membership, 'standing' | 'isHeld'>): boolean =>
  standing === 'confirmed' || (standing === 'unconfirmed' && !isHeld)

const spread = (memberships: readonly Membership[]): string[] => [
  ...new Set(memberships.flatMap(areasOfHome)),
]

/** A keyed fingerprint of a text, for look-ups by equality (`_runtime/sealing.ts`, `blind`). */
export type Fingerprint = (purpose: string, text: string) => string

/**
 * The fields that indexes answer from: every area (and micro-grid) someone lives in (`homeAt`) or waits to be
 * confirmed in (`pendingAt`), with all areas above, so that "all under this estate" is an equality.
 */
export const indexFieldsOf = (
  account: Pick<Account, 'memberships' | 'roles' | 'careNeeds'>,
): Pick<Account, 'homeAt' | 'pendingAt' | 'roleKeys' | 'householdIds' | 'careAt'> => {
  const current = account.memberships.filter(isCurrent)
  return {
    careAt: account.careNeeds.length > 0 ? spread(current) : [],
    homeAt: spread(current),
    pendingAt: spread(current.filter(({ standing }) => standing === 'unconfirmed')),
    roleKeys: account.roles.map((grant) => roleKey(grant.role, grant.areaPath)),
    householdIds: [...new Set(current.flatMap(({ householdId }) => (householdId ? [householdId] : [])))],
  }
}

/** As many digits as an area of a neighbourhood is numbered with. */
const digits = 4

/** The first home's place in the order in which one goes from door to door, 2栋 before 10栋; no two people share one. */
export const homeKeyOf = ({ _id, memberships }: Pick<Account, '_id' | 'memberships'>): string | null => {
  const home = memberships.find(isCurrent)
  if (!home) return null
  return `${home.areaPath.replace(/\d+/g, (number) => number.padStart(digits, '0'))}${_id}`
}

/** What a name is looked up by within an area; the area is part of it, so that no list of the whole town is read. */
export const nameKey = (areaPath: string, name: string, fingerprint: Fingerprint): string =>
  `${areaPath}${fingerprint('name', plainName(name))}`

/** The keys under which someone is found: by real name and by nickname, in every area they live in. */
export const nameKeysOf = (
  { memberships, nickname, realName }: Pick<Account, 'memberships' | 'nickname' | 'realName'>,
  fingerprint: Fingerprint,
): string[] => {
  const names = [nickname, ...(realName === null ? [] : [realName])]
  const areas = spread(memberships.filter(isCurrent))
  return [...new Set(names.flatMap((name) => areas.map((area) => nameKey(area, name, fingerprint))))]
}
