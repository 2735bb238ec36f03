import { isCurrent } from '../account/index-fields'
import { belongsTo, caretakers, isCaretakerAt, isStaffOf, type Actor } from '../account/policy'
import type { Account, Membership } from '../account/schema'
import { holdsRoleAt } from '../shared/role'

type Home = Pick<Membership, 'areaPath' | 'gridPath' | 'householdId'>

/** Those who may say whether someone lives there: leader, staff, and whoever is confirmed in the same flat. */
export const canVouch = (actor: Actor, userId: string, home: Home): boolean =>
  actor._id !== userId &&
  (isCaretakerAt(actor, home) || (home.householdId !== null && belongsTo(actor, home.householdId)))

type Person = Pick<Account, '_id' | 'roles'>

/** The home of somebody who looks after it too is ended by staff alone, since a role may end with it. */
const mayEnd = (actor: Actor, person: Person, home: Home): boolean =>
  !holdsRoleAt(person.roles, caretakers, home) || isStaffOf(actor, home.areaPath)

/** Those who may say that someone doesn't live there. */
export const canDecline = (actor: Actor, person: Person, home: Home): boolean =>
  canVouch(actor, person._id, home) && mayEnd(actor, person, home)

/** A home is ended by those who look after it, and by oneself (see `membership.leave`). */
export const canRemove = (actor: Actor, person: Person, home: Home): boolean =>
  actor._id !== person._id && isCaretakerAt(actor, home) && mayEnd(actor, person, home)

/** When a tenancy ends is said by its owner, leaders and staff; by the flat's owners of those who rent or work there. */
export const canSetLease = (
  actor: Actor,
  userId: string,
  home: Home & Pick<Membership, 'relation'>,
): boolean =>
  actor._id === userId ||
  isCaretakerAt(actor, home) ||
  // Not of the other owner, nor of family: nobody is put out of their home by those they live with.
  ((home.relation === 'tenant' || home.relation === 'carer') &&
    actor.memberships.some(
      (mine) =>
        mine.standing === 'confirmed' &&
        mine.relation === 'owner' &&
        mine.householdId !== null &&
        mine.householdId === home.householdId,
    ))

/** Two accounts of one person are joined by staff of a place where both live; or lived last, and live nowhere now. */
export const canMerge = (
  actor: Actor,
  one: Pick<Account, 'memberships'>,
  other: Pick<Account, 'memberships'>,
) =>
  [one, other].every(({ memberships }) => {
    const current = memberships.filter(isCurrent)
    return (current.length > 0 ? current : memberships).some(({ areaPath }) => isStaffOf(actor, areaPath))
  })
