import { caretakers, isCaretakerAt, isCaretakerOf, isStaffOf, type Actor } from '../account/policy'
import type { AreaPath, HomePlace } from '../shared/area'
import { holdsRole, type Role } from '../shared/role'

/** The map of an area is kept by its staff. */
export const canKeepPlaces = (actor: Actor, areaPath: AreaPath): boolean => isStaffOf(actor, areaPath)

/** An area's name, and whether it is there at all, is for those who keep what it lies in. */
export const canKeepArea = (actor: Actor, areaPath: AreaPath): boolean =>
  canKeepPlaces(actor, areaPath.replace(/[^/]+\/$/, ''))

/** Who lives where is for those who look after that place. */
export const canSeeHouseholds = (actor: Actor, place: HomePlace): boolean => isCaretakerAt(actor, place)

/** Which areas there are, and how many live in each: the street sees the map of all its communities. */
export const canSeePlaces = (actor: Actor, areaPath: AreaPath): boolean =>
  isCaretakerOf(actor, areaPath) || holdsRole(actor.roles, ['streetOffice'], areaPath)

/** The roles whose area is a place on somebody's own map. */
export const mapRoles = [...caretakers, 'streetOffice'] as const satisfies readonly Role[]
