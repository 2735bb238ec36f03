import type { AreaView } from '@/domain/place/contract'
import type { Area, Household } from '@/domain/place/schema'
import { isWithin, type AreaPath, type PlaceLevel } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'
import type { Store } from '../_runtime/store'
import { countsOfEach, findEstates, isWide, mostCounted, sumOf, type Counts } from './estate-counts'
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

/**
 * Flats and residents of an area and of what lies right below it, in one wait: within an estate all are counted, which
 * reads no more than the estate; what holds estates is told by what they held (`estate-counts.ts`).
 */
export const countIn = (
  store: Store,
  area: Area,
  children: readonly Area[],
  now: Timestamp,
): Promise<AreaView[]> =>
  area.level === 'street' || area.level === 'community'
    ? countAcross(store, area, children, now)
    : countWithin(store, area, children)

async function countWithin(store: Store, area: Area, children: readonly Area[]): Promise<AreaView[]> {
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

async function countAcross(
  store: Store,
  area: Area,
  children: readonly Area[],
  now: Timestamp,
): Promise<AreaView[]> {
  const all = [area, ...children]
  const [flats, people] = [householdsOf(area._id), { homeAt: area._id }]
  const paths = all.map(({ _id }) => _id)
  const [flatCount, peopleCount, flatsOf, peopleOf, known] = await Promise.all([
    store.households.countUpTo(flats, mostCounted + 1),
    store.accounts.countUpTo(people, mostCounted + 1),
    store.households.countBy(flats, 'estatePath', mostCounted + 1),
    store.accounts.countEach(people, 'homeAt', paths, mostCounted + 1),
    findEstates(store, [area._id]),
  ])
  const [areFewFlats, areFewPeople] = [flatCount <= mostCounted, peopleCount <= mostCounted]
  const kept =
    areFewFlats && areFewPeople ? new Map<AreaPath, Counts>() : await countsOfEach(store, known, now)
  return all.map((one) => {
    const sum = sumOf([...kept].flatMap(([path, counts]) => (isWithin(path, one._id) ? [counts] : [])))
    return viewOf(
      one,
      areFewFlats ? sumWithin(flatsOf, one._id) : sum.flats,
      areFewPeople ? (peopleOf.get(one._id) ?? 0) : sum.residents,
    )
  })
}

const sumWithin = (groups: ReadonlyMap<string, number>, scope: AreaPath): number =>
  [...groups].reduce((sum, [path, count]) => sum + (isWithin(path, scope) ? count : 0), 0)

/** Areas without anything in common, such as those of one's roles: one wait. Those off the map are left out. */
export async function countEachArea(
  store: Store,
  paths: readonly AreaPath[],
  now: Timestamp,
): Promise<AreaView[]> {
  const [areas, counts] = await Promise.all([
    store.areas.getMany(paths),
    Promise.all(paths.map((path) => countAt(store, path, now))),
  ])
  const countOf = new Map(counts.map((count) => [count.path, count]))
  return areas
    .filter(({ retiredAt }) => retiredAt === null)
    .map((area) => {
      const { households = 0, residents = 0 } = countOf.get(area._id) ?? {}
      return viewOf(area, households, residents)
    })
}

/** Flats and residents of one area, however wide: one wait, more for the first who asks of a large estate. */
export async function countAt(store: Store, path: AreaPath, now: Timestamp) {
  const [flats, people] = [householdsOf(path), { homeAt: path }]
  if (!isWide(path)) {
    const [households, residents] = await Promise.all([
      store.households.count(flats),
      store.accounts.count(people),
    ])
    return { path, households, residents }
  }
  const [households, residents, known] = await Promise.all([
    store.households.countUpTo(flats, mostCounted + 1),
    store.accounts.countUpTo(people, mostCounted + 1),
    findEstates(store, [path]),
  ])
  if (Math.max(households, residents) <= mostCounted) return { path, households, residents }
  const sum = sumOf((await countsOfEach(store, known, now)).values())
  return {
    path,
    households: households <= mostCounted ? households : sum.flats,
    residents: residents <= mostCounted ? residents : sum.residents,
  }
}

export function viewOf(
  { retiredAt: _retiredAt, requestId: _requestId, ...area }: Area,
  householdCount: number,
  residentCount: number,
): AreaView {
  return { ...area, householdCount, residentCount }
}
