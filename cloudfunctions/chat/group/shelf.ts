import type { Actor } from '@/domain/account/policy'
import { readMarkId, type ReadMark } from '@/domain/chat/schema'
import { circleParts, placeOfGroup } from '@/domain/chat/thread'
import type { AreaPath, PlaceLevel } from '@/domain/shared/area'
import { circleNames } from '@/copy/chat-circles'
import type { Store } from '../../_runtime/store'
import { within } from '../../_runtime/within'
import { isPart, ownGroups, wideAreas } from '../groups-of'
import { begunWithin } from './begun'

/** The cloud's own bound on one query. */
const most = 1000

/** The last moment that a date can say, ms. */
const endOfTime = 8.64e15

/** What places are called, by their paths. */
export type Names = ReadonlyMap<AreaPath, string>

/** Where somebody reads: the groups, those that matter most to them first, and what is known of them so far. */
export interface Shelf {
  paths: string[]
  /** Where a group stands among them: it is their order, and the last of a page is its cursor. */
  keyOf: (groupPath: string) => string
  /** Those in which nothing was said yet. */
  silent: ReadonlySet<string>
  names: Names
  marks: ReadonlyMap<string, ReadMark>
}

/** What a group is called; '' where there is no such place. */
export function nameIn(names: Names, groupPath: string): string {
  const circle = circleParts(groupPath)
  if (!circle) return names.get(groupPath) ?? ''
  return circleNames[circle.circle](names.get(circle.communityPath) ?? '')
}

/** One group alone. One wait. */
export async function shelfOfOne(store: Store, actor: Actor, groupPath: string): Promise<Shelf> {
  const [place, mark] = await Promise.all([
    store.areas.get(placeOfGroup(groupPath) ?? groupPath),
    store.readMarks.get(readMarkId(actor._id, groupPath)),
  ])
  return {
    paths: place ? [groupPath] : [],
    keyOf: (path) => path,
    silent: new Set(),
    names: new Map(place ? [[place._id, place.fullName]] : []),
    marks: new Map(mark ? [[groupPath, mark]] : []),
  }
}

/**
 * All of somebody's groups, or those with these words in their names. One wait, however many: what lies below an
 * area is found by the beginning of its path.
 */
export async function shelfOf(store: Store, actor: Actor, search: string): Promise<Shelf> {
  const own = ownGroups(actor)
  const [places, ownMarks, below] = await Promise.all([
    store.areas.getMany(own.map((path) => placeOfGroup(path) ?? path)),
    store.readMarks.getMany(own.map((path) => readMarkId(actor._id, path))),
    Promise.all(wideAreas(actor).map((area) => lookBelow(store, actor, area, search !== ''))),
  ])
  const found = [...places, ...below.flatMap((area) => area.places)]
  const names = new Map(found.map(({ _id, fullName }) => [_id, fullName]))
  const all = [...ownMarks, ...below.flatMap((area) => area.marks)]
  const marks = new Map(all.map((mark) => [mark.groupPath, mark]))
  const begun = new Map(below.flatMap((area) => [...area.begun]))
  const others = below.flatMap((area) => area.places).map(({ _id }) => _id)
  const paths = [...new Set([...own, ...begun.keys(), ...others.filter((path) => !isPart(path))])]
  const isWanted = (path: string): boolean => search === '' || nameIn(names, path).includes(search)
  const isOwn = new Set(own)
  const keyOf = (path: string): string => {
    const isFirst = isOwn.has(path) || (marks.get(path)?.isPinned ?? false)
    const rank = isFirst ? 0 : begun.has(path) ? 1 : marks.has(path) ? 2 : 3
    return `${rank}-${String(endOfTime - (begun.get(path) ?? 0)).padStart(16, '0')}-${path}`
  }
  return {
    paths: inOrder(paths.filter(isWanted), keyOf),
    keyOf,
    silent: new Set(paths.filter((path) => !isOwn.has(path) && !begun.has(path))),
    names,
    marks,
  }
}

function inOrder(paths: readonly string[], keyOf: (path: string) => string): string[] {
  const keyed = paths.map((path) => ({ path, key: keyOf(path) }))
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ path }) => path)
}

/** @param isSearch the names of stairwells and micro-grids are asked for too */
async function lookBelow(store: Store, actor: Actor, area: AreaPath, isSearch: boolean) {
  const levels = isSearch ? (['building', 'unit', 'grid'] as const) : (['building'] as const)
  const [begun, marks, ...places] = await Promise.all([
    begunWithin(store, area),
    store.readMarks.find({ _id: within(readMarkId(actor._id, area)) }, { limit: most }),
    ...levels.map((level) => placesBelow(store, area, level)),
  ])
  return { begun, marks, places: places.flat() }
}

const placesBelow = (store: Store, area: AreaPath, level: PlaceLevel) =>
  store.areas.findParts({ level, _id: within(area) }, ['_id', 'fullName'], {
    orderBy: ['_id', 'asc'],
    limit: most,
  })
