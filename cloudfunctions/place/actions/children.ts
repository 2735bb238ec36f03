import { canSeePlaces, mapRoles } from '@/domain/place/policy'
import { action } from '../../_runtime/serve'
import { countEachArea, countIn } from '../count-places'
import { findArea, findChildren } from '../find-places'

export const childrenOfPlace = action('place.children', {
  fetch: async ({ input: { areaPath }, store }) => {
    if (areaPath === null) return null
    const [area, children] = await Promise.all([findArea(store, areaPath), findChildren(store, areaPath)])
    return { area, children }
  },
  load: (_call, fetched) => Promise.resolve(fetched),
  allow: (actor, place) => place === null || canSeePlaces(actor, place.area._id),
  handle: async ({ actor, now, store }, place) => {
    if (place) {
      const [area, ...children] = await countIn(store, place.area, place.children, now)
      return { area: area ?? null, children }
    }
    const kept = actor.roles.filter(({ role }) => mapRoles.some((one) => one === role))
    const counted = await countEachArea(store, [...new Set(kept.map(({ areaPath }) => areaPath))], now)
    return { area: null, children: counted.sort((one, other) => (one._id < other._id ? -1 : 1)) }
  },
})
