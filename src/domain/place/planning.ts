import type { AreaPath } from '../shared/area'
import type { Timestamp } from '../shared/time'
import { nameKeyOf, newArea, properName, type NamingWords, type NumberedLevel } from './naming'
import type { ListedFlat } from './reading'
import type { Area, Household } from './schema'

/** A listed flat, with its place on the map. */
export interface PlannedFlat {
  row: number
  areaPath: AreaPath
  buildingPath: AreaPath
  estatePath: AreaPath
  areaName: string
  /** undefined: the list says nothing about it. */
  gridPath: AreaPath | null | undefined
  floor: number | null
  roomNumber: string
  register: Household['register'] | undefined
}

export interface PlacePlan {
  /** Areas that the list needs and the map lacks, or has only retired; those that hold others first. */
  areas: Area[]
  flats: PlannedFlat[]
}

/**
 * Finds for every flat its building, stairwell and micro-grid: by name among those there are, or new ones. The same
 * list and the same map give the same plan, and where its areas are there already, none: so an import that was cut
 * short goes on from where it stopped.
 * @param areas all of the estate, retired ones too
 */
export function planPlaces(
  estate: Area,
  areas: readonly Area[],
  listed: readonly ListedFlat[],
  words: NamingWords,
): PlacePlan {
  const map = new PlaceMap(areas, listed, words)
  const flats = listed.map((flat) => {
    const building = map.find('building', flat.building, estate)
    const place = flat.unit === null ? building : map.find('unit', flat.unit, building)
    const grid = flat.grid ? map.find('grid', flat.grid, building) : null
    return {
      row: flat.row,
      areaPath: place._id,
      buildingPath: building._id,
      estatePath: estate._id,
      areaName: place.fullName,
      gridPath: flat.grid === undefined ? undefined : (grid?._id ?? null),
      floor: flat.floor,
      roomNumber: flat.room,
      register: flat.register,
    }
  })
  return { areas: map.added, flats }
}

const writtenIn: Record<NumberedLevel, (flat: ListedFlat) => string | null | undefined> = {
  building: ({ building }) => building,
  unit: ({ unit }) => unit,
  grid: ({ grid }) => grid,
}

/** The map as it will be: children by level, found by name. */
class PlaceMap {
  readonly added: Area[] = []
  private readonly children = new Map<string, Area[]>()
  private readonly found = new Map<string, Area>()
  private readonly written: Record<NumberedLevel, string[]>

  constructor(
    areas: readonly Area[],
    listed: readonly ListedFlat[],
    private readonly words: NamingWords,
  ) {
    for (const area of areas) this.siblings(parentOf(area._id), area.level).push(area)
    const namesAt = (level: NumberedLevel): string[] => [
      ...areas.filter((area) => area.level === level).map(({ name }) => name),
      ...new Set(listed.map((flat) => writtenIn[level](flat) ?? '')),
    ]
    this.written = { building: namesAt('building'), unit: namesAt('unit'), grid: namesAt('grid') }
  }

  find(level: NumberedLevel, written: string, parent: Area): Area {
    const key = nameKeyOf(level, written, this.words)
    const place = `${parent._id}|${level}|${key}`
    const known = this.found.get(place) ?? this.look(level, key, written, parent)
    this.found.set(place, known)
    return known
  }

  private look(level: NumberedLevel, key: string, written: string, parent: Area): Area {
    const siblings = this.siblings(parent._id, level)
    const same = siblings.filter(({ name }) => nameKeyOf(level, name, this.words) === key)
    const known = same.find(({ retiredAt }) => retiredAt === null) ?? same[0]
    if (known?.retiredAt === null) return known
    const name = properName(level, written, this.written[level], this.words)
    const area = known
      ? { ...known, retiredAt: null }
      : newArea({ level, name, parent, siblings }, this.words)
    siblings.push(area)
    this.added.push(area)
    return area
  }

  private siblings(parentPath: AreaPath, level: string): Area[] {
    const key = `${parentPath}|${level}`
    const known = this.children.get(key) ?? []
    this.children.set(key, known)
    return known
  }
}

const parentOf = (path: AreaPath): AreaPath => path.replace(/[^/]+\/$/, '')

export type FlatChange = 'new' | 'changed' | 'unchanged'

/** What a listed flat becomes, given what is there. What the list says nothing about stays. */
export function changeOf(
  planned: PlannedFlat,
  existing: Household | null,
  id: string,
  now: Timestamp,
): { change: FlatChange; household: Household } {
  const { row: _row, gridPath, register, ...place } = planned
  const household: Household = {
    ...place,
    _id: id,
    gridPath: gridPath === undefined ? (existing?.gridPath ?? null) : gridPath,
    register: register ?? existing?.register ?? [],
    isUnlisted: false,
    updatedAt: now,
  }
  if (!existing) return { change: 'new', household }
  const isSame = textOf(household) === textOf(existing)
  return isSame ? { change: 'unchanged', household: existing } : { change: 'changed', household }
}

const textOf = ({ areaName, gridPath, floor, roomNumber, register, isUnlisted }: Household): string =>
  JSON.stringify([
    areaName,
    gridPath,
    floor,
    roomNumber,
    isUnlisted,
    register.map((one) => [one.name, one.relation]),
  ])
