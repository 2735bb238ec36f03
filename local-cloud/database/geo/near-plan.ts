import { requestFailed } from '../../errors'
import { isPoint } from '../bounds'
import type { Condition } from '../conditions'
import type { Sort } from '../definitions'
import { boundsOfIndex, rangesOf, type KnownIndex, type Plan } from '../planner'
import { directionsOf, isGeo } from './geo-index'
import type { Near } from './near'

type NearPlan = Extract<Plan, { kind: 'near' }>

/**
 * How a `$near` is served: by the geo index that holds its path and narrows most. Throws MongoDB's error when there
 * is none, strict or not. A sort asked for takes the place of the order by distance.
 */
export function planNear(
  near: Near,
  conditions: Condition[],
  sort: Sort | null,
  indexes: KnownIndex[],
): Plan {
  const plans = indexes.flatMap((index) => planOne(index, near, conditions, sort) ?? [])
  const [best] = plans.sort((a, b) => b.held - a.held)
  if (best) return best.plan
  throw requestFailed(
    `error processing query: Tree: GEONEAR  field=${near.path} maxdist=${String(near.most * near.unit)} isNearSphere=${near.isFlat ? '0' : '1'} planner returned error :: caused by :: unable to find index for $geoNear query`,
  )
}

function planOne(
  index: KnownIndex,
  near: Near,
  conditions: Condition[],
  sort: Sort | null,
): { held: number; plan: NearPlan } | null {
  const { keys } = index.definition
  if (near.isFlat || keys[near.path] !== '2dsphere') return null
  const before = Object.keys(keys).indexOf(near.path)
  const { bounded } = boundsOfIndex(index, conditions)
  const first = bounded.slice(0, before)
  if (before > 0 && first.length === 0) return null
  const held = first.filter((intervals) => intervals.every(isPoint)).length
  const ranges = rangesOf(directionsOf(index.definition), first, held)
  if (!ranges) return null
  const isHeld = held === before
  const scan = {
    near,
    index: index.id,
    prefixes: isHeld ? ranges.map(({ from }) => from) : [],
    whole: isHeld ? null : ranges,
  }
  return { held, plan: { kind: 'near', index, scan, order: sort ? null : 'forward' } }
}

/** The path of the only geo index; throws MongoDB's error when there is none or more than one. */
export function onlyGeoPath(collection: string, indexes: KnownIndex[]): string {
  const geo = indexes.filter(({ definition }) => isGeo(definition))
  if (geo.length > 1) {
    throw requestFailed(
      `There is more than one 2dsphere index on ${collection}; unsure which to use for $geoNear`,
    )
  }
  const path = geo.flatMap(({ definition }) =>
    Object.entries(definition.keys).flatMap(([own, kind]) => (kind === '2dsphere' ? [own] : [])),
  )[0]
  if (path !== undefined) return path
  throw requestFailed('$geoNear requires a 2d or 2dsphere index, but none were found')
}
