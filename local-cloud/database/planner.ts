import { boundsOf, isPoint, type Interval } from './bounds'
import { conditionsOf, type Condition, type Conditions } from './conditions'
import type { IndexDefinition, Query, Sort } from './definitions'
import { asksForPlace, cellIntervals, directionOfKind, directionsOf, isGeo } from './geo/geo-index'
import { splitNear } from './geo/near'
import { planNear } from './geo/near-plan'
import type { NearScan } from './geo/near-scan'
import { afterPrefix, invert } from './order-key'
import type { KeyRange } from './store'

/** An index as the planner knows it: where it is kept, and which of its paths hold arrays. */
export interface KnownIndex {
  id: number
  definition: IndexDefinition
  multikey: Set<number>
}

/** A stretch of an index; keys share their first `prefix` bytes, and are in the order of the rest. */
export interface PlannedRange extends KeyRange {
  prefix: number
}

/** How a query's candidates are found. `order` says whether they come in the order of the sort. */
export type Plan =
  | { kind: 'scan'; order: null }
  | { kind: 'id'; ranges: KeyRange[]; order: 'forward' | 'reverse' | null }
  | { kind: 'index'; index: KnownIndex; ranges: PlannedRange[]; order: 'forward' | 'reverse' | null }
  | { kind: 'union'; plans: Plan[]; order: null }
  | { kind: 'near'; index: KnownIndex; scan: NearScan; order: 'forward' | null }

const MOST_RANGES = 512

/** Chooses how to find a query's candidates: by id, by the index that narrows most, or by a scan. */
export function planQuery(query: Query, sort: Sort | null, indexes: KnownIndex[]): Plan {
  const { near, rest } = splitNear(query)
  if (near) return planNear(near, conditionsOf(rest).all, sort, indexes)
  return plan(conditionsOf(query), sort, indexes)
}

function plan(conditions: Conditions, sort: Sort | null, indexes: KnownIndex[]): Plan {
  const byId = planById(conditions, sort)
  if (byId) return byId
  const best = bestIndex(conditions, sort, indexes)
  if (best) return best
  const union = planUnion(conditions, indexes)
  return union ?? { kind: 'scan', order: null }
}

/** The name of the index that serves a plan: '_id', the index's own, several joined by '+', or null. */
export function servedBy(plan: Plan): string | null {
  if (plan.kind === 'id') return '_id'
  if (plan.kind === 'index' || plan.kind === 'near') return plan.index.definition.name
  if (plan.kind === 'union') return [...new Set(plan.plans.map(servedBy))].join('+')
  return null
}

function planById({ all, alternatives, others }: Conditions, sort: Sort | null): Plan | null {
  const intervals = boundsOf(ofPath(all, '_id'), false)
  const order = sort ? directionOf(Object.entries(sort), [['_id', 1]]) : null
  const isBare = all.length === 0 && alternatives.length === 0 && others.length === 0
  if (!intervals && !(isBare && order && sort && Object.keys(sort).length === 1)) return null
  const ranges = intervals?.map((interval) => toRange(Buffer.alloc(0), interval, 1)) ?? [WHOLE]
  return { kind: 'id', ranges, order }
}

const WHOLE: KeyRange = { from: Buffer.alloc(0), to: null }

interface Scored {
  plan: Plan
  score: number
}

function bestIndex(conditions: Conditions, sort: Sort | null, indexes: KnownIndex[]): Plan | null {
  const scored = indexes.map((index) => planIndex(index, conditions, sort)).filter((found) => found !== null)
  scored.sort((a, b) => b.score - a.score)
  return scored[0]?.plan ?? null
}

function planIndex(index: KnownIndex, conditions: Conditions, sort: Sort | null): Scored | null {
  const paths = Object.entries(index.definition.keys)
  const { bounded, equal } = boundsOfIndex(index, conditions.all)
  if (isGeo(index.definition) && !servesRegion(index.definition, conditions.all)) return null
  const order = sort && !isGeo(index.definition) ? sortOrder(index, bounded, equal, sort) : null
  if (bounded.length === 0 && !(order && isEmpty(conditions))) return null
  const ranges = rangesOf(directionsOf(index.definition), bounded, equal)
  if (!ranges) return null
  const isWhole = index.definition.unique === true && equal === paths.length
  const score = equal * 10 + (bounded.length > equal ? 6 : 0) + (order ? 5 : 0) + (isWhole ? 100 : 0)
  return { plan: { kind: 'index', index, ranges, order }, score }
}

/** The intervals of an index's first paths, until one is unbounded; `equal` counts those held to single values. */
export function boundsOfIndex(
  index: KnownIndex,
  conditions: Condition[],
): { bounded: Interval[][]; equal: number } {
  const bounded: Interval[][] = []
  for (const [position, [path, kind]] of Object.entries(index.definition.keys).entries()) {
    if (index.multikey.has(position) && hasArrayBefore(index, position)) break
    const own = ofPath(conditions, path)
    const intervals = kind === '2dsphere' ? placesOf(own) : boundsOf(own, index.multikey.has(position))
    if (!intervals) break
    bounded.push(intervals)
    if (kind === '2dsphere' || !intervals.every(isPoint)) break
  }
  const equal = bounded.filter((intervals) => intervals.every(isPoint)).length
  return { bounded, equal }
}

