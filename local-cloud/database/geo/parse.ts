import type { s2 } from 's2js'
import { isPlainObject } from '../wire'
import type { Document } from '../definitions'
import { BadGeometry, nameOf, textOf } from './bad-geometry'
import { linePart, pointPart, polygonPart, type Geometry, type PolygonPart } from './geometry'
import { checkRing, checkRings, closedRing } from './rings'
import { placeAt } from './sphere'

/** With `checks`, a ring that crosses itself and a hole outside its shell are refused, as an index and a query do. */
export interface ParseOptions {
  checks: boolean
}

const CRS84 = ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326']

/**
 * A stored value as a geometry: GeoJSON, or a legacy pair `[longitude, latitude]` or `{lng, lat}`.
 * Throws BadGeometry. Source of the rules and messages: MongoDB's documentation and its geo error tests.
 */
export function parseStored(value: unknown, options: ParseOptions): Geometry {
  if (Array.isArray(value)) return [pointPart(flatPoint(value, true))]
  if (!isPlainObject(value)) throw new BadGeometry(`geo element must be an array or object: ${textOf(value)}`)
  if (typeof Object.values(value)[0] === 'number') return [pointPart(flatPoint(Object.values(value), true))]
  return parseGeoJson(value, options)
}

/** A stored value as a geometry, or null when it is none. */
export function geometryOf(value: unknown): Geometry | null {
  if (typeof value !== 'object' || value === null) return null
  try {
    return parseStored(value, { checks: false })
  } catch (error) {
    if (error instanceof BadGeometry) return null
    throw error
  }
}

/** GeoJSON as a geometry. Throws BadGeometry. */
export function parseGeoJson(value: unknown, options: ParseOptions): Geometry {
  if (!isPlainObject(value)) throw new BadGeometry(`unknown GeoJSON type: ${textOf(value)}`)
  const { type } = value
  const parse = typeof type === 'string' && Object.hasOwn(PARSERS, type) ? PARSERS[type] : undefined
  if (!parse) throw new BadGeometry(`unknown GeoJSON type: ${textOf(value)}`)
  checkReferenceSystem(value)
  return parse(value, options)
}

/** A longitude and a latitude, as a place. Throws BadGeometry out of bounds. */
export function flatPoint(value: unknown, mayHaveMore: boolean): s2.Point {
  const [longitude, latitude] = coordinatePair(value, mayHaveMore)
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    throw new BadGeometry(
      `longitude/latitude is out of bounds, lng: ${String(longitude)} lat: ${String(latitude)}`,
    )
  }
  return placeAt(longitude, latitude)
}

/** Two numbers of an array or of an object's first fields. Throws BadGeometry. */
export function coordinatePair(value: unknown, mayHaveMore: boolean): [number, number] {
  const list = isPlainObject(value) ? Object.values(value) : value
  if (!Array.isArray(list))
    throw new BadGeometry(`Point must be an array or object, instead got type ${nameOf(value)}`)
  const [x, y] = list as unknown[]
  for (const number of [x, y]) {
    if (typeof number === 'number') continue
    throw new BadGeometry(`Point must only contain numeric elements, instead got type ${nameOf(number)}`)
  }
  if (!mayHaveMore && list.length > 2) throw new BadGeometry('Point must only contain two numeric elements')
  if (!Number.isFinite(x) || !Number.isFinite(y))
    throw new BadGeometry('Point coordinates must be finite numbers')
  return [x as number, y as number]
}

type Parser = (value: Document, options: ParseOptions) => Geometry

const PARSERS: Record<string, Parser> = {
  Point: ({ coordinates }) => [pointPart(flatPoint(coordinates, true))],
  LineString: ({ coordinates }) => [line(coordinates)],
  Polygon: ({ coordinates }, options) => [polygon(coordinates, options)],
  MultiPoint: ({ coordinates }) => members('MultiPoint', coordinates).map((one) => pointPart(position(one))),
  MultiLineString: ({ coordinates }) => members('MultiLineString', coordinates).map(line),
  MultiPolygon: ({ coordinates }, options) =>
    members('MultiPolygon', coordinates).map((one) => polygon(one, options)),
  GeometryCollection: ({ geometries }, options) => collection(geometries, options),
}

function members(type: string, value: unknown): unknown[] {
  const list = arrayOf(value, `${type} coordinates must be an array`)
  if (list.length === 0) throw new BadGeometry(`${type} coordinates must have at least 1 element`)
  return list
}

function collection(value: unknown, options: ParseOptions): Geometry {
  const list = arrayOf(value, 'GeometryCollection geometries must be an array')
  if (list.length === 0) throw new BadGeometry('GeometryCollection geometries must have at least 1 element')
  return list.flatMap((member, i) => {
    if (!isPlainObject(member)) {
      throw new BadGeometry(
        `Element ${String(i)} of "geometries" must be an object, instead got type ${nameOf(member)}`,
      )
    }
    if (member.type === 'GeometryCollection')
      throw new BadGeometry(`GeometryCollections cannot be nested: ${textOf(member)}`)
    return parseGeoJson(member, options)
  })
}

function position(value: unknown): s2.Point {
  return flatPoint(arrayOf(value, 'GeoJSON coordinates must be an array'), true)
}

function positions(value: unknown): s2.Point[] {
  return arrayOf(value, 'GeoJSON coordinates must be an array of coordinates').map(position)
}

function line(value: unknown): ReturnType<typeof linePart> {
  const places = positions(value).filter((place, i, all) => i === 0 || !place.equals(all[i - 1] ?? place))
  if (places.length < 2)
    throw new BadGeometry(`GeoJSON LineString must have at least 2 vertices: ${textOf(value)}`)
  return linePart(places)
}

function polygon(value: unknown, { checks }: ParseOptions): PolygonPart {
  const rings = arrayOf(value, 'Polygon coordinates must be an array').map((coordinates) => {
    const ring = closedRing(positions(coordinates), coordinates)
    if (checks) checkRing(ring, coordinates)
    return ring
  })
  if (rings.length === 0) throw new BadGeometry('Polygon has no loops.')
  if (checks) checkRings(rings, value as unknown[])
  return polygonPart(rings)
}

function arrayOf(value: unknown, otherwise: string): unknown[] {
  if (Array.isArray(value)) return value as unknown[]
  throw new BadGeometry(`${otherwise}, instead got type ${nameOf(value)}`)
}

function checkReferenceSystem({ crs }: Document): void {
  if (crs === undefined) return
  if (!isPlainObject(crs))
    throw new BadGeometry(`GeoJSON CRS must be an object, instead got type ${nameOf(crs)}`)
  if (crs.type !== 'name') throw new BadGeometry(`GeoJSON CRS must have field "type": "name"`)
  const name = isPlainObject(crs.properties) ? crs.properties.name : undefined
  if (typeof name === 'string' && CRS84.includes(name)) return
  throw new BadGeometry(`Unknown CRS name: ${textOf(name)}`)
}
