import type { CollectionDefinition } from '../../../local-cloud/database/definitions'
import type { LocalCloud } from '../../../local-cloud/start-cloud'
import { startTestCloud } from '../_support/cloud'
import { sdkFor, type SdkDatabase } from '../_support/sdk'

export type Pair = [number, number]
type Make<Parts extends unknown[]> = new (...parts: Parts) => GeoValue

/** A geometry of the SDK: what it is made of differs by type, its GeoJSON is there for all. */
export interface GeoValue {
  toJSON(): { type: string; coordinates: unknown }
}

export interface Geo {
  Point: Make<Pair>
  LineString: Make<[GeoValue[]]>
  Polygon: Make<[GeoValue[]]>
  MultiPoint: Make<[GeoValue[]]>
  MultiLineString: Make<[GeoValue[]]>
  MultiPolygon: Make<[GeoValue[]]>
}

type GeoCommand = (options: Record<string, unknown>) => { and(other: unknown): unknown }

export interface GeoSdk {
  cloud: LocalCloud
  db: SdkDatabase
  command: SdkDatabase['command'] & Record<'geoNear' | 'geoWithin' | 'geoIntersects', GeoCommand>
  /** A geometry from well-known text. */
  shape: (text: string) => GeoValue
}

/** The SDK's geometries from well-known text: `POINT(1 2)`, `POLYGON((0 0,1 0,1 1,0 0),(…))`, `MULTI…`. */
const shapeOf = (geo: Geo, text: string): GeoValue => {
  const [, type = '', body = ''] = /^([A-Z]+)(\(.*\))$/.exec(text) ?? []
  const nested = body
    .replace(/(-?[\d.]+) (-?[\d.]+)/g, '[$1,$2]')
    .replace(/\(/g, '[')
    .replace(/\)/g, ']')
  return BUILDERS[type as keyof typeof BUILDERS](geo, JSON.parse(nested) as never)
}

const point = (geo: Geo, [x, y]: Pair): GeoValue => new geo.Point(x, y)
const line = (geo: Geo, places: Pair[]): GeoValue => new geo.LineString(places.map((one) => point(geo, one)))
const polygon = (geo: Geo, rings: Pair[][]): GeoValue => new geo.Polygon(rings.map((one) => line(geo, one)))
const BUILDERS = {
  POINT: (geo: Geo, [place]: [Pair]) => point(geo, place),
  LINESTRING: line,
  POLYGON: polygon,
  MULTIPOINT: (geo: Geo, places: Pair[]) => new geo.MultiPoint(places.map((one) => point(geo, one))),
  MULTILINESTRING: (geo: Geo, lines: Pair[][]) => new geo.MultiLineString(lines.map((one) => line(geo, one))),
  MULTIPOLYGON: (geo: Geo, all: Pair[][][]) => new geo.MultiPolygon(all.map((one) => polygon(geo, one))),
}

/** The well-known text of a square's ring, from its south-west corner. */
export const square = (x: number, y: number, size: number): string => {
  const [west, south, east, north] = [x, y, x + size, y + size].map(String)
  return `(${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south})`
}

/** A cloud whose collections `places` (indexed) and `loose` (not indexed) are empty. */
export const startGeoCloud = async (more: CollectionDefinition[] = [], strict = false): Promise<GeoSdk> => {
  const cloud = await startTestCloud({
    strict,
    collections: [
      { name: 'places', rule: 'ADMINONLY', indexes: [{ name: 'at', keys: { at: '2dsphere' } }] },
      { name: 'loose', rule: 'ADMINONLY', indexes: [] },
      ...more,
    ],
  })
  const db = sdkFor(cloud).database()
  return {
    cloud,
    db,
    command: db.command as GeoSdk['command'],
    shape: (text) => shapeOf(db.Geo as unknown as Geo, text),
  }
}

/** The ids a query finds, in the order they come. */
export const idsOf = ({ data }: { data: Record<string, unknown>[] }): unknown[] => data.map(({ _id }) => _id)
