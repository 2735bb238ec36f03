import { placeListWords as words } from '@/copy/place-list'
import type { Area, Household } from '@/domain/place/schema'
import { bySiblingOrder, levelBelow } from '@/domain/place/naming'
import type { AreaPath, PlaceLevel } from '@/domain/shared/area'
import { placeLevelOf } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Where } from '../_runtime/collection'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { within } from '../_runtime/within'
import { inParts } from './side-by-side'

/** The most that one request answers. */
export const mostAtOnce = 1000

/** An area that is on the map. @throws AppError NotFound */
export async function findArea(store: Store, areaPath: AreaPath): Promise<Area> {
  const area = await store.areas.get(areaPath)
  if (!area || area.retiredAt !== null) throw new AppError('NotFound', { what: 'area' })
  return area
}

/** The condition "in that area, or below it", at these levels. */
const below = (areaPath: AreaPath, levels: readonly PlaceLevel[]): Where => ({
  level: command.in([...levels]),
  _id: within(areaPath),
})

/** What lies right below an area: stairwells and micro-grids are both children of a building. */
export async function findChildren(
  store: Store,
  areaPath: AreaPath,
  { withRetired = false }: { withRetired?: boolean } = {},
): Promise<Area[]> {
  const level = levelBelow(areaPath)
  if (level === null) return []
  const levels: PlaceLevel[] = level === 'unit' ? ['unit', 'grid'] : [level]
  const found = await store.areas.find(below(areaPath, levels), { limit: mostAtOnce })
  return found.filter(({ retiredAt }) => withRetired || retiredAt === null).sort(bySiblingOrder(words))
}

/** Everything from an area down, itself too, retired or not; a thousand with each request. */
export async function findAllWithin(store: Store, areaPath: AreaPath): Promise<Area[]> {
  const found: Area[] = []
  for (;;) {
    const last = found.at(-1)
    // Paths go on with letters, digits and dashes, which all come behind an exclamation mark.
    const beyond = last ? command.gte(`${last._id}!`).and(upTo(areaPath)) : within(areaPath)
    const page = await store.areas.find({ _id: beyond }, { orderBy: ['_id', 'asc'], limit: mostAtOnce })
    found.push(...page)
    if (page.length < mostAtOnce) return found
  }
}

const upTo = (scope: AreaPath): unknown => command.lt(`${scope.slice(0, -1)}0`)

/** Which of these flats there are, all asked for at once. */
export async function findHouseholds(store: Store, ids: readonly string[]): Promise<Map<string, Household>> {
  const parts = await Promise.all(inParts(ids, 500).map((part) => store.households.getMany(part)))
  return new Map(parts.flat().map((home) => [home._id, home]))
}

/** Where the flats of an area are looked up. */
export function householdsOf(areaPath: AreaPath): Where {
  const fields = {
    street: 'estatePath',
    community: 'estatePath',
    estate: 'estatePath',
    building: 'buildingPath',
    unit: 'areaPath',
    grid: 'gridPath',
  } as const satisfies Record<PlaceLevel, keyof Household>
  const level = placeLevelOf(areaPath)
  return { [fields[level]]: level === 'street' || level === 'community' ? within(areaPath) : areaPath }
}
