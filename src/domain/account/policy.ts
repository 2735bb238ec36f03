import { ancestorAt, isWithin, type AreaPath } from '../shared/area'
import { holdsRole, type Role } from '../shared/role'
import type { Capability } from './contract'
import { isCurrent } from './index-fields'
import type { Account } from './schema'

/** The one who acts: what policies look at. */
export type Actor = Pick<Account, '_id' | 'nickname' | 'memberships' | 'roles' | 'skills'>

/** Those who look after an area: its leaders and its staff. */
export const caretakers = ['microGridLeader', 'communityStaff'] as const satisfies readonly Role[]

export const isStaffOf = (actor: Actor, areaPath: AreaPath): boolean =>
  holdsRole(actor.roles, ['communityStaff'], areaPath)

export const isCaretakerOf = (actor: Actor, areaPath: AreaPath): boolean =>
  holdsRole(actor.roles, caretakers, areaPath)

export const livesIn = (actor: Actor, areaPath: AreaPath): boolean =>
  actor.memberships.some((membership) => isCurrent(membership) && isWithin(membership.areaPath, areaPath))

/** The tabs and entries a person gets; each action is still decided by its own policy. */
export function capabilitiesOf(actor: Actor): Capability[] {
  const holds = (role: Role): boolean => actor.roles.some((grant) => grant.role === role)
  // Desk and hall belong to a community: a role for a whole street has none of its own.
  const holdsBelowStreet = (role: Role): boolean =>
    actor.roles.some((grant) => grant.role === role && ancestorAt(grant.areaPath, 'community') !== null)
  const rows: [Capability, boolean][] = [
    ['order', actor.memberships.some(isCurrent)],
    ['volunteer', holdsBelowStreet('volunteer')],
    ['lead', holds('microGridLeader') || holds('communityStaff')],
    ['dispatch', holdsBelowStreet('communityStaff')],
    ['numbers', holds('communityStaff') || holds('streetOffice')],
  ]
  return rows.filter(([, has]) => has).map(([capability]) => capability)
}
