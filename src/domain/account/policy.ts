import { ancestorAt, isHomeIn, isWithin, type AreaPath, type HomePlace } from '../shared/area'
import { holdsRole, holdsRoleAt, type Role } from '../shared/role'
import type { Timestamp } from '../shared/time'
import type { Capability } from './contract'
import { isCurrent, isOpenHome } from './index-fields'
import type { Account } from './schema'

/** The one who acts: what policies look at. */
export type Actor = Pick<
  Account,
  '_id' | 'nickname' | 'memberships' | 'roles' | 'skills' | 'guardianId' | 'chargeIds'
>

/** Those who look after an area: its leaders and its staff. */
export const caretakers = ['microGridLeader', 'communityStaff'] as const satisfies readonly Role[]

export const isStaffOf = (actor: Actor, areaPath: AreaPath): boolean =>
  holdsRole(actor.roles, ['communityStaff'], areaPath)

/** Of a whole area: the leader of one of its micro-grids is not. */
export const isCaretakerOf = (actor: Actor, areaPath: AreaPath): boolean =>
  holdsRole(actor.roles, caretakers, areaPath)

/** Of the place where someone lives: the leader of its micro-grid is too. */
export const isCaretakerAt = (actor: Actor, place: HomePlace): boolean =>
  holdsRoleAt(actor.roles, caretakers, place)

/** Of an area, or of a part of it, such as one micro-grid of a building. */
export const isCaretakerInside = (actor: Actor, areaPath: AreaPath): boolean =>
  isCaretakerOf(actor, areaPath) ||
  actor.roles.some(
    (grant) => caretakers.some((role) => role === grant.role) && isWithin(grant.areaPath, areaPath),
  )

/** As somebody to whom the place is open. */
export const livesIn = (actor: Actor, areaPath: AreaPath): boolean =>
  actor.memberships.some((membership) => isOpenHome(membership) && isHomeIn(membership, areaPath))

/** Has somebody vouched for them there? */
export const isConfirmedIn = (actor: Actor, areaPath: AreaPath): boolean =>
  actor.memberships.some(
    (membership) => membership.standing === 'confirmed' && isHomeIn(membership, areaPath),
  )

/** A confirmed member of a household. */
export const belongsTo = (actor: Actor, householdId: string): boolean =>
  actor.memberships.some(
    (membership) => membership.standing === 'confirmed' && membership.householdId === householdId,
  )

/**
 * The person as they stand at `now`: a tenancy or an appointment that is over gives nothing more, from that very
 * moment, even before the clock has written so.
 */
export const standingAt = <T extends Pick<Account, 'memberships' | 'roles'>>(
  account: T,
  now: Timestamp,
): T => ({
  ...account,
  memberships: account.memberships.filter(
    (membership) => !isCurrent(membership) || membership.until === null || membership.until > now,
  ),
  roles: account.roles.filter(({ until }) => until === null || until > now),
})

/** The tabs and entries a person gets; each action is still decided by its own policy. */
export function capabilitiesOf(actor: Actor): Capability[] {
  const holds = (role: Role): boolean => actor.roles.some((grant) => grant.role === role)
  // Desk and hall belong to a community: a role for a whole street has none of its own.
  const holdsBelowStreet = (role: Role): boolean =>
    actor.roles.some((grant) => grant.role === role && ancestorAt(grant.areaPath, 'community') !== null)
  const rows: [Capability, boolean][] = [
    ['order', actor.memberships.some(isOpenHome)],
    ['volunteer', holdsBelowStreet('volunteer')],
    ['lead', holds('microGridLeader') || holds('communityStaff')],
    ['dispatch', holdsBelowStreet('communityStaff')],
    ['numbers', holds('communityStaff') || holds('streetOffice')],
    ['appoint', holds('communityStaff') || holds('streetOffice')],
    ['judgeAppeals', holds('streetOffice')],
    ['keepPlaces', holds('communityStaff')],
  ]
  return rows.filter(([, has]) => has).map(([capability]) => capability)
}
