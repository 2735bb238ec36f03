import { nameKey } from '@/domain/account/index-fields'
import type { Account } from '@/domain/account/schema'
import type { ParsedInput } from '@/domain/contracts'
import { areaToLiveIn, placeOfInvitation, type Invitation } from '@/domain/invitation/schema'
import type { Area, Household } from '@/domain/place/schema'
import { ancestorAt, isGrid, isHomeIn, isWithin, type AreaPath } from '@/domain/shared/area'
import type { Calendar } from '@/domain/shared/calendar'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import { blind } from '../_runtime/sealing'
import type { Store } from '../_runtime/store'
import { lastSeq } from '../chat/append-message'
import { findHandbook } from '../order/find-handbook'
import { householdIdOf, unlistedHousehold } from './households'

/** A flat that someone says they live in, and what is known around it. */
export interface FoundFlat {
  household: Household
  /** The same as the list has it; null: it will be put there as `isUnlisted`. */
  known: Household | null
  /** The building, whose group hears of it. */
  groupPath: AreaPath
  /** Those who live in the flat now, confirmed or not. */
  housemates: readonly Account[]
  /** Those, and whoever in the estate goes by the real name that was given: see `doubtsOf`. */
  namesakes: readonly Account[]
  calendar: Calendar
  /** The number of the newest message of the building's group. */
  newestSeq: number
}

/** What is said of a door. */
type Said = Pick<ParsedInput<'invitation.join'>, 'areaPath' | 'roomNumber' | 'realName'>

/** Nobody lives with more than this; and a name that more than these share tells of nobody. */
const peopleRead = { flat: 30, name: 10 }

/** What is kept of a door, whether there is one or not. */
export interface AroundFlat extends Pick<
  FoundFlat,
  'known' | 'groupPath' | 'housemates' | 'namesakes' | 'calendar' | 'newestSeq'
> {
  area: Area | null
  householdId: string
}

/**
 * What is known of the door that was typed, while the code is still being looked up; null where none was.
 * @throws AppError BadInput where nobody can live
 */
export async function readTyped(store: Store, said: Said, now: Timestamp): Promise<AroundFlat | null> {
  const { areaPath, roomNumber } = said
  if (areaPath === undefined || roomNumber === undefined) return null
  return readAround(store, areaPath, householdIdOf(areaPath, roomNumber), said.realName, now)
}

async function readAround(
  store: Store,
  areaPath: AreaPath,
  householdId: string,
  realName: string | null,
  now: Timestamp,
): Promise<AroundFlat> {
  const [groupPath, communityPath] = [ancestorAt(areaPath, 'building'), ancestorAt(areaPath, 'community')]
  if (!groupPath || !communityPath || isGrid(areaPath)) throw wrong('areaPath')
  const [area, known, housemates, sameName, { calendar }, newestSeq] = await Promise.all([
    store.areas.get(areaPath),
    store.households.get(householdId),
    store.accounts.find({ householdIds: householdId }, { limit: peopleRead.flat }),
    findSameName(store, areaPath, realName),
    findHandbook(store, communityPath, now),
    lastSeq(store, groupPath),
  ])
  const namesakes = [...housemates, ...sameName]
  return { area, known, householdId, groupPath, housemates, namesakes, calendar, newestSeq }
}

/**
 * The flat that a code and what was typed lead to: one wait, none where it was read before. A code of one flat knows
 * it; another knows where it is to lie, and the door is said by whoever joins.
 * @throws AppError BadInput with `where`: areaPath outside the invitation or not to live at, roomNumber missing or
 * in another micro-grid than the code
 */
export async function findFlat(
  store: Store,
  invitation: Invitation,
  said: Said,
  now: Timestamp,
  typed: AroundFlat | null,
): Promise<FoundFlat> {
  const { areaPath, householdId } = addressOf(invitation, said)
  const around =
    typed?.householdId === householdId
      ? typed
      : await readAround(store, areaPath, householdId, said.realName, now)
  const { area, known } = around
  if (!area || area.retiredAt !== null) throw wrong('areaPath')
  const household = known ?? newFlat(invitation, said, { areaPath, areaName: area.fullName }, now)
  const grid = invitation.target.kind === 'home' ? placeOfInvitation(invitation).gridPath : null
  if (grid && !isHomeIn(household, grid)) throw wrong('roomNumber')
  return { ...around, household }
}

function addressOf(
  { target, areaPath: invited }: Invitation,
  { areaPath, roomNumber }: Said,
): { areaPath: AreaPath; householdId: string } {
  if (target.kind === 'household') return { areaPath: invited, householdId: target.householdId }
  const scope = areaToLiveIn(invited)
  const place = areaPath ?? scope
  if (!isWithin(place, scope)) throw wrong('areaPath')
  if (roomNumber === undefined) throw wrong('roomNumber')
  return { areaPath: place, householdId: householdIdOf(place, roomNumber) }
}

async function findSameName(store: Store, areaPath: AreaPath, realName: string | null): Promise<Account[]> {
  const estatePath = ancestorAt(areaPath, 'estate')
  if (realName === null || estatePath === null) return []
  const key = nameKey(estatePath, realName, blind)
  return store.accounts.find({ nameKeys: key }, { limit: peopleRead.name })
}

/** A flat that the register lacks counts to the micro-grid whose code was scanned. */
function newFlat(
  invitation: Invitation,
  { roomNumber }: Said,
  place: { areaPath: AreaPath; areaName: string },
  now: Timestamp,
): Household {
  // A code of one flat, which has been taken off the list since.
  if (roomNumber === undefined || invitation.target.kind !== 'home') throw new AppError('InvitationUnknown')
  const { gridPath = null } = placeOfInvitation(invitation)
  return { ...unlistedHousehold(place, roomNumber, now), gridPath }
}

const wrong = (where: 'areaPath' | 'roomNumber'): AppError => new AppError('BadInput', { where: [where] })
