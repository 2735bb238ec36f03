import { insideOf, type Bound, type Geometry, type Part, type PolygonPart } from './geometry'
import { angleBetween, antipode, distanceToEdge, meetings, midpoint, TOUCH, type Vector } from './sphere'

/** What `$geoWithin` looks in: polygons, or a circle on the sphere (radius in radians). */
export type Region = { kind: 'polygons'; polygons: readonly PolygonPart[] } | { kind: 'cap'; cap: Bound }

/** The least angle from a place to a geometry, in radians; zero inside a polygon. */
export function distanceTo(place: Vector, geometry: Geometry): number {
  return Math.min(...geometry.map((part) => distanceToPart(place, part)))
}

function distanceToPart(place: Vector, part: Part): number {
  if (part.kind === 'point') return angleBetween(place, part.at)
  if (part.kind === 'polygon' && isInside(place, part)) return 0
  return Math.min(...part.edges.map(([a, b]) => distanceToEdge(place, a, b)))
}

function isInside(place: Vector, { rings, bound }: PolygonPart): boolean {
  if (angleBetween(place, bound.center) > bound.radius + TOUCH) return false
  const [shell, ...holes] = rings
  return (shell?.contains(place) ?? false) && !holes.some((hole) => hole.contains(place))
}

/** How far a place inside a polygon is from its border, in radians; zero outside. */
export function depthIn(place: Vector, polygon: PolygonPart): number {
  if (!isInside(place, polygon)) return 0
  return Math.min(...polygon.edges.map(([a, b]) => distanceToEdge(place, a, b)))
}

/** Inside a polygon or on its border: MongoDB counts the border in. */
function isInOrOn(place: Vector, polygon: PolygonPart): boolean {
  return isInside(place, polygon) || polygon.edges.some(([a, b]) => distanceToEdge(place, a, b) <= TOUCH)
}

/** Whether two geometries share a place, borders included. */
export function intersects(one: Geometry, other: Geometry): boolean {
  return one.some((a) => other.some((b) => isNear(a.bound, b.bound) && partsIntersect(a, b)))
}

function isNear(a: Bound, b: Bound): boolean {
  return angleBetween(a.center, b.center) <= a.radius + b.radius + TOUCH
}

function partsIntersect(a: Part, b: Part): boolean {
  if (a.kind === 'point') return distanceToPart(a.at, b) <= TOUCH
  if (b.kind === 'point') return distanceToPart(b.at, a) <= TOUCH
  if (a.edges.some(([from, to]) => b.edges.some(([c, d]) => meetings(from, to, c, d).length > 0))) return true
  return holdsStart(a, b) || holdsStart(b, a)
}

/** Of two parts whose borders are apart, one may lie in the other whole. */
function holdsStart(outer: Part, inner: Part): boolean {
  const start = inner.kind === 'point' ? inner.at : inner.edges[0]?.[0]
  return outer.kind === 'polygon' && start !== undefined && isInside(start, outer)
}

/** Whether every place of a geometry is in a region, borders included. A part must be in one polygon. */
export function isWithin(geometry: Geometry, region: Region): boolean {
  if (region.kind === 'cap') {
    // Nothing may reach into the rest of the globe, which is a circle about the antipode.
    const opposite = antipode(region.cap.center)
    return distanceTo(opposite, geometry) >= Math.PI - region.cap.radius - TOUCH
  }
  return geometry.every((part) => region.polygons.some((polygon) => isPartWithin(part, polygon)))
}

function isPartWithin(part: Part, polygon: PolygonPart): boolean {
  if (!isNear(part.bound, polygon.bound)) return false
  if (part.kind === 'point') return isInOrOn(part.at, polygon)
  if (!part.edges.every(([a, b]) => isEdgeWithin(a, b, polygon))) return false
  return part.kind === 'line' || !coversHole(part, polygon)
}

/** Cuts an edge where it meets the polygon's border: each piece lies wholly on one side of it. */
function isEdgeWithin(a: Vector, b: Vector, polygon: PolygonPart): boolean {
  const cuts = polygon.edges.flatMap(([c, d]) => meetings(a, b, c, d))
  const places = [a, ...cuts.sort((p, q) => angleBetween(a, p) - angleBetween(a, q)), b]
  if (!isInOrOn(a, polygon) || !isInOrOn(b, polygon)) return false
  return places.slice(1).every((to, i) => {
    const from = places[i] ?? to
    return angleBetween(from, to) <= 2 * TOUCH || isInOrOn(midpoint(from, to), polygon)
  })
}

function coversHole(part: PolygonPart, { rings }: PolygonPart): boolean {
  return rings.slice(1).some((hole) => {
    const place = insideOf(hole)
    return place !== null && isInside(place, part)
  })
}
