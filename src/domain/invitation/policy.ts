import { belongsTo, isCaretakerAt, type Actor } from '../account/policy'
import { canAppoint } from '../appointment/policy'
import type { HomePlace } from '../shared/area'
import { placeOfInvitation, type Invitation, type InvitationTarget } from './schema'

/** Leaders and staff invite to what they look after, a household to itself; nobody invites elsewhere or above. */
export function canInviteTo(
  actor: Actor,
  place: HomePlace,
  target: InvitationTarget = { kind: 'home' },
): boolean {
  if (target.kind === 'household' && belongsTo(actor, target.householdId)) return true
  if (target.kind === 'role') return canAppoint(actor, target.role, place.areaPath)
  return isCaretakerAt(actor, place)
}

/** A code is taken out of use by whoever could make it. */
export const canRevoke = (actor: Actor, invitation: Invitation): boolean =>
  canInviteTo(actor, placeOfInvitation(invitation), invitation.target)
