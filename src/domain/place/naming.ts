import { isGrid, levelOf, type AreaPath, type PlaceLevel } from '../shared/area'
import type { Area } from './schema'

/** How names are built in a language; `src/copy/place-list.ts` has them. */
export interface NamingWords {
  /** What follows the number of each level, the usual one first. */
  suffixes: Readonly<Record<NumberedLevel, readonly string[]>>
  /** The ten digits in letters of the language, then the word for ten. */
  digits: string
}
/** Levels whose areas are mostly told apart by a number or a letter. */
export const numberedLevels = ['building', 'unit', 'grid'] as const
export type NumberedLevel = (typeof numberedLevels)[number]

export const isNumbered = (level: PlaceLevel): level is NumberedLevel =>
  numberedLevels.some((one) => one === level)

/** Full-width letters as plain ones, no spaces: how names and numbers are compared. */
export const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** A number in letters of the language, up to ninety-nine, in digits; null where it is none. */
export function numberIn(text: string, digits: string): number | null {
  const values = Array.from(text, (letter) => digits.indexOf(letter))
  if (values.length === 0 || values.length > 3 || values.includes(-1)) return null
  const ten = values.indexOf(10)
  if (ten === -1) return values.length === 1 ? (values[0] ?? null) : null
  if (ten > 1 || values.length > ten + 2 || values[ten + 1] === 10) return null
  return (ten === 0 ? 1 : (values[0] ?? 1)) * 10 + (values[ten + 1] ?? 0)
}

/** What tells an area from its siblings once its level's own word is taken off: 4, a, a3, 12-1; null where that is a whole name. */
export function coreOf(level: NumberedLevel, name: string, { suffixes, digits }: NamingWords): string | null {
  const plain = tidy(name)
  const fitting = suffixes[level].filter((suffix) => plain.endsWith(suffix) && plain !== suffix)
  const longest = fitting.reduce((one, other) => (other.length > one.length ? other : one), '')
  const rest = plain.slice(0, plain.length - longest.length).toLowerCase()
  const number = numberIn(rest, digits)
  if (number !== null) return String(number)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(rest) || rest.length > 8) return null
  return rest.replace(/^0+(?=\d)/, '')
}

/** Do both names mean the same sibling? 4栋 and 4 do, and 四栋 does too. */
export const isSameName = (level: PlaceLevel, one: string, other: string, words: NamingWords): boolean =>
  nameKeyOf(level, one, words) === nameKeyOf(level, other, words)

/** Equal for names that mean the same sibling. */
export const nameKeyOf = (level: PlaceLevel, name: string, words: NamingWords): string =>
  (isNumbered(level) ? coreOf(level, name, words) : null) ?? `=${tidy(name)}`

/** A name as it is put on the map: a bare number gets the word that its siblings have. */
export function properName(
  level: NumberedLevel,
  written: string,
  siblings: readonly string[],
  { suffixes }: NamingWords,
): string {
  const name = written.trim()
  if (!/^[0-9A-Za-z-]+$/.test(tidy(name))) return name
  const used = suffixes[level].find((suffix) => siblings.some((sibling) => sibling.endsWith(suffix)))
  return `${tidy(name)}${used ?? suffixes[level][0] ?? ''}`
}

const prefixes = { building: 'b', unit: 'u', grid: 'g-' } as const satisfies Record<NumberedLevel, string>

/**
 * The last part of a new area's path: b4, ua, g-3; a name that is no number gets the next free x1, x2 … Names never
 * stand in paths: they change, and paths don't.
 * @param taken the parts that its siblings have
 */
export function segmentOf(
  level: PlaceLevel,
  name: string,
  taken: ReadonlySet<string>,
  words: NamingWords,
): string {
  const core = isNumbered(level) ? coreOf(level, name, words) : null
  const derived = core === null || !isNumbered(level) ? null : `${prefixes[level]}${core}`
  if (derived !== null && !taken.has(derived)) return derived
  const prefix = level === 'grid' ? 'g-x' : 'x'
  for (let number = 1; ; number += 1) if (!taken.has(`${prefix}${number}`)) return `${prefix}${number}`
}

export const lastSegment = (path: AreaPath): string => path.split('/').slice(-2)[0] ?? ''

/** Among its siblings: 2栋 before 10栋, A栋 after both, other names last. */
export function orderOf(level: PlaceLevel, name: string, words: NamingWords): number {
  const core = isNumbered(level) ? coreOf(level, name, words) : (/\d+/.exec(tidy(name))?.[0] ?? null)
  if (core === null) return 90_000_000
  const [, letters = '', digits = '', rest = ''] = /^([a-z]*)(\d*)\D*(\d*)/.exec(core) ?? []
  const letter = letters === '' ? 0 : Math.min(26, letters.charCodeAt(0) - 96)
  return letter * 1_000_000 + Math.min(9999, Number(digits)) * 100 + Math.min(99, Number(rest))
}

/**
 * Of siblings, stairwells before micro-grids; those that were put on the map before there was an order have it from
 * their name.
 */
export function bySiblingOrder(words: NamingWords): (one: Area, other: Area) => number {
  const placeOf = ({ order, level, name }: Area): number =>
    order === 0 ? orderOf(level, name, words) : order
  return (one, other) =>
    Number(one.level === 'grid') - Number(other.level === 'grid') ||
    placeOf(one) - placeOf(other) ||
    (one.name < other.name ? -1 : Number(one.name > other.name))
}

/** With what it lies in, from the estate down: 幸福里小区 4栋1单元. */
export function fullNameOf(level: PlaceLevel, name: string, parent: Pick<Area, 'fullName'>): string {
  if (level === 'street' || level === 'community' || level === 'estate') return name
  return level === 'unit' ? `${parent.fullName}${name}` : `${parent.fullName} ${name}`
}

/** The level below; null below stairwells and micro-grids. A building's children are its stairwells, unless told. */
export function levelBelow(path: AreaPath): PlaceLevel | null {
  if (isGrid(path)) return null
  const below = { street: 'community', community: 'estate', estate: 'building', building: 'unit', unit: null }
  return (below as Record<string, PlaceLevel | null>)[levelOf(path)] ?? null
}

/** A new area below `parent`. */
export function newArea(
  given: { level: PlaceLevel; name: string; parent: Area; siblings: readonly Area[] },
  words: NamingWords,
): Area {
  const { level, name, parent, siblings } = given
  const taken = new Set(siblings.map(({ _id }) => lastSegment(_id)))
  return {
    _id: `${parent._id}${segmentOf(level, name, taken, words)}/`,
    level,
    name,
    fullName: fullNameOf(level, name, parent),
    order: orderOf(level, name, words),
    retiredAt: null,
    requestId: null,
  }
}
