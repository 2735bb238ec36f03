import { isPlainObject } from '../wire'
import { BadGeometry, nameOf, textOf } from './bad-geometry'
import { FLAT_SHAPES, type FlatShape } from './flat'
import type { Geometry } from './geometry'
import { flatPoint, parseGeoJson } from './parse'
import type { Region } from './relations'

/** What `$geoWithin` was given: a region of the globe, or a legacy shape of the plane. */
export type Within = Region | { kind: 'flat'; holds: FlatShape }

/** Reads the operand of `$geoWithin`. Throws BadGeometry. */
export function parseWithin(operand: unknown): Within {
  const [specifier, value] = specifierOf('$geoWithin', operand)
  if (specifier === '$centerSphere') return { kind: 'cap', cap: sphericalCircle(value) }
  const flat = FLAT_SHAPES[specifier]
  if (flat) return { kind: 'flat', holds: flat(value) }
  const geometry = geometryIn(specifier, value)
  const polygons = geometry.filter((part) => part.kind === 'polygon')
  if (polygons.length < geometry.length) {
    throw new BadGeometry(`$geoWithin not supported with provided geometry: ${textOf(operand)}`)
  }
  return { kind: 'polygons', polygons }
}

/** Reads the operand of `$geoIntersects`. Throws BadGeometry. */
export function parseIntersects(operand: unknown): Geometry {
  const [specifier, value] = specifierOf('$geoIntersects', operand)
  if (specifier in FLAT_SHAPES || specifier === '$centerSphere') {
    throw new BadGeometry(`$geoIntersect not supported with provided geometry: ${textOf(operand)}`)
  }
  return geometryIn(specifier, value)
}

function specifierOf(operator: string, operand: unknown): [string, unknown] {
  if (!isPlainObject(operand))
    throw new BadGeometry(`${operator} must be an object, instead got type ${nameOf(operand)}`)
  const [entry, extra] = Object.entries(operand)
  if (!entry) throw new BadGeometry("geo query doesn't have any geometry")
  if (extra) throw new BadGeometry(`can't parse extra field: ${extra[0]}: ${textOf(extra[1])}`)
  return entry
}

function geometryIn(specifier: string, value: unknown): Geometry {
  if (specifier === '$geometry') return parseGeoJson(value, { checks: true })
  throw new BadGeometry(`unknown geo specifier: ${specifier}: ${textOf(value)}`)
}

function sphericalCircle(value: unknown): { center: ReturnType<typeof flatPoint>; radius: number } {
  const [center, radius, ...more] = Array.isArray(value) ? (value as unknown[]) : []
  const point = isPlainObject(center) && center.type === 'Point' ? center.coordinates : center
  const place = flatPoint(point, false)
  if (typeof radius !== 'number' || !(radius >= 0)) {
    throw new BadGeometry('radius must be a non-negative number')
  }
  if (more.length > 0)
    throw new BadGeometry('Only 2 fields allowed for circular region, but more were provided')
  return { center: place, radius }
}
