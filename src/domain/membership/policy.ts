import { belongsTo, isCaretakerAt, isStaffOf, type Actor } from '../account/policy'
import type { Account, Membership } from '../account/schema'

type Home = Pick<Membership, 'areaPath' | 'gridPath' | 'householdId'>

/** Those who may say whether someone lives there: leader, staff, and whoever is confirmed in the same flat. */
export const canVouch = (actor: Actor, userId: string, home: Home): boolean =>
  actor._id !== userId &&
  (isCaretakerAt(actor, home) || (home.householdId !== null && belongsTo(actor, home.householdId)))

/** A home is ended by those who look after it, and by oneself (see `membership.leave`). */
export const canRemove = (actor: Actor, userId: string, home: Home): boolean =>
  actor._id !== userId && isCaretakerAt(actor, home)

/** When a tenancy ends is said by its owner, the flat's owners, leaders and staff. */
export const canSetLease = (
  actor: Actor,
  userId: string,
  home: Home & Pick<Membership, 'relation'>,
): boolean =>
  actor._id === userId ||
  isCaretakerAt(actor, home) ||
  actor.memberships.some(
    (mine) =>
      mine.standing === 'confirmed' &&
      mine.relation === 'owner' &&
      mine.householdId !== null &&
      mine.householdId === home.householdId,
  )

/** Two accounts of one person are joined by staff of a place where both are known. */
export const canMerge = (
  actor: Actor,
  one: Pick<Account, 'memberships'>,
  other: Pick<Account, 'memberships'>,
) => [one, other].every(({ memberships }) => memberships.some(({ areaPath }) => isStaffOf(actor, areaPath)))
