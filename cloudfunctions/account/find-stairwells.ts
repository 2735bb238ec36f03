import type { Stairwell } from '@/domain/invitation/contract'
import { areaToLiveIn, placeOfInvitation, type Invitation } from '@/domain/invitation/schema'
import type { Area, Household } from '@/domain/place/schema'
import { ancestorAt, type AreaPath } from '@/domain/shared/area'
import type { Store } from '../_runtime/store'
import { within } from '../_runtime/within'

/** The cloud gives no more at once; then the rest is typed. */
const flatsRead = 1000
/** A building, its stairwells and its micro-grids. */
const placesRead = 100

type Code = Pick<Invitation, 'target' | 'areaPath' | 'areaAt'>
type Flat = Pick<Household, 'areaPath' | 'roomNumber' | 'floor'>

/**
 * What to choose a flat from: the stairwells of a building, each with what stands on its doors; one without doors
 * has them typed. None where the code knows the flat itself, or is for no building. One wait.
 */
export async function findStairwells(store: Store, code: Code): Promise<Stairwell[]> {
  const scope = areaToLiveIn(code.areaPath)
  if (code.target.kind !== 'home' || ancestorAt(scope, 'building') === null) return []
  const { gridPath } = placeOfInvitation(code)
  const [places, listed] = await Promise.all([
    store.areas.find({ _id: within(scope) }, { orderBy: ['_id', 'asc'], limit: placesRead }),
    store.households.findParts(
      gridPath ? { gridPath } : { areaPath: within(scope) },
      ['areaPath', 'roomNumber', 'floor', 'isUnlisted'],
      { limit: flatsRead },
    ),
  ])
  // What newcomers have typed is not yet known to be a door.
  const flats = listed.filter(({ isUnlisted }) => !isUnlisted)
  const standing = places.filter(({ level, retiredAt }) => level !== 'grid' && retiredAt === null)
  return stairwellsOf(scope, standing, flats, gridPath !== null && flats.length > 0)
}

function stairwellsOf(
  scope: AreaPath,
  places: readonly Area[],
  flats: readonly Flat[],
  onlyWithRooms: boolean,
): Stairwell[] {
  const below = places.filter(({ _id }) => _id !== scope).sort(byOrder)
  const hasOwnFlats = flats.some(({ areaPath }) => areaPath === scope)
  const own = places.filter(({ _id }) => _id === scope && (below.length === 0 || hasOwnFlats))
  const all = [...own, ...below].map(({ _id, name }) => ({ areaPath: _id, name, rooms: roomsIn(_id, flats) }))
  return onlyWithRooms ? all.filter(({ rooms }) => rooms.length > 0) : all
}

const byOrder = (a: Area, b: Area): number => a.order - b.order || a._id.localeCompare(b._id)

const roomsIn = (stairwell: AreaPath, flats: readonly Flat[]): Stairwell['rooms'] =>
  flats
    .filter(({ areaPath }) => areaPath === stairwell)
    .map(({ floor, roomNumber }) => ({ floor, roomNumber }))
    .sort((a, b) => a.roomNumber.localeCompare(b.roomNumber, 'en', { numeric: true }))
