import { s2 } from 's2js'

/**
 * Geometry of the unit sphere, edges being geodesics. Own code where s2js 1.44 falls short: its `EdgeCrosser` isn't
 * exported, `Loop.contains` throws, `Loop.validate` lets crossings pass, and its GeoJSON reader takes loops across
 * the antimeridian inside out.
 */
export interface Vector {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** How near two things must be to touch, in radians: a centimetre, about the size of S2's leaf cells. */
export const TOUCH = 1.5e-9

/** The place of a longitude and a latitude in degrees. */
export function placeAt(longitude: number, latitude: number): s2.Point {
  return s2.Point.fromLatLng(s2.LatLng.fromDegrees(latitude, longitude))
}

/** The place on the other side of the globe. */
export function antipode({ x, y, z }: Vector): Vector {
  return { x: -x, y: -y, z: -z }
}

function cross(a: Vector, b: Vector): Vector {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x }
}

function dot(a: Vector, b: Vector): number {
  return a.x * b.x + a.y * b.y + a.z * b.z
}

function unit({ x, y, z }: Vector): Vector {
  const length = Math.hypot(x, y, z)
  return { x: x / length, y: y / length, z: z / length }
}

/** The angle between two places, in radians; exact also for very near and very far ones. */
export function angleBetween(a: Vector, b: Vector): number {
  const { x, y, z } = cross(a, b)
  return Math.atan2(Math.hypot(x, y, z), dot(a, b))
}

/** The place halfway between two that aren't antipodal. */
export function midpoint(a: Vector, b: Vector): Vector {
  return unit({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z })
}

/** The least angle from a place to an edge, in radians. */
export function distanceToEdge(place: Vector, a: Vector, b: Vector): number {
  const normal = cross(a, b)
  const length = Math.hypot(normal.x, normal.y, normal.z)
  const ends = Math.min(angleBetween(place, a), angleBetween(place, b))
  if (length < 1e-15) return ends
  const isBeside = dot(cross(normal, a), place) > 0 && dot(cross(b, normal), place) > 0
  return isBeside ? Math.min(ends, Math.abs(Math.asin(clamp(dot(normal, place) / length)))) : ends
}

function clamp(sine: number): number {
  return Math.max(-1, Math.min(1, sine))
}

/** True when two edges cross at a place inside both. */
export function doCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const ab = cross(a, b)
  const acb = -dot(ab, c)
  if (acb * dot(ab, d) <= 0) return false
  const cd = cross(c, d)
  return acb * -dot(cd, b) > 0 && acb * dot(cd, a) > 0
}

/** The places where edge `ab` meets edge `cd`: a crossing, or ends that touch; none when they are apart. */
export function meetings(a: Vector, b: Vector, c: Vector, d: Vector): Vector[] {
  const touching = [
    ...[c, d].filter((end) => distanceToEdge(end, a, b) <= TOUCH),
    ...[a, b].filter((end) => distanceToEdge(end, c, d) <= TOUCH),
  ]
  return doCross(a, b, c, d) ? [...touching, crossing(a, b, c, d)] : touching
}

function crossing(a: Vector, b: Vector, c: Vector, d: Vector): Vector {
  const place = unit(cross(cross(a, b), cross(c, d)))
  return dot(place, { x: a.x + b.x, y: a.y + b.y, z: a.z + b.z }) >= 0 ? place : antipode(place)
}

/** Consecutive pairs of a line's vertices; with `isClosed` also the last with the first. */
export function edgesOf(vertices: readonly Vector[], isClosed: boolean): [Vector, Vector][] {
  const starts = isClosed ? vertices : vertices.slice(0, -1)
  return starts.map((start, i) => [start, vertices[(i + 1) % vertices.length] ?? start])
}
