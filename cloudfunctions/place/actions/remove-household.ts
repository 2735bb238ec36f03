import { canKeepPlaces } from '@/domain/place/policy'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'

export const removeHousehold = action('place.removeHousehold', {
  fetch: ({ input: { householdId }, store }) =>
    Promise.all([store.households.get(householdId), store.accounts.count({ householdIds: householdId })]),
  load: (_call, [household, residents]) => Promise.resolve({ household, residents }),
  // What is gone already has no place any more to ask about: those who keep any are told that it is done.
  allow: (actor, { household }) =>
    household
      ? canKeepPlaces(actor, household.areaPath)
      : actor.roles.some(({ areaPath }) => canKeepPlaces(actor, areaPath)),
  handle: async ({ store }, { household, residents }) => {
    if (residents > 0) throw new AppError('StillInUse', { residents })
    if (household) await store.households.remove({ _id: household._id })
    return {}
  },
})
