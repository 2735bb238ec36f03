import { invitationState, type Invitation, type InvitationState } from '@/domain/invitation/schema'
import { AppError, type ErrorCode } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import type { Store } from '../_runtime/store'

/** @throws AppError InvitationUnknown */
export async function findInvitation(store: Store, code: string): Promise<Invitation> {
  const invitation = await store.invitations.get(code)
  if (!invitation) throw new AppError('InvitationUnknown')
  return invitation
}

const refusals: Readonly<Record<Exclude<InvitationState, 'valid'>, ErrorCode>> = {
  expired: 'InvitationExpired',
  revoked: 'InvitationRevoked',
  usedUp: 'InvitationUsedUp',
}

/** @throws AppError InvitationUnknown, InvitationExpired, InvitationRevoked, InvitationUsedUp */
export function refuseStale(invitation: Invitation | null, now: Timestamp): asserts invitation is Invitation {
  if (!invitation) throw new AppError('InvitationUnknown')
  const state = invitationState(invitation, now)
  if (state !== 'valid') throw new AppError(refusals[state])
}
