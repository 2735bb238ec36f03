import type { Account } from '@/domain/account/schema'
import { canRevoke } from '@/domain/invitation/policy'
import { mapRoles } from '@/domain/place/policy'
import type { Invitation } from '@/domain/invitation/schema'
import type { RoleGrant } from '@/domain/shared/role'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { presentInvitation } from '../present-invitation'

const newest = { ofAreas: 200, ofHousehold: 20 }

interface Scope {
  grants: readonly RoleGrant[]
  householdIds: readonly string[]
}

export const listInvitations = action('invitation.list', {
  load: async ({ actor }): Promise<Scope> => ({
    grants: actor.roles.filter(({ role }) => mapRoles.some((one) => one === role)),
    householdIds: ownHouseholds(actor),
  }),
  allow: (_actor, { grants, householdIds }) => grants.length > 0 || householdIds.length > 0,
  handle: async ({ actor, now, store }, scope) => {
    const found = await Promise.all([ofAreas(store, scope), ofHouseholds(store, actor, scope)])
    // A leader has no use for the office's codes: whoever sees one can hand it on.
    const own = found.flat().filter((invitation) => canRevoke(actor, invitation))
    const unique = new Map(own.map((invitation) => [invitation._id, invitation]))
    const items = [...unique.values()].sort((a, b) => b.createdAt - a.createdAt)
    return {
      items: items.map((invitation) => presentInvitation(invitation, now)),
      areas: scope.grants.map(({ areaPath, areaName }) => ({ areaPath, areaName })),
    }
  },
})

const ownHouseholds = ({ memberships }: Account): string[] =>
  memberships.flatMap(({ householdId, standing }) =>
    standing === 'confirmed' && householdId !== null ? [householdId] : [],
  )

/** All codes under the areas that someone looks after, whoever made them. */
const ofAreas = async (store: Store, { grants }: Scope): Promise<Invitation[]> =>
  grants.length === 0
    ? []
    : store.invitations.find(
        { areaAt: command.in(grants.map(({ areaPath }) => areaPath)) },
        { orderBy: ['createdAt', 'desc'], limit: newest.ofAreas },
      )

/** What someone made for a flat of their own, for as long as it is theirs. */
async function ofHouseholds(store: Store, actor: Account, { householdIds }: Scope): Promise<Invitation[]> {
  if (householdIds.length === 0) return []
  const made = await store.invitations.find(
    { createdBy: actor._id },
    { orderBy: ['createdAt', 'desc'], limit: newest.ofHousehold },
  )
  return made.filter(({ target }) => target.kind === 'household' && householdIds.includes(target.householdId))
}
