import { isCaretakerOf, type Actor } from '../account/policy'
import type { AreaPath } from '../shared/area'

/** Leaders and staff invite to what they look after; nobody invites elsewhere. */
export const canInviteTo = (actor: Actor, areaPath: AreaPath): boolean => isCaretakerOf(actor, areaPath)
