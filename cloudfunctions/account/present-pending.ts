import { isCurrent } from '@/domain/account/index-fields'
import { isCaretakerAt, standingAt } from '@/domain/account/policy'
import { toPersonCard, type Account, type Doubt, type Membership } from '@/domain/account/schema'
import type { PendingMember } from '@/domain/membership/contract'
import { turnedAwayAt, type Former } from '@/domain/membership/doubts'
import { canMerge, canVouch } from '@/domain/membership/policy'
import { asFormer, type Removal } from '@/domain/membership/removal'
import { isOverdue } from '@/domain/membership/standing'
import type { Household } from '@/domain/place/schema'
import { removalIdOf } from './removals'

/** What the cards of newcomers tell of their flats. */
export interface Flats {
  households: Household[]
  residents: Account[]
  /** Who may be the same person as one of those who wait. */
  alike: Account[]
  /** What buildings remember of the phones of those who come back to them. */
  removals: Removal[]
}

/**
 * Doubts about who somebody is: for these the names of others in the flat are told, theirs and those that the register
 * has for it, and that they were is on record.
 */
const aboutNames: readonly Doubt[] = ['secondOwner', 'samePerson', 'nameMismatch']

export interface Row {
  readonly account: Account
  readonly home: Membership
}
const isInFlat =
  ({ householdId }: Membership) =>
  (other: Membership): boolean =>
    householdId !== null && other.householdId === householdId && isCurrent(other)

const isNamed = (home: Membership): boolean => home.doubts.some((doubt) => aboutNames.includes(doubt))

const registeredAt = (home: Membership, { households }: Flats): string[] =>
  isNamed(home)
    ? (households.find(({ _id }) => _id === home.householdId)?.register ?? []).map(({ name }) => name)
    : []

/**
 * Whose real names, and whose doors, a newcomer's card tells. A name on the register may be that of anybody in the
 * flat, whether they have told us theirs or not.
 */
export function othersShown(actor: Account, { account, home }: Row, flats: Flats, now: number) {
  const { alike, residents } = flats
  const isOnRegister = registeredAt(home, flats).length > 0
  const inFlat = residents
    .filter(({ _id, realName }) => _id !== account._id && (realName !== null || isOnRegister))
    .filter((other) => standingAt(other, now).memberships.some(isInFlat(home)))
  return {
    named: isNamed(home) ? inFlat : [],
    alike: alikeOf(home, alike).filter(
      (other) => presentAlike(actor, account, standingAt(other, now)).length > 0,
    ),
  }
}

const alikeOf = ({ alikeIds }: Membership, alike: readonly Account[]): Account[] =>
  alike.filter(({ _id }) => alikeIds.includes(_id))

/** Of somebody who has cancelled their account since, what the building remembers. */
function formerOf({ openid }: Account, { areaPath }: Membership, { removals }: Flats, now: number): Former[] {
  const id = removalIdOf(openid, areaPath)
  return asFormer(removals.find(({ _id }) => _id === id) ?? null, now)
}

/** A newcomer as those who vouch see them. */
export function present(
  actor: Account,
  account: Account,
  home: Membership,
  flats: Flats,
  now: number,
): PendingMember {
  const { alike, residents } = flats
  const { areaPath, areaName, roomNumber, relation, joinedAt, voice, doubts, vouchBy } = home
  const others = residents
    .filter(({ _id }) => _id !== account._id)
    .flatMap((other) =>
      standingAt(other, now)
        .memberships.filter(isInFlat(home))
        .map((held) => ({
          name: isNamed(home) ? (other.realName ?? other.nickname) : other.nickname,
          relation: held.relation,
          standing: held.standing,
        })),
    )
  return {
    ...toPersonCard(account),
    areaPath,
    areaName,
    roomNumber,
    relation,
    joinedAt,
    realName: account.realName,
    avatarFileId: account.avatarFileId,
    voice,
    doubts,
    vouchBy,
    isOverdue: isOverdue(home, now),
    others,
    registerNames: registeredAt(home, flats),
    alike: alikeOf(home, alike).flatMap((other) => presentAlike(actor, account, standingAt(other, now))),
    turnedAwayAt: turnedAwayAt([...account.memberships, ...formerOf(account, home, flats, now)], areaPath),
    isHeld: home.isHeld,
    canDecide: canVouch(actor, account._id, home),
  }
}

/** Nobody hears where somebody lives whom they don't look after. */
function presentAlike(actor: Account, one: Account, other: Account): PendingMember['alike'] {
  const home = other.memberships.find((held) => isCurrent(held) && isCaretakerAt(actor, held))
  if (!home) return []
  const { areaName, roomNumber } = home
  return [{ ...toPersonCard(other), areaName, roomNumber, canMerge: canMerge(actor, one, other) }]
}

/** Above the office there is a delay to see, and nobody's flat or name. */
export const presentToStreet = (account: Account, home: Membership): PendingMember => ({
  ...toPersonCard(account),
  areaPath: home.areaPath,
  areaName: home.areaName,
  roomNumber: '',
  relation: home.relation,
  joinedAt: home.joinedAt,
  realName: null,
  avatarFileId: null,
  voice: null,
  doubts: [],
  vouchBy: home.vouchBy,
  isOverdue: true,
  others: [],
  registerNames: [],
  alike: [],
  turnedAwayAt: null,
  isHeld: false,
  canDecide: false,
})
