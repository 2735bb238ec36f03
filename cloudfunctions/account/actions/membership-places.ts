import { isCurrent } from '@/domain/account/index-fields'
import type { Area } from '@/domain/place/schema'
import { ancestorAt, isWithin } from '@/domain/shared/area'
import { action } from '../../_runtime/serve'
import { within } from '../../_runtime/within'

/** The cloud gives no more at once: the buildings and stairwells of a large estate. */
const placesRead = 1000

/** Where one may move to from a home: the buildings of its estate with their stairwells. One wait more. */
export const placesToMove = action('membership.places', {
  load: async ({ input }) => ancestorAt(input.areaPath, 'estate'),
  allow: (actor, estate) =>
    estate !== null && actor.memberships.some((home) => isCurrent(home) && isWithin(home.areaPath, estate)),
  handle: async ({ store }, estate) => {
    const found = await store.areas.findParts(
      { _id: within(estate ?? '') },
      ['_id', 'level', 'name', 'order', 'retiredAt'],
      { orderBy: ['_id', 'asc'], limit: placesRead },
    )
    const standing = found.filter(({ retiredAt }) => retiredAt === null).sort(byOrder)
    const placeOf = ({ _id, name }: Part) => ({ areaPath: _id, name })
    const stairwellsOf = (building: Part): Part[] =>
      standing.filter(({ _id, level }) => level === 'unit' && isWithin(_id, building._id))
    return {
      buildings: standing
        .filter(({ level }) => level === 'building')
        .map((building) => ({ ...placeOf(building), stairwells: stairwellsOf(building).map(placeOf) })),
    }
  },
})

type Part = Pick<Area, '_id' | 'level' | 'name' | 'order' | 'retiredAt'>
const byOrder = (a: Part, b: Part): number => a.order - b.order || a._id.localeCompare(b._id)