function placesOf(conditions: Condition[]): Interval[] | null {
  const intervals = cellIntervals(conditions)
  return (
    intervals?.map(({ low, high }) => ({
      low: { key: low, inclusive: true },
      high: { key: high, inclusive: true },
    })) ?? null
  )
}

/** A geo index lacks the documents without a place: only a query that asks for a place may use it. */
function servesRegion({ keys }: IndexDefinition, conditions: Condition[]): boolean {
  return Object.entries(keys).some(
    ([path, kind]) => kind === '2dsphere' && ofPath(conditions, path).some(asksForPlace),
  )
}

/** Two conditions on one array may be met by two elements, which have two keys: only the first narrows. */
function hasArrayBefore({ multikey }: KnownIndex, position: number): boolean {
  return [...multikey].some((other) => other < position)
}

function isEmpty({ all, alternatives, others }: Conditions): boolean {
  return all.length === 0 && alternatives.length === 0 && others.length === 0
}

/**
 * Whether the index gives the order asked for. Paths held to one value may be left out of the sort.
 * The least element of an array may lie outside the bounds: such a path can't give the order.
 */
function sortOrder(
  { definition, multikey }: KnownIndex,
  bounded: Interval[][],
  equal: number,
  sort: Sort,
): 'forward' | 'reverse' | null {
  const entries = Object.entries(definition.keys).map(([path, kind]): [string, 1 | -1] => [
    path,
    directionOfKind(kind),
  ])
  const isHeld = (i: number) => i < equal && bounded[i]?.length === 1 && !multikey.has(i)
  const held = entries.filter((_, i) => isHeld(i)).map(([path]) => path)
  const wanted = Object.entries(sort).filter(([path]) => !held.includes(path))
  const last = equal + wanted.length
  const arrays = [...multikey].filter((i) => i >= equal && i < last)
  const isMixed = arrays.length > 0 && [...multikey].some((i) => i < equal)
  if (isMixed || arrays.some((i) => i < bounded.length)) return null
  return wanted.length === 0 ? 'forward' : directionOf(wanted, entries.slice(equal))
}

function directionOf(wanted: [string, 1 | -1][], offered: [string, 1 | -1][]): 'forward' | 'reverse' | null {
  const pairs = wanted.map(([path, direction], i) =>
    offered[i]?.[0] === path ? direction * offered[i][1] : 0,
  )
  if (pairs.every((pair) => pair === 1)) return 'forward'
  return pairs.every((pair) => pair === -1) ? 'reverse' : null
}

/** The stretches of an index between the bounds of its first paths; null when there are too many. */
export function rangesOf(
  directions: (1 | -1)[],
  bounded: Interval[][],
  equal: number,
): PlannedRange[] | null {
  let prefixes = [Buffer.alloc(0)]
  for (const [position, intervals] of bounded.slice(0, equal).entries()) {
    const direction = directions[position] ?? 1
    prefixes = prefixes.flatMap((prefix) =>
      intervals.map(({ low }) => Buffer.concat([prefix, direction === 1 ? low.key : invert(low.key)])),
    )
    if (prefixes.length > MOST_RANGES) return null
  }
  const last = bounded[equal]
  return prefixes.flatMap((prefix) => {
    if (!last) return [{ from: prefix, to: afterPrefix(prefix), prefix: prefix.length }]
    return last.map((interval) => ({
      ...toRange(prefix, interval, directions[equal] ?? 1),
      prefix: prefix.length,
    }))
  })
}

/** An interval of one path, after a prefix of settled paths, as a range of the index's keys. */
function toRange(prefix: Buffer, { low, high }: Interval, direction: 1 | -1): KeyRange {
  const [first, last] = direction === 1 ? [low, high] : [high, low]
  const start = Buffer.concat([prefix, direction === 1 ? first.key : invert(first.key)])
  const end = Buffer.concat([prefix, direction === 1 ? last.key : invert(last.key)])
  return {
    from: first.inclusive ? start : (afterPrefix(start) ?? start),
    to: last.inclusive ? afterPrefix(end) : end,
  }
}

/** One `$or` of which every branch is served: the candidates are those of all branches. */
function planUnion({ all, alternatives, others }: Conditions, indexes: KnownIndex[]): Plan | null {
  for (const branches of alternatives) {
    const plans = branches.map((branch) => {
      const own = conditionsOf(branch)
      const merged = { ...own, all: [...all, ...own.all], others: [...others, ...own.others] }
      return plan(merged, null, indexes)
    })
    if (plans.length > 0 && plans.every((found) => found.kind !== 'scan')) {
      return { kind: 'union', plans, order: null }
    }
  }
  return null
}

function ofPath(conditions: Condition[], path: string): Condition[] {
  return conditions.filter((condition) => condition.path === path)
}
