import { isCaretakerOf, isStaffOf, livesIn, type Actor } from '../account/policy'
import type { AreaPath } from '../shared/area'

/** Whoever lives, helps or works in a community reads its handbook. */
export const canReadHandbook = (actor: Actor, communityPath: AreaPath): boolean =>
  livesIn(actor, communityPath) ||
  isCaretakerOf(actor, communityPath) ||
  actor.roles.some(({ areaPath }) => areaPath.startsWith(communityPath) || communityPath.startsWith(areaPath))

export const canEditHandbook = isStaffOf
