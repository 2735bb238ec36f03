import { isCurrent } from '../account/index-fields'
import type { Account, Doubt, Membership } from '../account/schema'
import type { Household } from '../place/schema'
import { plainName } from '../shared/text'

/** What is known where somebody says that they live. */
export interface DoubtContext {
  /** The flat as the list has it; null: the list lacks it. */
  readonly household: Pick<Household, '_id' | 'isUnlisted'> | null
  /** Others who live in that flat, and those found elsewhere under the same name; never the person themself. */
  readonly others: readonly Pick<Account, 'nickname' | 'realName' | 'memberships'>[]
  /** Whom the office's register names for the flat. */
  readonly register: Household['register']
  readonly realName: string | null
  readonly nickname?: string
}

const isSameName = (one: string | null | undefined, other: string | null | undefined): boolean =>
  Boolean(one && other) && plainName(one ?? '') === plainName(other ?? '')

/**
 * What whoever vouches should look at twice. A doubt keeps nobody out: a couple may own a flat together, and the
 * register may be old.
 * - unknownFlat: the office's list has no such flat
 * - secondOwner: someone else lives there as its owner
 * - samePerson: someone of the same real name is known already, or of the same nickname in that flat
 * - nameMismatch: the register names others, and not this person, as what they say they are there
 */
export function doubtsOf(
  { householdId, relation }: Pick<Membership, 'householdId' | 'relation'>,
  { household, others, register, realName, nickname }: DoubtContext,
): Doubt[] {
  const flatId = household?._id ?? householdId
  const inFlat = (other: Pick<Account, 'memberships'>): Membership[] =>
    other.memberships.filter((home) => isCurrent(home) && flatId !== null && home.householdId === flatId)
  const namesakes = register.filter((entry) => entry.relation === relation).map(({ name }) => name)
  const rows: [Doubt, boolean][] = [
    ['unknownFlat', household === null || household.isUnlisted],
    [
      'secondOwner',
      relation === 'owner' && others.some((other) => inFlat(other).some((home) => home.relation === 'owner')),
    ],
    [
      'samePerson',
      others.some(
        (other) =>
          isSameName(other.realName, realName) ||
          (inFlat(other).length > 0 && isSameName(other.nickname, nickname)),
      ),
    ],
    [
      'nameMismatch',
      realName !== null && namesakes.length > 0 && !register.some(({ name }) => isSameName(name, realName)),
    ],
  ]
  return rows.filter(([, is]) => is).map(([doubt]) => doubt)
}
