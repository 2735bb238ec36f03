import { isCurrent } from '../account/index-fields'
import type { Account, Doubt, Membership, Standing } from '../account/schema'
import type { Household } from '../place/schema'
import { ancestorAt, type AreaPath } from '../shared/area'
import { plainName } from '../shared/text'
import type { Timestamp } from '../shared/time'

/** What is known where somebody says that they live. */
export interface DoubtContext {
  /** The flat as the list has it; null: the list lacks it. */
  readonly household: Pick<Household, '_id' | 'isUnlisted'> | null
  /** Others who live in that flat, and those found elsewhere under the same name; never the person themself. */
  readonly others: readonly Pick<Account, '_id' | 'nickname' | 'realName' | 'memberships'>[]
  /** Whom the office's register names for the flat. */
  readonly register: Household['register']
  readonly realName: string | null
  readonly nickname?: string
  /** The homes that they have had; none where they are new. */
  readonly former: readonly Former[]
}

/** What is looked at of a home that somebody has had. */
export type Former = Pick<Membership, 'areaPath' | 'standing' | 'endedAt' | 'decidedAt'>

/** What `doubtsOf` writes into a home. */
type Doubtful = Pick<Membership, 'doubts' | 'alikeIds' | 'isHeld'>

const isSameName = (one: string | null | undefined, other: string | null | undefined): boolean =>
  Boolean(one && other) && plainName(one ?? '') === plainName(other ?? '')

/** Of several moments the latest; 0 where there is none. */
const latest = (moments: readonly (Timestamp | null)[]): Timestamp =>
  Math.max(0, ...moments.map((moment) => moment ?? 0))

/** When others last ended one of someone's homes in the building of `areaPath`, if nobody has vouched for them since. */
export function turnedAwayAt(
  former: readonly Former[],
  areaPath: AreaPath,
  standings: readonly Standing[] = ['removed', 'declined'],
): Timestamp | null {
  const building = ancestorAt(areaPath, 'building')
  const there = former.filter((home) => ancestorAt(home.areaPath, 'building') === building)
  const at = latest(
    there.filter(({ standing }) => standings.includes(standing)).map(({ endedAt }) => endedAt),
  )
  const wasVouched = ({ decidedAt, standing }: Former): boolean =>
    standing === 'confirmed' || (standing !== 'declined' && decidedAt !== null && decidedAt > at)
  return at === 0 || there.some(wasVouched) ? null : at
}

/**
 * What whoever vouches should look at twice. A doubt keeps nobody out, since a couple may own a flat together, and
 * the register may be old: but a removal holds until somebody has vouched again (`isHeld`).
 * - unknownFlat: the office's list has no such flat
 * - secondOwner: someone else lives there as its owner
 * - samePerson: someone of the same real name is known already, or of the same nickname in that flat (`alikeIds`)
 * - nameMismatch: the register names others, and not this person, as what they say they are there
 * - turnedAway: they were removed or declined in the building before
 */
export function doubtsOf(
  { areaPath, householdId, relation }: Pick<Membership, 'areaPath' | 'householdId' | 'relation'>,
  { former, household, others, register, realName, nickname }: DoubtContext,
): Doubtful {
  const flatId = household?._id ?? householdId
  const inFlat = (other: Pick<Account, 'memberships'>): Membership[] =>
    other.memberships.filter((home) => isCurrent(home) && flatId !== null && home.householdId === flatId)
  const namesakes = register.filter((entry) => entry.relation === relation).map(({ name }) => name)
  const alike = others.filter(
    (other) =>
      isSameName(other.realName, realName) ||
      (inFlat(other).length > 0 && isSameName(other.nickname, nickname)),
  )
  const rows: [Doubt, boolean][] = [
    ['unknownFlat', household === null || household.isUnlisted],
    [
      'secondOwner',
      relation === 'owner' && others.some((other) => inFlat(other).some((home) => home.relation === 'owner')),
    ],
    ['samePerson', alike.length > 0],
    [
      'nameMismatch',
      realName !== null && namesakes.length > 0 && !register.some(({ name }) => isSameName(name, realName)),
    ],
    ['turnedAway', turnedAwayAt(former, areaPath) !== null],
  ]
  return {
    doubts: rows.filter(([, is]) => is).map(([doubt]) => doubt),
    alikeIds: [...new Set(alike.map(({ _id }) => _id))],
    isHeld: turnedAwayAt(former, areaPath, ['removed']) !== null,
  }
}
