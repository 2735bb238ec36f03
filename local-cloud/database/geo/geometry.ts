import { s2 } from 's2js'
import { angleBetween, edgesOf, midpoint, type Vector } from './sphere'

/** A closed ring whose inside is the smaller of the two areas it divides the globe into, as in MongoDB. */
export interface Ring {
  readonly vertices: readonly Vector[]
  readonly edges: readonly [Vector, Vector][]
  /** Whether a place lies inside; on the ring itself either answer may come. */
  contains(place: Vector): boolean
}

/** A circle about all of something: centre and angular radius. Beyond a hemisphere it is the whole globe. */
export interface Bound {
  center: Vector
  radius: number
}

/** A part of a geometry. The first ring of a polygon is its shell, the others are holes. */
export type Part =
  | { kind: 'point'; bound: Bound; at: Vector }
  | { kind: 'line'; bound: Bound; vertices: readonly Vector[]; edges: readonly [Vector, Vector][] }
  | { kind: 'polygon'; bound: Bound; rings: readonly Ring[]; edges: readonly [Vector, Vector][] }

/** A polygon among the parts. */
export type PolygonPart = Extract<Part, { kind: 'polygon' }>

/** One geometry of any GeoJSON type: its parts, one for a single geometry. */
export type Geometry = readonly Part[]

/** A point. */
export function pointPart(at: Vector): Part {
  return { kind: 'point', at, bound: { center: at, radius: 0 } }
}

/** A line of two or more vertices. */
export function linePart(vertices: readonly Vector[]): Part {
  return { kind: 'line', vertices, edges: edgesOf(vertices, false), bound: boundOf(vertices) }
}

/** A polygon of a shell and its holes. */
export function polygonPart(rings: readonly Ring[]): PolygonPart {
  const edges = rings.flatMap((ring) => ring.edges)
  return { kind: 'polygon', rings, edges, bound: boundOf(rings[0]?.vertices ?? []) }
}

/** A ring of three or more distinct vertices, turned so that it holds the smaller area. */
export function ringOf(vertices: readonly s2.Point[]): Ring {
  const loop = new s2.Loop([...vertices])
  if (!loop.isNormalized()) loop.invert()
  return {
    vertices: loop.vertices,
    edges: edgesOf(loop.vertices, true),
    contains: ({ x, y, z }) => loop.containsPoint(new s2.Point(x, y, z)),
  }
}

/** A circle about vertices also holds the edges and the inside, as long as it is no more than a hemisphere. */
function boundOf(vertices: readonly Vector[]): Bound {
  const sum = vertices.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z }), { x: 0, y: 0, z: 0 })
  const length = Math.hypot(sum.x, sum.y, sum.z)
  if (length < 1e-9) return { center: { x: 1, y: 0, z: 0 }, radius: Math.PI }
  const center = { x: sum.x / length, y: sum.y / length, z: sum.z / length }
  const radius = Math.max(...vertices.map((vertex) => angleBetween(center, vertex)))
  return { center, radius: radius < 1.5 ? radius : Math.PI }
}

/** A place inside a ring: the middle of a diagonal that runs inside it. */
export function insideOf(ring: Ring): Vector | null {
  const { vertices } = ring
  const [a, b, c] = vertices
  if (vertices.length === 3 && a && b && c) return midpoint(midpoint(a, b), c)
  for (const [i, from] of vertices.entries()) {
    for (const to of vertices.slice(i + 2)) {
      const middle = midpoint(from, to)
      if (ring.contains(middle)) return middle
    }
  }
  return null
}
