import { canRevoke, isBacked } from '@/domain/invitation/policy'
import { placeOfInvitation } from '@/domain/invitation/schema'
import { findInvitation, refuseStale } from '../../account/find-invitation'
import { scopeOf } from '../../account/find-leader'
import { stableId } from '../../account/stable-id'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { findAround, printCodes } from '../code-papers'

/** Whoever may make a code, or take it back, may print it. */
export const printInvitation = action('print.invitation', {
  fetch: ({ store, input }) => findInvitation(store, input.code),
  load: async (_call, invitation) => invitation,
  allow: (actor, invitation) => canRevoke(actor, invitation),
  handle: async ({ actor, input, now, requestId, store }, invitation) => {
    // A code that no longer opens the door must not be put on a wall.
    refuseStale(invitation, now)
    const [around, maker] = await Promise.all([
      findAround(store, scopeOf(placeOfInvitation(invitation)), now),
      store.accounts.get(invitation.createdBy),
    ])
    if (!isBacked(invitation, maker, now)) throw new AppError('InvitationRevoked')
    const fileId = await printCodes(store, [invitation], around, {
      paper: input.paper,
      cloudPath: `papers/${stableId('invitation', actor._id, requestId)}.pdf`,
      title: invitation.areaName,
    })
    return { fileId }
  },
})
