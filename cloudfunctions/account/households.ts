import { floorOf, householdPrint, type Household } from '@/domain/place/schema'
import { ancestorAt, type AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import { blind } from '../_runtime/sealing'
import type { Store } from '../_runtime/store'

/** The id of a flat, known without asking: the same for whoever names its stairwell and number. */
export const householdIdOf = (areaPath: AreaPath, roomNumber: string): string =>
  blind('household', householdPrint(areaPath, roomNumber))

export const findHousehold = (
  store: Store,
  areaPath: AreaPath,
  roomNumber: string,
): Promise<Household | null> => store.households.get(householdIdOf(areaPath, roomNumber))

/** A flat of a building or stairwell that nobody has put on the list. @throws AppError NotFound above a building */
export function unlistedHousehold(
  place: { areaPath: AreaPath; areaName: string },
  roomNumber: string,
  now: Timestamp,
): Household {
  const { areaPath, areaName } = place
  const [buildingPath, estatePath] = [ancestorAt(areaPath, 'building'), ancestorAt(areaPath, 'estate')]
  if (!buildingPath || !estatePath) throw new AppError('NotFound')
  return {
    _id: householdIdOf(areaPath, roomNumber),
    areaPath,
    buildingPath,
    estatePath,
    areaName,
    gridPath: null,
    floor: floorOf(roomNumber),
    roomNumber: roomNumber.trim(),
    register: [],
    isUnlisted: true,
    updatedAt: now,
  }
}

/**
 * The flat, put on the list as `isUnlisted` where the list lacks it. One wait where it is there, two where not.
 * @param known what `findHousehold` answered, if it was asked already
 * @throws AppError NotFound where the place is no building or stairwell
 */
export async function ensureHousehold(
  store: Store,
  place: { areaPath: AreaPath; areaName: string },
  roomNumber: string,
  now: Timestamp,
  known?: Household | null,
): Promise<Household> {
  const found = known === undefined ? await findHousehold(store, place.areaPath, roomNumber) : known
  if (found) return found
  return (await store.households.insertOnce(unlistedHousehold(place, roomNumber, now))).document
}
