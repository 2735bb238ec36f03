import type { InvitationView } from '@/domain/invitation/contract'
import { invitationState, type Invitation } from '@/domain/invitation/schema'
import type { Timestamp } from '@/domain/shared/time'

/** An invitation as its makers see it. */
export const presentInvitation = (invitation: Invitation, now: Timestamp): InvitationView => {
  const { createdBy: _createdBy, revokedAt: _revokedAt, areaAt: _areaAt, ...shown } = invitation
  return { ...shown, state: invitationState(invitation, now) }
}
