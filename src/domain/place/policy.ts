import { isCaretakerAt, isCaretakerOf, isStaffOf, type Actor } from '../account/policy'
import type { AreaPath, HomePlace } from '../shared/area'

/** The map of an area is kept by its staff. */
export const canKeepPlaces = (actor: Actor, areaPath: AreaPath): boolean => isStaffOf(actor, areaPath)

/** An area's name, and whether it is there at all, is for those who keep what it lies in. */
export const canKeepArea = (actor: Actor, areaPath: AreaPath): boolean =>
  canKeepPlaces(actor, areaPath.replace(/[^/]+\/$/, ''))

/** Who lives where is for those who look after that place. */
export const canSeeHouseholds = (actor: Actor, place: HomePlace): boolean => isCaretakerAt(actor, place)

export const canSeePlaces = (actor: Actor, areaPath: AreaPath): boolean => isCaretakerOf(actor, areaPath)
