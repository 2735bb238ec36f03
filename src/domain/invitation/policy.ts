import { belongsTo, isCaretakerAt, standingAt, type Actor } from '../account/policy'
import type { Account } from '../account/schema'
import { canAppoint } from '../appointment/policy'
import type { HomePlace } from '../shared/area'
import type { Timestamp } from '../shared/time'
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

/** New codes a day: an office prints those of a whole estate, a leader those of a building, a household its own. */
export const codesPerDay = { office: 600, leader: 60, neighbour: 20 } as const
export function mostCodesPerDay({ roles }: Pick<Actor, 'roles'>): number {
  if (roles.some(({ role }) => role === 'communityStaff' || role === 'streetOffice'))
    return codesPerDay.office
  return codesPerDay[roles.some(({ role }) => role === 'microGridLeader') ? 'leader' : 'neighbour']
}

/** A code is taken out of use by whoever could make it. */
export const canRevoke = (actor: Actor, invitation: Invitation): boolean =>
  canInviteTo(actor, placeOfInvitation(invitation), invitation.target)

/**
 * A code dies with its maker's right to make it: a leader who leads no longer, a housemate who has moved out.
 * @param place where it leads, if that is known better than from the code
 */
export const isBacked = (
  invitation: Pick<Invitation, 'areaPath' | 'areaAt' | 'target'>,
  maker: Account | null,
  now: Timestamp,
  place: HomePlace = placeOfInvitation(invitation),
): boolean => maker?.state === 'active' && canInviteTo(standingAt(maker, now), place, invitation.target)
