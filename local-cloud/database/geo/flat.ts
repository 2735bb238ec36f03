import { isPlainObject } from '../wire'
import { BadGeometry, textOf } from './bad-geometry'
import { coordinatePair } from './parse'

type Pair = [number, number]

/** Whether a longitude and a latitude, taken as a place on a plane, are in a legacy shape; borders count in. */
export type FlatShape = (place: Pair) => boolean

/** Legacy shapes of `$geoWithin`; they meet points only, and no geo index serves them. */
export const FLAT_SHAPES: Record<string, (value: unknown) => FlatShape> = {
  $box: box,
  $center: circle,
  $polygon: polygon,
}

function box(value: unknown): FlatShape {
  const [low, high] = pairs(value, '$box')
  if (!low || !high) throw new BadGeometry(`Box must be an array or object with two points: ${textOf(value)}`)
  const isBetween = (i: 0 | 1, place: Pair): boolean =>
    place[i] >= Math.min(low[i], high[i]) && place[i] <= Math.max(low[i], high[i])
  return (place) => isBetween(0, place) && isBetween(1, place)
}

function circle(value: unknown): FlatShape {
  const [center, radius] = Array.isArray(value) ? (value as unknown[]) : []
  const [x, y] = coordinatePair(center, false)
  if (typeof radius !== 'number' || radius < 0) throw new BadGeometry('radius must be a non-negative number')
  return (place) => Math.hypot(place[0] - x, place[1] - y) <= radius
}

function polygon(value: unknown): FlatShape {
  const corners = pairs(value, '$polygon')
  if (corners.length < 3) throw new BadGeometry('Polygon must have at least 3 points')
  const edges = corners.map((corner, i): [Pair, Pair] => [
    corner,
    corners[(i + 1) % corners.length] ?? corner,
  ])
  return (place) => {
    if (edges.some(([a, b]) => isOn(place, a, b))) return true
    return edges.filter(([a, b]) => isLeftOf(place, a, b)).length % 2 === 1
  }
}

function isOn([x, y]: Pair, a: Pair, b: Pair): boolean {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  return Math.abs(Math.hypot(x - a[0], y - a[1]) + Math.hypot(x - b[0], y - b[1]) - length) < 1e-12
}

function isLeftOf([x, y]: Pair, a: Pair, b: Pair): boolean {
  return a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]
}

function pairs(value: unknown, operator: string): Pair[] {
  const list = isPlainObject(value) ? Object.values(value) : value
  if (!Array.isArray(list)) throw new BadGeometry(`unknown geo specifier: ${operator}: ${textOf(value)}`)
  return (list as unknown[]).map((one) => coordinatePair(one, false))
}

/** The coordinates of a stored point, legacy or GeoJSON; null for anything else. */
export function flatPlaceOf(value: unknown): Pair | null {
  const coordinates = isPlainObject(value) && value.type === 'Point' ? value.coordinates : value
  try {
    return coordinatePair(coordinates, true)
  } catch (error) {
    if (error instanceof BadGeometry) return null
    throw error
  }
}
