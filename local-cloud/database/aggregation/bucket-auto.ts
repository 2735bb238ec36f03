import type { Document } from '../definitions'
import { isPlainObject } from '../wire'
import { variablesOf } from './expression'
import { bucketCount, roundable, rounderOf, type Rounder } from './granularity'
import { checkGroupBy, foldsOf, outputOf } from './group'
import { failed, type Compiler } from './operator'
import { compare, isEqual, show, typeName } from './values'
import type { Run } from './stage'

interface Item {
  key: unknown
  doc: Document
}

interface Bucket {
  min: unknown
  max: unknown
  docs: Document[]
}

/** `$bucketAuto`: as many buckets as asked for, or fewer, of about the same size. Equal values stay together. */
export function bucketAuto(spec: unknown, compiler: Compiler): Run {
  const { groupBy, buckets, output, granularity } = checked(spec)
  const most = bucketCount(buckets)
  const rounder = granularity === undefined ? null : rounderOf(granularity)
  const keyOf = compiler.compile(groupBy)
  const fold = foldsOf(outputOf('$bucketAuto', output), compiler)
  return (docs, outer) => {
    const items = docs.map((doc) => ({ key: keyOf(variablesOf(doc, outer)) ?? null, doc }))
    if (rounder) for (const { key } of items) roundable(key)
    items.sort((a, b) => compare(a.key, b.key))
    const found = rounder ? rounded(divide(items, most, rounder), rounder) : joined(divide(items, most, null))
    return found.map(({ min, max, docs: members }) => ({ _id: { min, max }, ...fold(members, outer) }))
  }
}

function checked(spec: unknown): Document {
  if (!isPlainObject(spec)) {
    throw failed(`The argument to $bucketAuto must be an object, but found type: ${typeName(spec)}.`)
  }
  const known = ['groupBy', 'buckets', 'output', 'granularity']
  const stray = Object.keys(spec).find((key) => !known.includes(key))
  if (stray !== undefined) throw failed(`Unrecognized option to $bucketAuto: ${stray}.`)
  if (!('groupBy' in spec && 'buckets' in spec)) {
    throw failed("$bucketAuto requires 'groupBy' and 'buckets' to be specified.")
  }
  checkGroupBy('$bucketAuto', spec.groupBy, show(spec.groupBy))
  return spec
}

/** Fills one bucket after another; what lies below the bucket's (rounded) end comes along. */
function divide(items: Item[], most: number, rounder: Rounder | null): Bucket[] {
  const size = Math.max(1, Math.round(items.length / most))
  const buckets: Bucket[] = []
  for (let at = 0; at < items.length;) {
    const isLast = buckets.length === most - 1
    let end = isLast ? items.length : Math.min(at + size, items.length)
    const key = items[end - 1]?.key
    const bound = rounder ? rounder.up(roundable(key)) : null
    const belongs = ({ key: other }: Item): boolean =>
      bound === null ? isEqual(other, key) : compare(bound, other) > 0
    for (let next = items[end]; next && belongs(next); next = items[end]) end++
    const max = bound !== null && end < items.length ? bound : items[end - 1]?.key
    buckets.push({ min: items[at]?.key, max, docs: items.slice(at, end).map(({ doc }) => doc) })
    at = end
  }
  return buckets
}

/** A bucket ends where the next begins. */
function joined(buckets: Bucket[]): Bucket[] {
  return buckets.map((bucket, i) => ({ ...bucket, max: buckets[i + 1]?.min ?? bucket.max }))
}

/** A bucket begins where the one before ends; the outer bounds are rounded outwards. */
function rounded(buckets: Bucket[], rounder: Rounder): Bucket[] {
  return buckets.map((bucket, i) => ({
    ...bucket,
    min: i === 0 ? rounder.down(roundable(bucket.min)) : buckets[i - 1]?.max,
    max: i === buckets.length - 1 ? rounder.up(roundable(bucket.max)) : bucket.max,
  }))
}
