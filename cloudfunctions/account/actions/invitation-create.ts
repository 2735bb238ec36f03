import type { Invitation } from '@/domain/invitation/schema'
import { canInviteTo } from '@/domain/invitation/policy'
import { AppError } from '@/domain/shared/errors'
import { days } from '@/domain/shared/time'
import { openapi, uploadFile } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { presentInvitation } from '../present-invitation'

/** The page that a scanned code opens. */
const landingPage = 'pages/join/index'

export const createInvitation = action('invitation.create', {
  load: async ({ store, input }) => {
    const area = await store.areas.get(input.areaPath)
    if (!area) throw new AppError('NotFound')
    return area
  },
  allow: (actor, area) => canInviteTo(actor, area._id),
  handle: async ({ actor, input, now, requestId, store }, area) => {
    const existing = await store.invitations.get(requestId)
    if (existing) return { invitation: presentInvitation(own(existing, actor._id, area._id), now) }
    // The picture first: an invitation without one would be of no use, a picture without one harms nobody.
    const { buffer } = await openapi.wxacode.getUnlimited({
      scene: requestId,
      page: landingPage,
      checkPath: false,
    })
    const invitation: Invitation = {
      _id: requestId,
      areaPath: area._id,
      areaName: area.fullName,
      createdBy: actor._id,
      createdAt: now,
      expiresAt: now + days(input.days),
      maxUses: input.maxUses,
      usedCount: 0,
      revokedAt: null,
      codeFileId: await uploadFile(`invitations/${requestId}.png`, buffer),
    }
    const { document } = await store.invitations.insertOnce(invitation)
    return { invitation: presentInvitation(own(document, actor._id, area._id), now) }
  },
})

/** A request id that was used for another invitation is no way to get at that one. */
function own(invitation: Invitation, userId: string, areaPath: string): Invitation {
  if (invitation.createdBy !== userId || invitation.areaPath !== areaPath) throw new AppError('Conflict')
  return invitation
}
