import { belongsTo, isCaretakerAt, isCaretakerOf, type Actor } from '../account/policy'
import type { Account } from '../account/schema'
import { isCurrent } from '../account/index-fields'
import { appointableRoles } from '../appointment/policy'
import type { AreaPath } from '../shared/area'

/** Someone who looks after a place where the person lives, or did. */
export const looksAfterPerson = (actor: Actor, person: Pick<Account, '_id' | 'memberships'>): boolean =>
  person.memberships.some((home) => isCurrent(home) && isCaretakerAt(actor, home))

/** People are found by name also where one appoints, to name one of them: by the street, that looks after nobody. */
export const canFind = (actor: Actor, areaPath: AreaPath, isByName: boolean): boolean =>
  isCaretakerOf(actor, areaPath) || (isByName && appointableRoles(actor, areaPath).length > 0)

/** Someone of the same household, confirmed there. */
export const isHousemate = (actor: Actor, person: Pick<Account, '_id' | 'memberships'>): boolean =>
  person.memberships.some(
    (home) => isCurrent(home) && home.householdId !== null && belongsTo(actor, home.householdId),
  )

/** Those without a phone of their own are also looked after by whoever lives with them. */
export const canSeeResident = (
  actor: Actor,
  person: Pick<Account, '_id' | 'memberships' | 'state'>,
): boolean => looksAfterPerson(actor, person) || (person.state === 'registered' && isHousemate(actor, person))

/** What stands on the register is put right by those who see it; whoever has a phone does so themself. */
export const canCorrect = (actor: Actor, person: Pick<Account, '_id' | 'memberships' | 'state'>): boolean =>
  person.state === 'registered' && canSeeResident(actor, person)

/** May the actor order and answer for this person? */
export const actsFor = (actor: Pick<Actor, '_id'>, { proxies }: Pick<Account, 'proxies'>): boolean =>
  proxies.some(({ userId }) => userId === actor._id)

/** Leaders and staff keep the register; a household adds its own old people and children. */
export const canRegisterAt = (
  actor: Actor,
  home: { areaPath: string; gridPath: string | null; householdId: string },
): boolean => isCaretakerAt(actor, home) || belongsTo(actor, home.householdId)

/** Who acts for someone is noted by those who look after them; by a housemate for one without a phone of their own. */
export const canNameProxy = (actor: Actor, person: Pick<Account, '_id' | 'memberships' | 'state'>): boolean =>
  actor._id === person._id ||
  looksAfterPerson(actor, person) ||
  (person.state === 'registered' && isHousemate(actor, person))
