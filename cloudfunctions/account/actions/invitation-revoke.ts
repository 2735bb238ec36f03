import { canRevoke } from '@/domain/invitation/policy'
import { action } from '../../_runtime/serve'
import { findInvitation } from '../find-invitation'
import { presentInvitation } from '../present-invitation'

export const revokeInvitation = action('invitation.revoke', {
  fetch: ({ store, input }) => findInvitation(store, input.code),
  load: async (_call, invitation) => invitation,
  allow: canRevoke,
  handle: async ({ now, store }, invitation) => {
    if (invitation.revokedAt !== null) return { invitation: presentInvitation(invitation, now) }
    await store.invitations.update(
      { _id: invitation._id, revokedAt: null },
      { revokedAt: now, isClosed: true },
    )
    return { invitation: presentInvitation({ ...invitation, revokedAt: now }, now) }
  },
})
