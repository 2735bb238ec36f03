import type { AreaView } from '@/domain/place/contract'
import type { Area, Household } from '@/domain/place/schema'
import { isWithin, type AreaPath, type PlaceLevel } from '@/domain/shared/area'
import type { Store } from '../_runtime/store'
import { householdsOf } from './find-places'

/** By which field of a flat the children of an area are told apart. */
const fieldOfChildren = {
  street: 'estatePath',
  community: 'estatePath',
  estate: 'buildingPath',
  building: 'areaPath',
  unit: 'areaPath',
  grid: 'gridPath',
} as const satisfies Record<PlaceLevel, keyof Household>

/** Flats and residents of an area and of what lies right below it: three requests at once, however many there are. */
export async function countIn(store: Store, area: Area, children: readonly Area[]): Promise<AreaView[]> {
  const all = [area, ...children]
  const hasGrids = children.some(({ level }) => level === 'grid')
  const flats = householdsOf(area._id)
  const [groups, grids, residents] = await Promise.all([
    store.households.countBy(flats, fieldOfChildren[area.level]),
    hasGrids ? store.households.countBy(flats, 'gridPath') : new Map<string, number>(),
    store.accounts.countEach(
      { homeAt: area._id },
      'homeAt',
      all.map(({ _id }) => _id),
    ),
  ])
  const householdsAt = ({ _id, level }: Area): number =>
    level === 'grid' ? ((area.level === 'grid' ? groups : grids).get(_id) ?? 0) : sumWithin(groups, _id)
  return all.map((one) => viewOf(one, householdsAt(one), residents.get(one._id) ?? 0))
}

const sumWithin = (groups: ReadonlyMap<string, number>, scope: AreaPath): number =>
  [...groups].reduce((sum, [path, count]) => sum + (isWithin(path, scope) ? count : 0), 0)

/** Areas without anything in common, such as those of one's roles: one wait. Those off the map are left out. */
export async function countEachArea(store: Store, paths: readonly AreaPath[]): Promise<AreaView[]> {
  const [areas, counts] = await Promise.all([
    store.areas.getMany(paths),
    Promise.all(paths.map((path) => countAt(store, path))),
  ])
  const countOf = new Map(counts.map((count) => [count.path, count]))
  return areas
    .filter(({ retiredAt }) => retiredAt === null)
    .map((area) => {
      const { households = 0, residents = 0 } = countOf.get(area._id) ?? {}
      return viewOf(area, households, residents)
    })
}

/** Flats and residents of one area, however wide. */
export async function countAt(store: Store, path: AreaPath) {
  const [households, residents] = await Promise.all([
    store.households.count(householdsOf(path)),
    store.accounts.count({ homeAt: path }),
  ])
  return { path, households, residents }
}

export function viewOf(
  { retiredAt: _retiredAt, requestId: _requestId, ...area }: Area,
  householdCount: number,
  residentCount: number,
): AreaView {
  return { ...area, householdCount, residentCount }
}
