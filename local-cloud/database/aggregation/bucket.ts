import { tagOf } from '../order-key'
import { isPlainObject } from '../wire'
import { variablesOf } from './expression'
import { checkGroupBy, foldsOf, outputOf } from './group'
import { failed, type Compiler } from './operator'
import { compare, isEqual, show, typeName } from './values'
import type { Document } from '../definitions'
import type { Run } from './stage'

/** `$bucket`: each boundary begins a bucket, and does not belong to the one before. Empty buckets are left out. */
export function bucket(spec: unknown, compiler: Compiler): Run {
  const { groupBy, output, boundaries, fallback } = bucketParts(spec)
  const keyOf = compiler.compile(groupBy)
  const fold = foldsOf(outputOf('$bucket', output), compiler)
  const nameOf = (value: unknown): unknown => {
    const at = boundaries.filter((low) => compare(value, low) >= 0).length - 1
    if (at >= 0 && at < boundaries.length - 1) return boundaries[at]
    if (fallback) return fallback.value
    throw failed('$switch could not find a matching branch for an input, and no default was specified.')
  }
  return (docs, outer) => {
    const buckets: { name: unknown; docs: Document[] }[] = []
    for (const doc of docs) {
      const name = nameOf(keyOf(variablesOf(doc, outer)))
      const known = buckets.find((one) => isEqual(one.name, name))
      if (known) known.docs.push(doc)
      else buckets.push({ name, docs: [doc] })
    }
    buckets.sort((a, b) => compare(a.name, b.name))
    return buckets.map(({ name, docs: members }) => ({ _id: name, ...fold(members, outer) }))
  }
}

interface BucketParts {
  groupBy: unknown
  output: unknown
  boundaries: unknown[]
  fallback: { value: unknown } | null
}

function bucketParts(spec: unknown): BucketParts {
  if (!isPlainObject(spec)) {
    throw failed(`Argument to $bucket stage must be an object, but found type: ${typeName(spec)}.`)
  }
  const stray = Object.keys(spec).find((key) => !['groupBy', 'boundaries', 'default', 'output'].includes(key))
  if (stray !== undefined) throw failed(`Unrecognized option to $bucket: ${stray}.`)
  if (!('groupBy' in spec && 'boundaries' in spec)) {
    throw failed("$bucket requires 'groupBy' and 'boundaries' to be specified.")
  }
  checkGroupBy('$bucket', spec.groupBy, show(spec.groupBy))
  const boundaries = boundariesOf(spec.boundaries)
  const fallback = 'default' in spec ? { value: constantOf(spec.default) } : null
  if (fallback) checkDefault(fallback.value, boundaries)
  return { groupBy: spec.groupBy, output: spec.output, boundaries, fallback }
}

function boundariesOf(given: unknown): unknown[] {
  if (!Array.isArray(given)) {
    throw failed(`The $bucket 'boundaries' field must be an array, but found type: ${typeName(given)}.`)
  }
  const boundaries = given.map(constantOf)
  if (boundaries.length < 2) {
    throw failed(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${boundaries.length} value(s).`,
    )
  }
  for (const [i, high] of boundaries.entries()) {
    const low = boundaries[i - 1]
    if (i === 0) continue
    if (tagOf(low) !== tagOf(high)) {
      throw failed(
        "All values in the the 'boundaries' option to $bucket must have the same type. " +
          `Found conflicting types ${typeName(low)} and ${typeName(high)}.`,
      )
    }
    if (compare(low, high) >= 0) {
      throw failed(
        "The 'boundaries' option to $bucket must be sorted, but elements " +
          `${i - 1} and ${i} are not in ascending order (${show(low)} is not less than ${show(high)}).`,
      )
    }
  }
  return boundaries
}

/** Boundaries and the default are constants; `{$literal}` may wrap them. */
function constantOf(value: unknown): unknown {
  if (isPlainObject(value) && '$literal' in value) return value.$literal
  if (typeof value !== 'string' || !value.startsWith('$')) return value
  throw failed(
    `The $bucket 'boundaries' field must be an array of constant values, but found value: ${value}.`,
  )
}

function checkDefault(value: unknown, boundaries: unknown[]): void {
  if (compare(value, boundaries[0]) < 0 || compare(value, boundaries.at(-1)) >= 0) return
  throw failed(
    "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
  )
}
