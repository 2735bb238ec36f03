import { requestFailed } from '../errors'
import type { Document } from './definitions'
import { isPlainObject } from './wire'

/**
 * A pipeline with the stages in which mingo 7.2 differs from MongoDB written in other words, also inside
 * `$facet`. Throws for a stage of no or of several operators, and for those that are known to be missing.
 */
export function rewriteStages(stages: Document[]): Document[] {
  return stages.flatMap((stage) => {
    const [name, ...more] = Object.keys(stage)
    if (name === undefined || more.length > 0) throw requestFailed('a stage must have exactly one field')
    if (name === '$geoNear') throw requestFailed("'$geoNear' is not in the local cloud yet")
    if (name === '$bucket') return bucket(stage.$bucket)
    if (name === '$facet' && isPlainObject(stage.$facet)) return [{ $facet: facet(stage.$facet) }]
    return [stage]
  })
}

function facet(spec: Document): Document {
  return Object.fromEntries(
    Object.entries(spec).map(([name, stages]) => [name, rewriteStages(Array.isArray(stages) ? stages : [])]),
  )
}

/** Each boundary begins a bucket, and does not belong to the one before. */
function bucket(spec: unknown): Document[] {
  const { groupBy, boundaries, output, ...rest } = isPlainObject(spec) ? spec : {}
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw requestFailed("$bucket 'boundaries' must be an array of at least 2 values")
  }
  const branches = boundaries.slice(0, -1).map((low: unknown, i) => ({
    case: {
      $and: [
        { $gte: [groupBy, { $literal: low }] },
        { $lt: [groupBy, { $literal: boundaries[i + 1] as unknown }] },
      ],
    },
    then: { $literal: low },
  }))
  const $switch = 'default' in rest ? { branches, default: { $literal: rest.default } } : { branches }
  const fields = isPlainObject(output) ? output : { count: { $sum: 1 } }
  return [{ $group: { _id: { $switch }, ...fields } }, { $sort: { _id: 1 } }]
}
