import * as z from 'zod'

/** From the widest to the narrowest; `unit` is a stairwell entrance, not a flat. */
export const areaLevels = ['street', 'community', 'estate', 'building', 'unit'] as const
export type AreaLevel = (typeof areaLevels)[number]

/** What is kept of a neighbourhood: the areas, and the micro-grids that lie across a building's stairwells. */
export const placeLevels = [...areaLevels, 'grid'] as const
export type PlaceLevel = (typeof placeLevels)[number]

/**
 * Where something is: `street/community/estate/building/unit/`, narrow parts left out.
 * It always ends with a slash, so that "within" is a plain prefix test and `b1/` never holds `b12/`.
 */
export const areaPathSchema = z.string().regex(/^([a-z0-9-]{1,24}\/){1,5}$/)
export type AreaPath = string

const segmentsOf = (path: AreaPath): string[] => path.split('/').slice(0, -1)

/** The level of a path: one segment is a street, five are a unit. */
export function levelOf(path: AreaPath): AreaLevel {
  const level = areaLevels[segmentsOf(path).length - 1]
  if (!level) throw new RangeError(`not an area path: ${path}`)
  return level
}

/**
 * A micro-grid 微网格 is a named set of households of one building. It is addressed like a unit, `…/b4/g-3/`, so
 * that roles, signals, notices and groups can be for one; who belongs to it is said by each home's own `gridPath`.
 */
export const isGrid = (path: AreaPath): boolean =>
  segmentsOf(path).length === 5 && /\/g-[a-z0-9-]*\/$/.test(path)

/** The level of a place on the map; a micro-grid is beside the units of its building. */
export const placeLevelOf = (path: AreaPath): PlaceLevel => (isGrid(path) ? 'grid' : levelOf(path))

/** Where someone's home is: its stairwell or building, and the micro-grid it counts to. */
export interface HomePlace {
  readonly areaPath: AreaPath
  readonly gridPath?: AreaPath | null
}

/** Every area a home lies in, widest first, and its micro-grid. */
export const areasOfHome = ({ areaPath, gridPath }: HomePlace): AreaPath[] => [
  ...ancestorsOf(areaPath),
  ...(gridPath ? [gridPath] : []),
]

/** Does a home lie in `scope`, be that an area or a micro-grid? */
export const isHomeIn = ({ areaPath, gridPath }: HomePlace, scope: AreaPath): boolean =>
  isWithin(areaPath, scope) || (gridPath ?? null) === scope

/** Is `path` the area `scope` itself, or inside it? */
export const isWithin = (path: AreaPath, scope: AreaPath): boolean => path.startsWith(scope)

/** The path and everything that holds it, widest first: the areas a role may be held for to reach it. */
export function ancestorsOf(path: AreaPath): AreaPath[] {
  const segments = segmentsOf(path)
  return segments.map((_, index) => `${segments.slice(0, index + 1).join('/')}/`)
}

/** The ancestor of `path` at `level`; null where the path ends above it. */
export function ancestorAt(path: AreaPath, level: AreaLevel): AreaPath | null {
  return ancestorsOf(path)[areaLevels.indexOf(level)] ?? null
}
