import { canKeepPlaces } from '@/domain/place/policy'
import { floorOf, type Household } from '@/domain/place/schema'
import { levelOf } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { findHousehold, unlistedHousehold } from '../../account/households'
import { action } from '../../_runtime/serve'
import { findArea } from '../find-places'
import { presentHousehold } from '../present-household'

/** The number says which flat it is: to change it is to add another. */
export const putHousehold = action('place.putHousehold', {
  fetch: ({ input: { areaPath, roomNumber }, store }) =>
    Promise.all([findArea(store, areaPath), findHousehold(store, areaPath, roomNumber)]),
  load: (_call, [area, existing]) => {
    const isPlace = area.level !== 'grid' && ['building', 'unit'].includes(levelOf(area._id))
    if (!isPlace) throw new AppError('BadInput', { where: ['areaPath'] })
    return Promise.resolve({ area, existing })
  },
  allow: (actor, { area }) => canKeepPlaces(actor, area._id),
  handle: async ({ input, now, store }, { area, existing }) => {
    const { roomNumber, register } = input
    const told = floorOf(roomNumber)
    const floor = input.floor ?? told
    // What a list would be refused for (see `reading.ts`) is not to come in by hand.
    if (told !== null && Math.abs(floor ?? told) !== told)
      throw new AppError('BadInput', { where: ['floor'] })
    const change = { roomNumber, floor, register, areaName: area.fullName, isUnlisted: false, updatedAt: now }
    const place = { areaPath: area._id, areaName: area.fullName }
    const fresh: Household = { ...unlistedHousehold(place, roomNumber, now), ...change }
    const { _id } = fresh
    const [isNew, residents] = await Promise.all([
      existing ? false : store.households.addNew(fresh),
      store.accounts.count({ householdIds: _id }),
    ])
    if (!isNew) await store.households.update({ _id }, change)
    return { household: presentHousehold({ ...(existing ?? fresh), ...change }, residents) }
  },
})
