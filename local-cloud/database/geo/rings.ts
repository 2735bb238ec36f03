import type { s2 } from 's2js'
import { BadGeometry, textOf } from './bad-geometry'
import { ringOf, type Ring } from './geometry'
import { doCross } from './sphere'

/** The ring of a closed list of places; `coordinates` is what they were read from. Throws BadGeometry. */
export function closedRing(places: s2.Point[], coordinates: unknown): Ring {
  const [first] = places
  const last = places.at(-1)
  if (!first || !last) throw new BadGeometry(`Loop has no vertices: ${textOf(coordinates)}`)
  if (!first.equals(last)) {
    throw new BadGeometry(
      `Loop is not closed, first vertex does not equal last vertex: ${textOf(coordinates)}`,
    )
  }
  const distinct = places.slice(1).filter((place, i) => !place.equals(places[i] ?? place))
  if (distinct.length < 3) {
    throw new BadGeometry(
      `Loop must have at least 3 different vertices, ${String(distinct.length)} unique vertices were provided: ${textOf(coordinates)}`,
    )
  }
  return ringOf(distinct)
}

/** Throws BadGeometry when a ring meets itself. */
export function checkRing({ vertices, edges }: Ring, coordinates: unknown): void {
  const fault = duplicateIn(vertices) ?? crossingIn(edges)
  if (fault) throw new BadGeometry(`Loop is not valid: ${textOf(coordinates)} ${fault}`)
}

function duplicateIn(vertices: Ring['vertices']): string | null {
  const seen = new Map<string, number>()
  for (const [i, { x, y, z }] of vertices.entries()) {
    const other = seen.get(`${String(x)} ${String(y)} ${String(z)}`)
    if (other !== undefined) return `Duplicate vertices: ${String(other)} and ${String(i)}`
    seen.set(`${String(x)} ${String(y)} ${String(z)}`, i)
  }
  return null
}

function crossingIn(edges: Ring['edges']): string | null {
  for (const [i, [a, b]] of edges.entries()) {
    for (const [offset, [c, d]] of edges.slice(i + 2).entries()) {
      const j = i + 2 + offset
      const isAdjacent = i === 0 && j === edges.length - 1
      if (!isAdjacent && doCross(a, b, c, d)) return `Edges ${String(i)} and ${String(j)} cross`
    }
  }
  return null
}

/** The first ring is the shell; the others are holes in it that neither cross nor hold each other. Throws BadGeometry. */
export function checkRings(rings: readonly Ring[], coordinates: unknown[]): void {
  const [shell, ...holes] = rings
  for (const [i, hole] of holes.entries()) {
    if (!shell || !holds(shell, hole)) {
      throw new BadGeometry(
        `Secondary loops not contained by first exterior loop - secondary loops must be holes: ${textOf(coordinates[i + 1])} first loop: ${textOf(coordinates[0])}`,
      )
    }
    for (const other of holes.slice(i + 1)) {
      if (ringsCross(hole, other))
        throw new BadGeometry(`Polygon isn't valid: Loops cross ${textOf(coordinates)}`)
      if (holds(hole, other) || holds(other, hole)) {
        throw new BadGeometry(`Polygon interior loops cannot be nested: ${textOf(coordinates)}`)
      }
    }
  }
}

function ringsCross(one: Ring, other: Ring): boolean {
  return one.edges.some(([a, b]) => other.edges.some(([c, d]) => doCross(a, b, c, d)))
}

/** Rings may share one vertex, which may then be on either side. */
function holds(outer: Ring, inner: Ring): boolean {
  const inside = inner.vertices.filter((vertex) => outer.contains(vertex)).length
  return inside >= inner.vertices.length - 1 && !ringsCross(outer, inner)
}
