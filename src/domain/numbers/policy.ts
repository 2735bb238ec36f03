import { isStaffOf, type Actor } from '../account/policy'
import type { AreaPath } from '../shared/area'
import { holdsRole } from '../shared/role'

/** Staff see the numbers of what they look after, and the street those of all its communities. */
export const canSeeNumbers = (actor: Actor, areaPath: AreaPath): boolean =>
  isStaffOf(actor, areaPath) || holdsRole(actor.roles, ['streetOffice'], areaPath)
