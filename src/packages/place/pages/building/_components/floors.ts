import type { HouseholdView } from '@/domain/place/contract'
import type { AreaPath } from '@/domain/shared/area'

export interface Floor {
  /** null: nobody knows. */
  floor: number | null
  flats: HouseholdView[]
}

export interface Stairwell {
  areaPath: AreaPath
  areaName: string
  /** As the building stands: the highest first. */
  floors: Floor[]
}

const height = ({ floor }: Floor): number => floor ?? -999

/** Flats as they lie: by stairwell in the order that they come in, floor by floor, doors in theirs. */
export function stairwellsOf(flats: readonly HouseholdView[]): Stairwell[] {
  const stairwells = new Map<AreaPath, Stairwell>()
  for (const flat of flats) {
    const { areaPath, areaName } = flat
    const stairwell = stairwells.get(areaPath) ?? { areaPath, areaName, floors: [] }
    stairwells.set(areaPath, stairwell)
    const floor = stairwell.floors.find((one) => one.floor === flat.floor)
    if (floor) floor.flats.push(flat)
    else stairwell.floors.push({ floor: flat.floor, flats: [flat] })
  }
  for (const { floors } of stairwells.values()) floors.sort((one, other) => height(other) - height(one))
  return [...stairwells.values()]
}
