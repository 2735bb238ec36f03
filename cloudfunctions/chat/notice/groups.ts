import { isGrid, levelOf, type AreaPath } from '@/domain/shared/area'
import { command } from '../../_runtime/sdk'
import type { Store } from '../../_runtime/store'
import { within } from '../../_runtime/within'
import { lastSeq } from '../append-message'

/** A stairwell or micro-grid: what is for it must not ring in the whole building. */
const isPart = (path: AreaPath): boolean => isGrid(path) || levelOf(path) === 'unit'

/** Is everything in the area behind `after`, or some of it? */
const isLeft = (path: AreaPath, after: string): boolean => endOf(path) > after && path !== after

const endOf = (scope: AreaPath): string => `${scope.slice(0, -1)}0`

/**
 * The groups that a notice to these areas is posted into, in order, `limit` of them behind `after`: every building's
 * within them; a stairwell's or micro-grid's own, where something was ever said in it. One wait.
 * @param areaPaths none in another
 */
export async function groupsWithin(
  store: Store,
  areaPaths: readonly AreaPath[],
  { after, limit }: { after: string; limit: number },
): Promise<AreaPath[]> {
  const left = areaPaths.filter((path) => isLeft(path, after))
  const found = await Promise.all(
    left.map((path) => (isPart(path) ? spokenIn(store, path) : buildingsIn(store, path, { after, limit }))),
  )
  return found.flat().sort().slice(0, limit)
}

async function spokenIn(store: Store, path: AreaPath): Promise<AreaPath[]> {
  return (await lastSeq(store, path)) > 0 ? [path] : []
}

async function buildingsIn(
  store: Store,
  scope: AreaPath,
  { after, limit }: { after: string; limit: number },
): Promise<AreaPath[]> {
  // Paths go on with letters, digits and dashes, which all come behind an exclamation mark.
  const beyond = after > scope ? command.gte(`${after}!`).and(command.lt(endOf(scope))) : within(scope)
  const buildings = await store.areas.findParts(
    { level: 'building', _id: beyond, retiredAt: null },
    ['_id'],
    { orderBy: ['_id', 'asc'], limit },
  )
  return buildings.map(({ _id }) => _id)
}

/** How many there are. One wait. */
export async function countGroups(store: Store, areaPaths: readonly AreaPath[]): Promise<number> {
  const counts = await Promise.all(
    areaPaths.map(async (path) =>
      isPart(path)
        ? (await spokenIn(store, path)).length
        : store.areas.count({ level: 'building', _id: within(path), retiredAt: null }),
    ),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
