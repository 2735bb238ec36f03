import { caretakers, type Actor } from '@/domain/account/policy'
import { ancestorAt, isGrid, type AreaPath } from '@/domain/shared/area'
import type { Where } from '../_runtime/collection'
import { within } from '../_runtime/within'

/** A leader looks after a few stairwells; staff have their desk. */
const mostAreas = 10

/** The areas of communities, and the micro-grids, that someone looks after as leader or staff. */
export function areasInCare(actor: Actor): AreaPath[] {
  const held = actor.roles.filter(({ role }) => caretakers.some((one) => one === role))
  const areas = held.map(({ areaPath }) => areaPath)
  return [...new Set(areas)].filter((path) => ancestorAt(path, 'community') !== null).slice(0, mostAreas)
}

/**
 * The orders of a community's desk, or of the homes in a part of it, a stairwell or a micro-grid; for the indexes that
 * begin with the building or the community.
 * @param path within a community
 */
export function ordersIn(path: AreaPath): Where {
  const buildingPath = ancestorAt(path, 'building')
  const communityPath = ancestorAt(path, 'community')
  if (buildingPath === null)
    return { communityPath, ...(path === communityPath ? {} : { areaPath: within(path) }) }
  if (isGrid(path)) return { buildingPath, gridPath: path }
  return { buildingPath, ...(path === buildingPath ? {} : { areaPath: within(path) }) }
}
