import type { Account } from '@/domain/account/schema'
import { canRevoke, isBacked } from '@/domain/invitation/policy'
import type { Invitation } from '@/domain/invitation/schema'
import { canSeePlaces } from '@/domain/place/policy'
import type { Page } from '@/domain/shared/paging'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { presentInvitation } from '../present-invitation'

/** Those of one's own flats: they are few, and good for a week. */
const newestOfHousehold = 20

/** A page of the codes of an area, or those of one's own household. Two waits. */
export const listInvitations = action('invitation.list', {
  fetch: async ({ input, store }): Promise<Page<Invitation> | null> => {
    const { areaPath, kind, view } = input
    if (areaPath === null) return null
    const ofKind = kind === null ? {} : { 'target.kind': kind }
    const where = { areaAt: areaPath, isClosed: view === 'closed', ...ofKind }
    return store.invitations.page(where, 'createdKey', 'desc', input)
  },
  load: async ({ actor, input, store }, page) => ({
    page: page ?? { items: await ofHouseholds(store, actor), nextCursor: null },
    areaPath: input.areaPath,
  }),
  allow: (actor, { areaPath }) => areaPath === null || canSeePlaces(actor, areaPath),
  handle: async ({ actor, now, store }, { areaPath, page }) => {
    // A leader has no use for the office's codes: whoever sees one can hand it on.
    const own = page.items.filter((invitation) => canRevoke(actor, invitation))
    const [makers, areas] =
      areaPath === null
        ? [[actor], null]
        : await Promise.all([
            store.accounts.getMany(own.map(({ createdBy }) => createdBy)),
            store.areas.getMany(own.map((invitation) => invitation.areaPath)),
          ])
    const isGood = (invitation: Invitation): boolean =>
      isBacked(invitation, makers.find(({ _id }) => _id === invitation.createdBy) ?? null, now) &&
      (areas === null ||
        areas.some(({ _id, retiredAt }) => _id === invitation.areaPath && retiredAt === null))
    const items = own.map((invitation) => presentInvitation(invitation, now, isGood(invitation)))
    return { items, nextCursor: page.nextCursor }
  },
})

/** What someone made for a flat of their own, for as long as it is theirs. */
async function ofHouseholds(store: Store, { _id, memberships }: Account): Promise<Invitation[]> {
  const householdIds = memberships.flatMap(({ householdId, standing }) =>
    standing === 'confirmed' && householdId !== null ? [householdId] : [],
  )
  if (householdIds.length === 0) return []
  const made = await store.invitations.find(
    { createdBy: _id, 'target.kind': 'household' },
    { orderBy: ['createdAt', 'desc'], limit: newestOfHousehold },
  )
  return made.filter(({ target }) => target.kind === 'household' && householdIds.includes(target.householdId))
}
