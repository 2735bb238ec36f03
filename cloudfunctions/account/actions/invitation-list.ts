import { caretakers } from '@/domain/account/policy'
import type { Role } from '@/domain/shared/role'
import { action } from '../../_runtime/serve'
import { within } from '../../_runtime/within'
import { presentInvitation } from '../present-invitation'

/** Per area that someone looks after. */
const newest = 200

export const listInvitations = action('invitation.list', {
  load: async ({ actor }) => actor.roles.filter(({ role }) => (caretakers as readonly Role[]).includes(role)),
  allow: (_actor, grants) => grants.length > 0,
  handle: async ({ now, store }, grants) => {
    const found = await Promise.all(
      grants.map(({ areaPath }) => store.invitations.find({ areaPath: within(areaPath) }, { limit: newest })),
    )
    const unique = new Map(found.flat().map((invitation) => [invitation._id, invitation]))
    const items = [...unique.values()].sort((a, b) => b.createdAt - a.createdAt)
    return {
      items: items.map((invitation) => presentInvitation(invitation, now)),
      areas: grants.map(({ areaPath, areaName }) => ({ areaPath, areaName })),
    }
  },
})
