import type { Document } from '../definitions'
import { leavesAt } from '../paths'
import { flatPlaceOf } from './flat'
import type { Geometry } from './geometry'
import { geometryOf } from './parse'
import { parseIntersects, parseWithin } from './region'
import { intersects, isWithin } from './relations'

type Operator = (path: string, operand: unknown) => (doc: unknown) => boolean

/** MongoDB's words where an order by distance can't be had: `count`, `$match`, `watch`, a nested query. */
export const NEAR_NOT_ALLOWED = '$geoNear, $near, and $nearSphere are not allowed in this context'

/**
 * The geometries a path leads to. Arrays on the way fan out; an array at the end is a legacy pair or nothing, as
 * in MongoDB: many places belong in a MultiPoint, or in objects of their own.
 */
export function geometriesAt(doc: unknown, path: string): { value: unknown; geometry: Geometry }[] {
  return leavesAt(doc, path).flatMap((value) => {
    const geometry = geometryOf(value)
    return geometry ? [{ value, geometry }] : []
  })
}

const geoWithin: Operator = (path, operand) => {
  const within = parseWithin(operand)
  if (within.kind !== 'flat')
    return (doc) => geometriesAt(doc, path).some(({ geometry }) => isWithin(geometry, within))
  return (doc) =>
    leavesAt(doc, path).some((leaf) => {
      const place = flatPlaceOf(leaf)
      return place !== null && within.holds(place)
    })
}

const geoIntersects: Operator = (path, operand) => {
  const wanted = parseIntersects(operand)
  return (doc) => geometriesAt(doc, path).some(({ geometry }) => intersects(geometry, wanted))
}

const notAllowed: Operator = () => {
  throw new Error(NEAR_NOT_ALLOWED)
}

/**
 * Geo operators for the matcher. A `$near` at the top of a query is taken out before (`near.ts`): the ones that
 * come here stand where an order by distance makes no sense.
 */
export const geoOperators: Record<string, Operator> = {
  $geoWithin: geoWithin,
  $geoIntersects: geoIntersects,
  $near: notAllowed,
  $nearSphere: notAllowed,
  $geoNear: notAllowed,
}

/** Writes a value at a dotted path of a document of one's own, making the objects on the way. */
export function putAt(doc: Document, path: string, value: unknown): Document {
  const [key = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...doc, [key]: value }
  const inner = doc[key]
  const own = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Document) : {}
  return { ...doc, [key]: putAt(own, rest.join('.'), value) }
}
