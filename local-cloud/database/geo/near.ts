import { requestFailed } from '../../errors'
import { isOperators } from '../conditions'
import type { Document, Query } from '../definitions'
import { isPlainObject } from '../wire'
import { BadGeometry, textOf } from './bad-geometry'
import { geometriesAt, NEAR_NOT_ALLOWED } from './operators'
import { flatPoint } from './parse'
import { distanceTo } from './relations'
import type { Vector } from './sphere'

/** The radius of the Earth in metres with which MongoDB turns angles into distances. */
export const EARTH_RADIUS = 6_378_100

/** An order by distance that a query asks for: from the nearest on. Angles in radians, both ends included. */
export interface Near {
  path: string
  center: Vector
  least: number
  most: number
  /** What distances are counted in: metres in a radian, or 1 for a legacy pair. */
  unit: number
  /** A `$near` about a legacy pair is an order on the plane, which only a `2d` index gives: the cloud has none. */
  isFlat: boolean
}

const OPERATORS = ['$near', '$nearSphere', '$geoNear']
const LOGICAL = ['$and', '$or', '$nor']

/** Takes a query's `$near` out of it. Throws the cloud's error for a malformed, a second, or a nested one. */
export function splitNear(query: Query): { near: Near | null; rest: Query } {
  if (!mentionsNear(query)) return { near: null, rest: query }
  const found: Near[] = []
  const rest = take(query, found)
  if (found.length > 1) throw badNear('Too many geoNear expressions')
  if (mentionsNear(rest)) throw badNear('geoNear must be top-level expr')
  return { near: found[0] ?? null, rest }
}

/** Throws MongoDB's error when a query orders by distance where that can't be: in `count`, in `$match`. */
export function refuseNear(query: unknown): void {
  if (isPlainObject(query) && mentionsNear(query)) throw badNear(NEAR_NOT_ALLOWED)
}

/** A query that asks for an order by distance in a way MongoDB doesn't understand: errCode -502001. */
export function badNear(reason: string): Error {
  return requestFailed(`(BadValue) ${reason}`)
}

function mentionsNear(query: Query): boolean {
  return Object.entries(query).some(([key, value]) => {
    if (LOGICAL.includes(key)) return Array.isArray(value) && value.filter(isPlainObject).some(mentionsNear)
    if (!isOperators(value)) return false
    if (OPERATORS.some((operator) => operator in value)) return true
    return [value.$not, value.$elemMatch].some((inner) => isPlainObject(inner) && mentionsNearInside(inner))
  })
}

function mentionsNearInside(inner: Document): boolean {
  return OPERATORS.some((operator) => operator in inner) || mentionsNear(inner)
}

function take(query: Query, found: Near[]): Query {
  const rest: Query = {}
  for (const [key, value] of Object.entries(query)) {
    if (key === '$and' && Array.isArray(value)) {
      const parts = value.map((part: unknown) => (isPlainObject(part) ? take(part, found) : part))
      rest.$and = parts
    } else if (!key.startsWith('$') && isOperators(value) && OPERATORS.some((name) => name in value)) {
      found.push(read(key, value))
    } else rest[key] = value
  }
  return rest
}

function read(path: string, operators: Document): Near {
  try {
    return parseNear(path, operators)
  } catch (error) {
    if (error instanceof BadGeometry) throw badNear(error.message)
    throw error
  }
}

function parseNear(path: string, operators: Document): Near {
  const name = OPERATORS.find((operator) => operator in operators) ?? ''
  const operand = operators[name]
  const isNew = isPlainObject(operand) && '$geometry' in operand
  if (!isNew) return parseLegacy(path, name, operators)
  const extra = Object.keys(operators).find((key) => key !== name)
  if (extra !== undefined) {
    throw new BadGeometry(
      `geo near accepts just one argument when querying for a GeoJSON point. Extra field found: ${extra}: ${textOf(operators[extra])}`,
    )
  }
  const { $geometry, $minDistance, $maxDistance, ...strays } = operand
  const stray = Object.keys(strays)[0]
  if (stray !== undefined) throw new BadGeometry(`invalid argument in geo near query: ${stray}`)
  const near = { path, center: pointOf($geometry), unit: EARTH_RADIUS, isFlat: false }
  return { ...near, ...distances($minDistance, $maxDistance, EARTH_RADIUS) }
}

function parseLegacy(path: string, name: string, operators: Document): Near {
  const { [name]: operand, $minDistance, $maxDistance, ...strays } = operators
  const stray = Object.keys(strays)[0]
  if (stray !== undefined) throw new BadGeometry(`invalid argument in geo near query: ${stray}`)
  if (isPlainObject(operand) && Object.keys(operand).length === 0)
    throw new BadGeometry('$geometry is required for geo near query')
  const isGeoJson = isPlainObject(operand) && operand.type === 'Point'
  const center = isGeoJson ? pointOf(operand) : flatPoint(operand, true)
  const unit = isGeoJson ? EARTH_RADIUS : 1
  const isFlat = name !== '$nearSphere' && !isGeoJson
  return { path, center, unit, isFlat, ...distances($minDistance, $maxDistance, unit) }
}

function pointOf(value: unknown): Vector {
  if (!isPlainObject(value)) throw new BadGeometry(`$near requires a point, given ${textOf(value)}`)
  if (value.type !== 'Point') {
    throw new BadGeometry(
      `invalid point in geo near query $geometry argument: ${textOf(value)}  Point must be a GeoJSON point`,
    )
  }
  try {
    return flatPoint(value.coordinates, true)
  } catch (error) {
    if (!(error instanceof BadGeometry)) throw error
    throw new BadGeometry(
      `invalid point in geo near query $geometry argument: ${textOf(value)}  ${error.message}`,
    )
  }
}

function distances(least: unknown, most: unknown, unit: number): { least: number; most: number } {
  return {
    least: least === undefined ? 0 : distance('$minDistance', least) / unit,
    most: most === undefined ? Infinity : distance('$maxDistance', most) / unit,
  }
}

function distance(name: string, value: unknown): number {
  if (typeof value !== 'number' || Number.isNaN(value)) throw new BadGeometry(`${name} must be a number`)
  if (value < 0) throw new BadGeometry(`${name} must be non-negative`)
  return value
}

/** A document's nearest geometry and its angle in radians; null when that is nearer or farther than asked. */
export function nearestOf(doc: Document, near: Near): { angle: number; value: unknown } | null {
  const [nearest] = geometriesAt(doc, near.path)
    .map(({ value, geometry }) => ({ value, angle: distanceTo(near.center, geometry) }))
    .sort((a, b) => a.angle - b.angle)
  return nearest && nearest.angle >= near.least && nearest.angle <= near.most ? nearest : null
}

/** Sorts from the nearest on, and leaves out what is too near or too far. Stable. */
export function byDistance<T>(items: T[], near: Near, documentOf: (item: T) => Document): T[] {
  const measured = items.flatMap((item) => {
    const nearest = nearestOf(documentOf(item), near)
    return nearest ? [{ item, angle: nearest.angle }] : []
  })
  return measured.sort((a, b) => a.angle - b.angle).map(({ item }) => item)
}
