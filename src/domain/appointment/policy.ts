import type { Actor } from '../account/policy'
import { ancestorAt, isWithin, levelOf, type AreaPath } from '../shared/area'
import { holdsRole, type Role } from '../shared/role'
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
export const canAppoint = (actor: Actor, role: Role, areaPath: AreaPath): boolean =>
  fits(role, areaPath) && holdsRole(actor.roles, appointers[role], areaPath)

/** Those who work for the office are appointed by two. */
export const signaturesNeeded = (role: Role): number =>
  role === 'communityStaff' || role === 'streetOffice' ? 2 : 1

/** The second signature: by another than the first, and never by the one it is about. */
export const canSign = (actor: Actor, appointment: Appointment): boolean =>
  (appointment.state === 'applied' || appointment.state === 'proposed') &&
  appointment.userId !== actor._id &&
  !appointment.signatures.some(({ userId }) => userId === actor._id) &&
  canAppoint(actor, appointment.role, appointment.areaPath)

/** Ended by those who could appoint, and by oneself; the staff of an area can't end those above them. */
export const canEnd = (actor: Actor, appointment: Appointment): boolean =>
  appointment.state === 'active' &&
  (appointment.userId === actor._id || canAppoint(actor, appointment.role, appointment.areaPath))

export const canSeeAppointments = (actor: Actor, areaPath: AreaPath): boolean =>
  holdsRole(actor.roles, ['communityStaff', 'streetOffice'], areaPath)

/** Whoever is confirmed in a community may offer to help there; children don't. */
export const canApply = (actor: Actor, communityPath: AreaPath): boolean =>
  actor.guardianId === null &&
  actor.memberships.some(
    ({ standing, areaPath }) => standing === 'confirmed' && isWithin(areaPath, communityPath),
  )
