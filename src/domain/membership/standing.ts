import { isCurrent } from '../account/index-fields'
import type { Account, HomeKey, Membership } from '../account/schema'
import { ancestorAt, areasOfHome } from '../shared/area'
import type { Timestamp } from '../shared/time'
import { topics } from '../signal/topics'

/*
 * How homes begin, are vouched for, and end. Former neighbours: from the moment that a home ends, nothing of the
 * place opens any more, because every policy asks for current homes. What they said in the group, and what was done
 * for them, stays as it was written, under the name of that day and the title of a former neighbour. Who cancels
 * their account is renamed there (see `account.cancel`); their homes are kept here as history.
 */

/** A home that somebody has just said is theirs, for `memberships`; `vouchBy`: see `vouchByOf`. */
export const newHome = (
  given: Pick<
    Membership,
    'areaPath' | 'areaName' | 'roomNumber' | 'householdId' | 'gridPath' | 'relation' | 'joinedAt' | 'vouchBy'
  > &
    Partial<Membership>,
): Membership => ({
  standing: 'unconfirmed',
  until: null,
  decidedBy: null,
  decidedAt: null,
  reason: '',
  endedAt: null,
  doubts: [],
  alikeIds: [],
  isHeld: false,
  vouchLevel: 0,
  voice: null,
  leaseBy: null,
  tellAt: given.joinedAt,
  clearAt: null,
  ...given,
})

/** Somebody has looked: the doubts are settled, and no clock runs any more. */
export const decided = (
  home: Membership,
  standing: 'confirmed' | 'declined',
  { by, at, reason }: { by: string; at: Timestamp; reason: string },
): Membership => ({
  ...home,
  standing,
  decidedBy: by,
  decidedAt: at,
  reason: standing === 'declined' ? reason : '',
  endedAt: standing === 'declined' ? at : null,
  doubts: [],
  alikeIds: [],
  isHeld: false,
  vouchBy: null,
  tellAt: at,
  clearAt: standing === 'declined' ? at : null,
})

/** Whoever has the account now was removed from there: somebody vouches again before it opens anything. */
export const heldAgain = (
  home: Membership,
  { at, vouchBy }: { at: Timestamp; vouchBy: Timestamp },
): Membership => ({
  ...home,
  standing: 'unconfirmed',
  decidedBy: null,
  decidedAt: null,
  doubts: [...new Set([...home.doubts, 'turnedAway' as const])],
  isHeld: true,
  vouchLevel: 0,
  vouchBy,
  tellAt: at,
})

/** They live there no longer. */
export const ended = (
  home: Membership,
  standing: 'left' | 'removed',
  { at, by = null, reason }: { at: Timestamp; by?: string | null; reason: string },
): Membership => ({
  ...home,
  standing,
  reason,
  decidedBy: by ?? home.decidedBy,
  endedAt: at,
  vouchBy: null,
  // Whoever left knows it.
  tellAt: standing === 'removed' ? at : null,
  clearAt: at,
})

/**
 * The homes that others have ended, the last first: of buildings where the person has none now. Whoever left by
 * themself knows it.
 */
export const endedByOthers = <H extends Pick<Membership, 'areaPath' | 'endedAt' | 'standing'>>(
  homes: readonly H[],
): H[] => {
  const buildingOf = ({ areaPath }: H): string | null => ancestorAt(areaPath, 'building')
  const current = new Set(homes.filter(isCurrent).map(buildingOf))
  return homes
    .filter((home) => home.standing === 'declined' || home.standing === 'removed')
    .filter((home) => !current.has(buildingOf(home)))
    .sort((one, other) => (other.endedAt ?? 0) - (one.endedAt ?? 0))
}

/** a1 and A1 are one flat (see `householdPrint`). */
const isSameFlat = (one: string, other: string): boolean =>
  one.trim().toUpperCase() === other.trim().toUpperCase()

/** Is it the flat that is meant? Phones of an older version leave the flat out: then any in the area is. */
export const isMeant =
  ({ areaPath, roomNumber }: { areaPath: string; roomNumber?: string | undefined }) =>
  (home: HomeKey): boolean =>
    home.areaPath === areaPath && (roomNumber === undefined || isSameFlat(home.roomNumber, roomNumber))

/** The tenancies that are over at `now`, ended at their own moment. */
export function endLeases(account: Account, now: Timestamp): { account: Account; ended: Membership[] } {
  const isOver = (home: Membership): boolean => isCurrent(home) && home.until !== null && home.until <= now
  const over = account.memberships.filter(isOver)
  if (over.length === 0) return { account, ended: [] }
  const memberships = account.memberships.map((home) =>
    isOver(home) ? ended(home, 'left', { at: home.until ?? now, reason: '' }) : home,
  )
  return { account: { ...account, memberships }, ended: over }
}

/** All that hung on the homes that were over has been cleared up, as they stood in `seen`. */
export const clearedUp = (memberships: readonly Membership[], seen: readonly Membership[]): Membership[] =>
  memberships.map((home) =>
    seen.some(({ clearAt, joinedAt }) => joinedAt === home.joinedAt && clearAt === home.clearAt)
      ? { ...home, clearAt: null }
      : home,
  )

/** Nobody has vouched in time, the leader first, and the next level hears of it: until `next` it is staff's, then the street's for good. */
export function escalated(home: Membership, now: Timestamp, next: Timestamp): Membership {
  if (home.standing !== 'unconfirmed' || home.vouchBy === null || home.vouchBy > now) return home
  const vouchLevel = Math.min(home.vouchLevel + 1, 2)
  return { ...home, vouchLevel, vouchBy: vouchLevel === 2 ? null : next, tellAt: now }
}

/** Has the leader let it wait? */
export const isOverdue = ({ vouchLevel, vouchBy }: Membership, now: Timestamp): boolean =>
  vouchLevel > 0 || (vouchBy !== null && vouchBy <= now)

/** The signals to move when a home begins, is decided on, or ends: theirs, those who look after it, the group. */
export function homeTopics(
  userId: string,
  homes: readonly Pick<Membership, 'areaPath' | 'gridPath'>[],
): string[] {
  const places = homes.flatMap((home) => {
    const group = ancestorAt(home.areaPath, 'building')
    return [...areasOfHome(home).map(topics.pending), ...(group ? [topics.chat(group)] : [])]
  })
  return [...new Set([topics.user(userId), ...places])]
}

/** Does the person live in that flat no longer? Who never did has not left it. */
export function hasLeftFlat(
  { memberships }: Pick<Account, 'memberships'>,
  flat: Pick<Membership, 'areaPath' | 'roomNumber'>,
): boolean {
  const there = memberships.filter(
    ({ areaPath, roomNumber }) => areaPath === flat.areaPath && roomNumber === flat.roomNumber,
  )
  return there.length > 0 && !there.some(isCurrent)
}
