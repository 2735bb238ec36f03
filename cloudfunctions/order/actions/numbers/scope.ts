import { ancestorAt, levelOf, type AreaPath } from '@/domain/shared/area'
import { momentsOf, type Period } from '@/domain/numbers/period'
import { pageKey } from '@/domain/shared/paging'
import type { Where } from '../../../_runtime/collection'
import { command } from '../../../_runtime/sdk'
import type { Store } from '../../../_runtime/store'
import { within } from '../../../_runtime/within'

/** A street has ten or twenty. */
const mostCommunities = 200

/** The communities of a street; for a smaller area the one that it lies in. */
export async function communitiesIn(store: Store, areaPath: AreaPath): Promise<AreaPath[]> {
  const community = ancestorAt(areaPath, 'community')
  if (community !== null) return [community]
  const areas = await store.areas.findParts({ level: 'community', _id: within(areaPath) }, ['_id'], {
    limit: mostCommunities,
  })
  return areas.map(({ _id }) => _id)
}

/**
 * The orders of an area within a period, by the index `period`: what is read grows with the period alone.
 * @param cursor a `createdKey`: only those placed before it
 */
export function inPeriod(
  communities: readonly AreaPath[],
  { areaPath, ...period }: Period & { areaPath: AreaPath },
  cursor: string | null = null,
): Where {
  const { start, end } = momentsOf(period)
  const last = pageKey(end, '')
  const before = cursor !== null && cursor < last ? cursor : last
  const level = levelOf(areaPath)
  const isPart = level !== 'street' && level !== 'community'
  return {
    communityPath: command.in(communities),
    createdKey: command.gte(pageKey(start, '')).and(command.lt(before)),
    ...(isPart ? { areaPath: within(areaPath) } : {}),
  }
}
