import { isCaretakerInside, isConfirmedIn, livesIn, type Actor } from '../account/policy'
import type { Account } from '../account/schema'
import { isHomeIn, isWithin, type AreaPath } from '../shared/area'
import type { Timestamp } from '../shared/time'

/** Whom to turn to is for all who live there, vouched for or not, and for those who look after a part of it. */
export const canOpenDirectory = (actor: Actor, buildingPath: AreaPath): boolean =>
  livesIn(actor, buildingPath) || isCaretakerInside(actor, buildingPath)

/** Neighbours are shown to each other once somebody has vouched for the one who looks. */
export const canSeeNeighbours = (actor: Actor, buildingPath: AreaPath): boolean =>
  isConfirmedIn(actor, buildingPath) || isCaretakerInside(actor, buildingPath)

export const neighbourFields = [
  '_id',
  'state',
  'nickname',
  'avatarFileId',
  'realName',
  'phone',
  'shares',
  'memberships',
] as const
type Neighbour = Pick<Account, (typeof neighbourFields)[number]>

/**
 * A neighbour as far as they allow; null for those who don't live there, or of whom nobody has vouched, and for
 * people without a phone, who were never asked.
 * @param unitNames by path
 */
export function neighbourCard(
  neighbour: Neighbour,
  buildingPath: AreaPath,
  viewerId: string,
  unitNames: ReadonlyMap<AreaPath, string>,
  now: Timestamp,
) {
  const home = neighbour.memberships.find(
    (one) =>
      one.standing === 'confirmed' &&
      (one.until === null || one.until > now) &&
      isHomeIn(one, buildingPath) &&
      isWithin(one.areaPath, buildingPath),
  )
  if (!home || neighbour.state !== 'active') return null
  const { _id, nickname, avatarFileId, realName, phone, shares } = neighbour
  return {
    nickname,
    avatarFileId,
    realName: shares.realName ? realName : null,
    unitName: shares.unit ? (unitNames.get(home.areaPath) ?? null) : null,
    phone: shares.phone ? phone : null,
    isMe: _id === viewerId,
  }
}
