import { isCurrent } from '../account/index-fields'
import { belongsTo, caretakers, isCaretakerAt, isStaffOf, type Actor } from '../account/policy'
import type { Account, Membership } from '../account/schema'
import { holdsRoleAt } from '../shared/role'
import type { Timestamp } from '../shared/time'

type Home = Pick<Membership, 'areaPath' | 'gridPath' | 'householdId' | 'isHeld'>

/**
 * Those who may say whether someone lives there: leader, staff, and whoever is confirmed in the same flat; of one who
 * was removed before, leader and staff alone.
 */
export const canVouch = (actor: Actor, userId: string, home: Home): boolean =>
  actor._id !== userId &&
  (isCaretakerAt(actor, home) ||
    (!home.isHeld && home.householdId !== null && belongsTo(actor, home.householdId)))

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

/** An owner of the flat, of those who rent or work there: nobody is put out of their home by those they live with. */
const letsTo = (actor: Actor, home: Home & Pick<Membership, 'relation'>): boolean =>
  (home.relation === 'tenant' || home.relation === 'carer') &&
  actor.memberships.some(
    (mine) =>
      mine.standing === 'confirmed' &&
      mine.relation === 'owner' &&
      mine.householdId !== null &&
      mine.householdId === home.householdId,
  )

/**
 * When a tenancy ends (`until`; null: no end) is said by the flat's owners, leaders and staff; by the person as long
 * as none of those has, and afterwards only that it ends sooner.
 */
export const canSetLease = (
  actor: Actor,
  userId: string,
  home: Home & Pick<Membership, 'relation' | 'until' | 'leaseBy'>,
  until: Timestamp | null,
): boolean =>
  actor._id === userId
    ? home.leaseBy === null || (until !== null && (home.until === null || until <= home.until))
    : isCaretakerAt(actor, home) || letsTo(actor, home)

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
