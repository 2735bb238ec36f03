import type { Invitation } from '@/domain/invitation/schema'
import { AppError } from '@/domain/shared/errors'
import type { Store } from '../_runtime/store'

/** @throws AppError InvitationUnknown */
export async function findInvitation(store: Store, code: string): Promise<Invitation> {
  const invitation = await store.invitations.get(code)
  if (!invitation) throw new AppError('InvitationUnknown')
  return invitation
}
