import { requestFailed } from '../../errors'
import type { Document, Query } from '../definitions'
import type { Reader } from '../reader'
import { isPlainObject } from '../wire'
import { nameOf, textOf } from './bad-geometry'
import { nearestOf, refuseNear, splitNear } from './near'
import { putAt } from './operators'

/**
 * How many documents come without a `limit`. The cloud documents `limit`, which MongoDB has up to 4.0, where 100 is
 * what comes when it is left out.
 */
const USUAL_LIMIT = 100

/** The options of `$geoNear`; distances in metres, or in radians about a legacy pair. */
interface GeoNear {
  near: unknown
  distanceField: string
  minDistance: number | undefined
  maxDistance: number | undefined
  distanceMultiplier: number
  includeLocs: string | undefined
  query: Query
  key: string | undefined
  limit: number
  spherical: boolean
}

/**
 * The documents of a `$geoNear` stage, from the nearest on, with their distances. Throws MongoDB's errors.
 * Source: the WeChat docs' `Aggregate.geoNear`, and MongoDB's manual for what those leave open.
 */
export function geoNear(reader: Reader, name: string, spec: unknown): Document[] {
  const options = readOptions(spec)
  const path = options.key ?? reader.geoPath(name)
  refuseNear(options.query)
  const query = { $and: [options.query, { [path]: nearOperators(options) }] }
  const { near } = splitNear(query)
  if (!near) return []
  return reader.select(name, { query, limit: options.limit }).map(({ doc }) => {
    const nearest = nearestOf(doc, near)
    const distance = (nearest?.angle ?? 0) * near.unit * options.distanceMultiplier
    const measured = putAt(doc, options.distanceField, distance)
    return options.includeLocs === undefined ? measured : putAt(measured, options.includeLocs, nearest?.value)
  })
}

/** A legacy pair may be sought on the sphere only: nothing here keeps places of a plane. */
function nearOperators({ near, spherical, minDistance, maxDistance }: GeoNear): Document {
  const bounds = {
    ...(minDistance === undefined ? {} : { $minDistance: minDistance }),
    ...(maxDistance === undefined ? {} : { $maxDistance: maxDistance }),
  }
  const isGeoJson = isPlainObject(near) && 'type' in near
  if (isGeoJson) return { $nearSphere: { $geometry: near, ...bounds } }
  return { [spherical ? '$nearSphere' : '$near']: near, ...bounds }
}

function readOptions(spec: unknown): GeoNear {
  if (!isPlainObject(spec)) throw requestFailed(`$geoNear must take an object, got ${nameOf(spec)}`)
  const { near, distanceField, includeLocs, key, query } = spec
  if (typeof near !== 'object' || near === null)
    throw requestFailed("$geoNear requires a 'near' option as an Array")
  if (typeof distanceField !== 'string' || distanceField === '')
    throw requestFailed("$geoNear requires a 'distanceField' option as a String")
  if (query !== undefined && !isPlainObject(query)) throw requestFailed('query must be an object')
  return {
    near,
    distanceField: fieldName(distanceField),
    includeLocs: includeLocs === undefined ? undefined : fieldName(text('includeLocs', includeLocs)),
    key: key === undefined ? undefined : text('key', key),
    query: query ?? {},
    minDistance: amount(spec, 'minDistance'),
    maxDistance: amount(spec, 'maxDistance'),
    distanceMultiplier: amount(spec, 'distanceMultiplier') ?? 1,
    limit: limitOf(spec),
    spherical: spec.spherical === true,
  }
}

function text(option: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  const what =
    option === 'key'
      ? "parameter 'key' must be of type string but found type"
      : `requires that '${option}' option is a String, got`
  throw requestFailed(`$geoNear ${what}: ${nameOf(value)}`)
}

function fieldName(path: string): string {
  if (path.split('.').includes('')) throw requestFailed('FieldPath field names may not be empty strings.')
  if (path.startsWith('$')) throw requestFailed("FieldPath field names may not start with '$'.")
  return path
}

function amount(spec: Document, option: string): number | undefined {
  const value = spec[option]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || Number.isNaN(value)) throw requestFailed(`${option} must be a number`)
  if (value < 0) throw requestFailed(`${option} must be nonnegative`)
  return value
}

/** `num` is the older name of `limit`, and wins. */
function limitOf({ limit, num }: Document): number {
  const value = num ?? limit ?? USUAL_LIMIT
  if (typeof value !== 'number' || Number.isNaN(value))
    throw requestFailed(`limit must be a number: ${textOf(value)}`)
  if (value <= 0) throw requestFailed('limit must be greater than 0')
  return Math.floor(value)
}
