import { s2 } from 's2js'
import type { Bound, Geometry, Part } from './geometry'
import { depthIn, distanceTo, type Region } from './relations'
import { angleBetween, TOUCH, type Vector } from './sphere'

/** The most S2 cells that cover one geometry, stored or asked for: as many as MongoDB's `2dsphere` takes. */
const MOST_CELLS = 20

/** A stretch of S2 leaf cells, both ends included. */
export interface CellRange {
  from: bigint
  to: bigint
}

/** The S2 cells that cover a geometry: one leaf for a point, at most twenty for other parts. */
export function coverGeometry(geometry: Geometry): bigint[] {
  const points = geometry.filter((part) => part.kind === 'point')
  const others = geometry.filter((part) => part.kind !== 'point')
  const leaves = points.map(({ at }) => leafAt(at))
  if (others.length === 0) return [...new Set(leaves)]
  return [...new Set([...leaves, ...cover(shapeOf(others))])]
}

/** The leaf cell of a place. */
export function leafAt({ x, y, z }: Vector): bigint {
  return s2.cellid.fromPoint(new s2.Point(x, y, z))
}

/** The middle of a cell. */
export function centerOf(cell: bigint): Vector {
  return s2.cellid.point(cell)
}

/** The S2 cells that cover a circle on the sphere. */
export function coverCap(cap: Bound): bigint[] {
  return [...new s2.RegionCoverer({ maxCells: MOST_CELLS }).covering(capOf(cap))]
}

/** S2 cells that lie inside a circle of no more than a hemisphere: not all of it, but most. */
export function insideCap(cap: Bound): bigint[] {
  if (cap.radius > Math.PI / 2) return []
  // S2's own `interiorCovering` takes seconds in s2js.
  const cells = [...new s2.RegionCoverer({ maxCells: 3 * MOST_CELLS }).covering(capOf(cap))]
  return cells.filter((cell) => {
    const { center, radius } = boundOfCell(s2.Cell.fromCellID(cell))
    return angleBetween(center, cap.center) + radius < cap.radius
  })
}

/** The S2 cells that cover what `$geoWithin` looks in. */
export function coverRegion(region: Region): bigint[] {
  return region.kind === 'cap' ? coverCap(region.cap) : coverGeometry(region.polygons)
}

/** The leaves under a cell; the cell's own id is among them in the order of ids. */
export function leavesOf(cell: bigint): CellRange {
  return { from: s2.cellid.rangeMin(cell), to: s2.cellid.rangeMax(cell) }
}

/** The larger cells that hold these. */
export function ancestorsOf(cells: readonly bigint[]): Set<bigint> {
  const found = new Set<bigint>()
  for (const cell of cells) {
    for (let level = s2.cellid.level(cell) - 1; level >= 0; level--) {
      const parent = s2.cellid.parent(cell, level)
      if (found.has(parent)) break
      found.add(parent)
    }
  }
  return found
}

function cover(region: s2.Region): bigint[] {
  return [...new s2.RegionCoverer({ maxCells: MOST_CELLS }).covering(region)]
}

function capOf({ center: { x, y, z }, radius }: Bound): s2.Cap {
  const angle = Math.min(Math.PI, radius + TOUCH)
  return s2.Cap.fromCenterAngle(new s2.Point(x, y, z), angle)
}

/** Lines and polygons as S2's coverer wants them. A cell is taken for the circle about it: a little too large. */
function shapeOf(parts: readonly Part[]): s2.Region {
  const [only, ...others] = parts.map(({ bound }) => capOf(bound))
  const whole = only && others.length === 0 ? only : s2.Cap.fullCap()
  return {
    cellUnionBound: () => whole.cellUnionBound(),
    containsPoint: () => false,
    containsCell: (cell) => isWithinSome(boundOfCell(cell), parts),
    intersectsCell: (cell) => {
      const { center, radius } = boundOfCell(cell)
      return parts.some((part) => distanceTo(center, [part]) <= radius + TOUCH)
    },
  }
}

function isWithinSome({ center, radius }: Bound, parts: readonly Part[]): boolean {
  return parts.some((part) => part.kind === 'polygon' && depthIn(center, part) > radius)
}

/** The coverer asks twice about each cell. */
const BOUNDS = new WeakMap<s2.Cell, Bound>()

function boundOfCell(cell: s2.Cell): Bound {
  const known = BOUNDS.get(cell)
  if (known) return known
  const center = cell.center()
  const bound = { center, radius: Math.max(...[0, 1, 2, 3].map((k) => angleBetween(center, cell.vertex(k)))) }
  BOUNDS.set(cell, bound)
  return bound
}
