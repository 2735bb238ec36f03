import * as z from 'zod'

/** From the widest to the narrowest; `unit` is a stairwell entrance, not a flat. */
export const areaLevels = ['street', 'community', 'estate', 'building', 'unit'] as const
export type AreaLevel = (typeof areaLevels)[number]

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
