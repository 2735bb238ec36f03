import type { EstateCount } from '@/domain/place/schema'
import { isGrid, levelOf, type AreaPath } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'
import type { Store } from '../_runtime/store'
import { within } from '../_runtime/within'
import { countPeople, nobody, type PeopleCount } from './count-people'
import { householdsOf, mostAtOnce } from './find-places'
import { inParts } from './side-by-side'

/**
 * How many people, or flats, an area may hold and still be counted while somebody waits: so far a number is exact. A
 * larger area is told as the sum of what its estates held when they were last counted, within the hour
 * (`timers/actions/recount-estates.ts`). Nobody who joins, leaves or moves keeps these counts, so that no call that
 * fails, no merging and no end of a lease can make them wrong; whoever has a home in two estates counts in both.
 */
export const mostCounted = 1000
/** Estates counted side by side. */
const atOnce = 5

export type Counts = Omit<EstateCount, '_id' | 'countedAt'>

/** Can it hold more than is counted while somebody waits? An estate, and what holds estates. */
export const isWide = (path: AreaPath): boolean =>
  !isGrid(path) && ['street', 'community', 'estate'].includes(levelOf(path))

/** Counts what an estate holds, all of it. One wait. */
export async function countEstate(store: Store, estatePath: AreaPath): Promise<Counts> {
  const [flats, people] = await Promise.all([
    store.households.count(householdsOf(estatePath)),
    countPeople(store, [estatePath]),
  ])
  return { flats, ...people }
}

/** The estates in some areas, and what is known of them. */
export interface KnownEstates {
  estates: ReadonlySet<AreaPath>
  counts: ReadonlyMap<AreaPath, Counts>
}

/** One wait. @param areaPaths estates, communities and streets */
export async function findEstates(store: Store, areaPaths: readonly AreaPath[]): Promise<KnownEstates> {
  const own = areaPaths.filter((path) => levelOf(path) === 'estate')
  const wider = areaPaths.filter((path) => levelOf(path) !== 'estate')
  const [kept, ...found] = await Promise.all([
    store.estateCounts.getMany(own),
    ...wider.map(async (path) => {
      const [onMap, counted] = await Promise.all([
        store.areas.findParts({ level: 'estate', _id: within(path), retiredAt: null }, ['_id'], {
          limit: mostAtOnce,
        }),
        store.estateCounts.find({ _id: within(path) }, { limit: mostAtOnce }),
      ])
      return { onMap, counted }
    }),
  ])
  const counted = [...kept, ...found.flatMap((one) => one.counted)]
  return {
    estates: new Set([...own, ...found.flatMap(({ onMap }) => onMap.map(({ _id }) => _id))]),
    counts: new Map(counted.map(({ _id, ...counts }) => [_id, counts])),
  }
}

/** What each of the estates holds; one that the clock does not count yet is counted now, and then by the clock. */
export async function countsOfEach(
  store: Store,
  { estates, counts }: KnownEstates,
  now: Timestamp,
): Promise<Map<AreaPath, Counts>> {
  const all = new Map<AreaPath, Counts>()
  const missing: AreaPath[] = []
  for (const path of estates) {
    const known = counts.get(path)
    if (known) all.set(path, known)
    else missing.push(path)
  }
  for (const part of inParts(missing, atOnce))
    await Promise.all(
      part.map(async (_id) => {
        const counted = await countEstate(store, _id)
        await store.estateCounts.addNew({ _id, ...counted, countedAt: now })
        all.set(_id, counted)
      }),
    )
  return all
}

export const sumOf = (counts: Iterable<Counts>): Counts =>
  [...counts].reduce<Counts>(
    (sum, one) => ({
      flats: sum.flats + one.flats,
      residents: sum.residents + one.residents,
      households: sum.households + one.households,
      needCare: sum.needCare + one.needCare,
    }),
    { flats: 0, ...nobody },
  )

/** How many a notice to these areas reaches: see `mostCounted`. One wait; more for the first who asks of a large estate. */
export async function countRecipients(
  store: Store,
  areaPaths: readonly AreaPath[],
  now: Timestamp,
): Promise<PeopleCount> {
  const wide = areaPaths.filter(isWide)
  const narrow = areaPaths.filter((path) => !isWide(path))
  if (wide.length === 0) return countPeople(store, narrow)
  const [few, near, known] = await Promise.all([
    countPeople(store, areaPaths, mostCounted + 1),
    countPeople(store, narrow),
    findEstates(store, wide),
  ])
  if (few.residents <= mostCounted) return few
  const { flats: _flats, ...people } = sumOf([
    { flats: 0, ...near },
    ...(await countsOfEach(store, known, now)).values(),
  ])
  return people
}
