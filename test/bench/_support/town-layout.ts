import { ancestorAt, placeLevelOf } from '@/domain/shared/area'
import type { Area } from '@/domain/place/schema'

export const perFlat = 3
const flatsPerFloor = 2
const flatsPerUnit = 20
const flatsPerBuilding = 40
const buildingsPerEstate = 56
const estatesPerCommunity = 3
/** The first five floors of both stairwells are a micro-grid, and the upper five are. */
const floorsPerGrid = 5
export const perBuilding = flatsPerBuilding * perFlat
/** 335 micro-grids for 20,000, 3,350 for 200,000. */
export const perGrid = perBuilding / 2
const perEstate = perBuilding * buildingsPerEstate
/** Residents of a community that is full; the goal's 200,000 live in thirty estates, three to a community. */
export const perCommunity = perEstate * estatesPerCommunity

/** A door, and what it lies in. */
export interface Flat {
  communityPath: string
  estatePath: string
  buildingPath: string
  buildingName: string
  /** Its stairwell. */
  areaPath: string
  areaName: string
  gridPath: string
  floor: number
  roomNumber: string
}

/** Flat `n`, as buildings, estates and communities fill up. */
export function flatOf(n: number): Flat {
  const building = Math.floor(n / flatsPerBuilding)
  const estate = Math.floor(building / buildingsPerEstate)
  const inBuilding = n % flatsPerBuilding
  const inUnit = inBuilding % flatsPerUnit
  const unit = 1 + Math.floor(inBuilding / flatsPerUnit)
  const floor = 1 + Math.floor(inUnit / flatsPerFloor)
  const communityPath = `town/c${Math.floor(estate / estatesPerCommunity)}/`
  const estatePath = `${communityPath}e${estate % estatesPerCommunity}/`
  const number = 1 + (building % buildingsPerEstate)
  const buildingPath = `${estatePath}b${number}/`
  const buildingName = `${estate + 1}号小区 ${number}栋`
  return {
    ...{ communityPath, estatePath, buildingPath, buildingName, floor },
    areaPath: `${buildingPath}u${unit}/`,
    areaName: `${buildingName} ${unit}单元`,
    gridPath: `${buildingPath}g-${floor <= floorsPerGrid ? 1 : 2}/`,
    roomNumber: `${floor}0${1 + (inUnit % flatsPerFloor)}`,
  }
}

/** The micro-grid of resident `n`. */
export const gridOf = (n: number): string => flatOf(Math.floor(n / perFlat)).gridPath

/** Every place in which one of so many residents lives, with its name. */
export function layoutOf(residents: number): Pick<Area, '_id' | 'level' | 'name' | 'fullName'>[] {
  const places = new Map<string, Pick<Area, '_id' | 'level' | 'name' | 'fullName'>>()
  for (let n = 0; n < Math.ceil(residents / perFlat); n += 1) {
    const { areaPath, buildingName, communityPath, estatePath, buildingPath, gridPath } = flatOf(n)
    for (const path of [ancestorAt(areaPath, 'street') ?? '', communityPath, estatePath]) add(path, path)
    for (const path of [buildingPath, areaPath, gridPath]) add(path, buildingName)
  }
  function add(_id: string, fullName: string): void {
    if (places.has(_id)) return
    const name = _id.split('/').at(-2) ?? ''
    places.set(_id, { _id, level: placeLevelOf(_id), name, fullName })
  }
  return [...places.values()]
}
