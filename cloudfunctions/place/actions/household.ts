import { canSeeHouseholds } from '@/domain/place/policy'
import { AppError } from '@/domain/shared/errors'
import { noteAccess } from '../../account/access'
import { action } from '../../_runtime/serve'
import { presentHousehold } from '../present-household'

/** More people than live in any flat; of those beyond, none is told. */
const mostInAFlat = 50

export const openHousehold = action('place.household', {
  fetch: ({ input: { householdId }, store }) =>
    Promise.all([
      store.households.get(householdId),
      store.accounts.findParts({ householdIds: householdId }, ['_id', 'memberships'], { limit: mostInAFlat }),
    ]),
  load: (_call, [household, people]) => {
    if (!household) throw new AppError('NotFound')
    return Promise.resolve({ household, people })
  },
  allow: (actor, { household }) => canSeeHouseholds(actor, household),
  handle: async ({ actor, now, store }, { household, people }) => {
    await noteAccess(store, { kind: 'flat', by: actor, people, at: now })
    return { household: presentHousehold(household, people.length) }
  },
})
