import { placeListWords as words } from '@/copy/place-list'
import { isCaretakerInside } from '@/domain/account/policy'
import { byFloorAndRoom } from '@/domain/place/listing'
import { canSeeHouseholds } from '@/domain/place/policy'
import { AppError } from '@/domain/shared/errors'
import { placeLevelOf } from '@/domain/shared/area'
import { action } from '../../_runtime/serve'
import { findAllWithin, householdsOf, mostAtOnce } from '../find-places'
import { maskedHousehold } from '../present-household'

const listed = ['building', 'unit', 'grid']

/** A building's flats are few enough to be read at once, and put in the order of their doors here: that is sealed. */
export const listHouseholds = action('place.households', {
  fetch: ({ input: { areaPath }, store }) => {
    // An estate's are exported, not listed.
    if (!listed.includes(placeLevelOf(areaPath))) throw new AppError('BadInput', { where: ['areaPath'] })
    return Promise.all([
      store.households.find(householdsOf(areaPath), { limit: mostAtOnce }),
      findAllWithin(store, areaPath),
    ])
  },
  load: (_call, fetched) => Promise.resolve(fetched),
  allow: (actor, _fetched, { areaPath }) => isCaretakerInside(actor, areaPath),
  handle: async ({ actor, input: { areaPath, cursor, limit }, store }, [found, areas]) => {
    // The leader of a micro-grid sees their own part of the building.
    const mine = found.filter((home) => canSeeHouseholds(actor, home)).sort(byFloorAndRoom(areas, words))
    const from = cursor === null ? 0 : mine.findIndex(({ _id }) => _id === cursor) + 1
    const page = mine.slice(from, from + limit)
    const ids = page.map(({ _id }) => _id)
    const residents = await store.accounts.countEach({ homeAt: areaPath }, 'householdIds', ids)
    const hasMore = mine.length > from + limit
    return {
      items: page.map((home) => maskedHousehold(home, residents.get(home._id) ?? 0)),
      nextCursor: hasMore ? (ids.at(-1) ?? null) : null,
    }
  },
})
