import type { InvitationView } from '@/domain/invitation/contract'
import { invitationState, type Invitation } from '@/domain/invitation/schema'
import type { Timestamp } from '@/domain/shared/time'

/**
 * An invitation as its makers see it.
 * @param isGood false: its maker could make it no longer, or its place is off the map (see `openInvitation`)
 */
export const presentInvitation = (invitation: Invitation, now: Timestamp, isGood = true): InvitationView => {
  const {
    createdBy: _createdBy,
    createdKey: _createdKey,
    revokedAt: _revokedAt,
    areaAt: _areaAt,
    isClosed: _isClosed,
    ...shown
  } = invitation
  const state = invitationState(invitation, now)
  return { ...shown, state: state === 'valid' && !isGood ? 'revoked' : state }
}
