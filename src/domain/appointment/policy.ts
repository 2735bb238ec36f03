import { isCaretakerOf, type Actor } from '../account/policy'
import { ancestorAt, isHomeIn, isWithin, levelOf, type AreaPath } from '../shared/area'
import { holdsRole, type Role, type RoleGrant } from '../shared/role'
import type { Timestamp } from '../shared/time'
import type { Appointment } from './schema'

/** Who appoints to a role: staff of the area, or the street above. Nobody to what is above or outside their own. */
const appointers: Readonly<Record<Role, readonly Role[]>> = {
  volunteer: ['communityStaff'],
  microGridLeader: ['communityStaff'],
  gridWorker: ['communityStaff', 'streetOffice'],
  mediator: ['communityStaff', 'streetOffice'],
  propertyManager: ['communityStaff'],
  communityStaff: ['communityStaff', 'streetOffice'],
  streetOffice: ['streetOffice'],
}

/** The widest area for which a role may be held. */
const fits = (role: Role, areaPath: AreaPath): boolean => {
  if (role === 'streetOffice') return levelOf(areaPath) === 'street'
  return ancestorAt(areaPath, 'community') !== null || role === 'mediator'
}

/** May the actor name someone for this role there? */
export const canAppoint = (actor: Pick<Actor, 'roles'>, role: Role, areaPath: AreaPath): boolean =>
  fits(role, areaPath) && holdsRole(actor.roles, appointers[role], areaPath)

/** The roles to which the actor may name someone there. */
export const appointableRoles = (actor: Pick<Actor, 'roles'>, areaPath: AreaPath): Role[] =>
  (Object.keys(appointers) as Role[]).filter((role) => canAppoint(actor, role, areaPath))

/** Those who work for the office are appointed by two. */
export const signaturesNeeded = (role: Role): number =>
  role === 'communityStaff' || role === 'streetOffice' ? 2 : 1

/**
 * Is one signature enough? Whoever holds the role already is given nothing by a paper for it, unless it is for longer
 * than they hold it; null: without an end, and of the one who names them, that they leave the end as it is.
 */
export const isOneEnough = (
  role: Role,
  until: Timestamp | null,
  held: Pick<RoleGrant, 'until'> | undefined,
): boolean =>
  signaturesNeeded(role) === 1 ||
  (held !== undefined && (until === null || held.until === null || until <= held.until))

/** Where someone may look for who comes after: where they appoint to it, or what they look after; null: nowhere. */
export function successorScope(actor: Actor, role: Role, areaPath: AreaPath): AreaPath | null {
  const widest = ancestorAt(areaPath, 'community') ?? areaPath
  if (canAppoint(actor, role, widest)) return widest
  return isCaretakerOf(actor, areaPath) ? areaPath : null
}

type Concern = Pick<Appointment, 'userId' | 'role' | 'areaPath'>
type Decider = Pick<Actor, '_id' | 'roles'>

/** Has the actor a say in this appointment, however it stands? Never in one's own. */
export const mayDecide = (actor: Decider, { userId, role, areaPath }: Concern): boolean =>
  userId !== actor._id && canAppoint(actor, role, areaPath)

/** Somebody's signature is missing. */
export const isOpen = ({ state }: Pick<Appointment, 'state'>): boolean =>
  state === 'applied' || state === 'proposed'

/** It gives no right yet, and may come to nothing. */
export const isAhead = ({ state }: Pick<Appointment, 'state'>): boolean =>
  isOpen({ state }) || state === 'agreed'

/**
 * May the actor be the second to sign? At a street there may be one officer alone: then staff of one of its
 * communities signs beside them, and could do so for nobody whom the street has not named.
 */
export const maySecond = (actor: Decider, concern: Concern): boolean =>
  mayDecide(actor, concern) ||
  (concern.role === 'streetOffice' &&
    concern.userId !== actor._id &&
    actor.roles.some(
      ({ role, areaPath }) => role === 'communityStaff' && isWithin(areaPath, concern.areaPath),
    ))

/** The second signature: by another than the first, and never by the one it is about. */
export const canSign = (actor: Decider, appointment: Appointment): boolean =>
  isOpen(appointment) &&
  !appointment.signatures.some(({ userId }) => userId === actor._id) &&
  (appointment.signatures.length > 0 ? maySecond(actor, appointment) : mayDecide(actor, appointment))

/** By those who have a say, and by the one it is about: nobody has to take a role. */
export const canRefuse = (actor: Decider, appointment: Appointment): boolean =>
  isAhead(appointment) && (appointment.userId === actor._id || mayDecide(actor, appointment))

/** Ended by those who could appoint, and by oneself; the staff of an area can't end those above them. */
export const mayEnd = (actor: Decider, { userId, role, areaPath }: Concern): boolean =>
  userId === actor._id || canAppoint(actor, role, areaPath)
export const canEnd = (actor: Decider, appointment: Appointment): boolean =>
  appointment.state === 'active' && mayEnd(actor, appointment)

/**
 * A signature counts for as long as its giver could still give it: who has left the office appoints nobody. Of those
 * who may only second, one counts, beside another that decides.
 */
export function countingSignatures(appointment: Appointment, signers: readonly Decider[]): number {
  const counting = signers.filter(
    (signer) =>
      appointment.signatures.some(({ userId }) => userId === signer._id) && maySecond(signer, appointment),
  )
  const deciding = counting.filter((signer) => mayDecide(signer, appointment)).length
  return deciding + (deciding > 0 && counting.length > deciding ? 1 : 0)
}

/** Why an appointment comes to nothing on its day. */
export type NotBegun = 'gone' | 'left' | 'noPlace' | 'over' | 'unsigned'

/**
 * Was the person, since they were named, removed from there, or have they, who were to lead, moved out? Staff lead
 * where they don't live; where somebody has vouched for them since, all is well.
 */
export function hasLeftSince(
  { memberships, roles }: Pick<Actor, 'memberships' | 'roles'>,
  { areaPath, createdAt, role }: Pick<Appointment, 'areaPath' | 'createdAt' | 'role'>,
): boolean {
  const there = memberships.filter((home) => isHomeIn(home, areaPath))
  if (there.some(({ standing }) => standing === 'confirmed')) return false
  const ended = there.filter(({ endedAt }) => endedAt !== null && endedAt >= createdAt)
  if (ended.some(({ standing }) => standing === 'removed')) return true
  return role === 'microGridLeader' && ended.length > 0 && !holdsRole(roles, ['communityStaff'], areaPath)
}

/** The roles that look after the same things: someone with one of them is there when the last of `role` goes. */
export const standInRoles = (role: Role): readonly Role[] => {
  // The street reads what the desk does; it doesn't work it.
  if (role === 'communityStaff' || role === 'streetOffice') return [role]
  return [role, 'communityStaff']
}

export const canSeeAppointments = (actor: Pick<Actor, 'roles'>, areaPath: AreaPath): boolean =>
  holdsRole(actor.roles, ['communityStaff', 'streetOffice'], areaPath)

/** Whoever is confirmed in a community may offer to help there; children don't. */
export const canApply = (
  actor: Pick<Actor, 'guardianId' | 'memberships'>,
  communityPath: AreaPath,
): boolean =>
  actor.guardianId === null &&
  actor.memberships.some(
    ({ standing, areaPath }) => standing === 'confirmed' && isWithin(areaPath, communityPath),
  )
