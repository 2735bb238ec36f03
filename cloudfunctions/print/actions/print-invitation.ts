import { canRevoke } from '@/domain/invitation/policy'
import { findInvitation, refuseStale } from '../../account/find-invitation'
import { stableId } from '../../account/stable-id'
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
    const around = await findAround(store, [invitation.areaPath])
    const fileId = await printCodes([invitation], around, {
      paper: input.paper,
      cloudPath: `papers/${stableId('invitation', actor._id, requestId)}.pdf`,
      title: invitation.areaName,
    })
    return { fileId }
  },
})
