import { isCurrent } from '@/domain/account/index-fields'
import type { Account, Membership } from '@/domain/account/schema'
import { isCaretakerAt, type Actor } from '@/domain/account/policy'
import type { ParsedInput } from '@/domain/contracts'
import { canInviteTo } from '@/domain/invitation/policy'
import { usesOf, type Invitation } from '@/domain/invitation/schema'
import type { Area, Household } from '@/domain/place/schema'
import { isHomeIn, placeLevelOf, type HomePlace } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Ask } from '../../_runtime/action'
import { action } from '../../_runtime/serve'
import { codesToday, refuseTooMany } from '../code-pace'
import { makeInvitation, ownInvitation } from '../make-invitation'
import { presentInvitation } from '../present-invitation'

type Input = ParsedInput<'invitation.create'>

/** What a code is to lead to: the place that decides who may make it, and whether it is there. */
interface Goal {
  place: HomePlace
  area: Pick<Area, '_id' | 'fullName'> | null
  targetName: string
}

interface Found {
  area: Area | null
  household: Household | null
  person: Account | null
  /** What the same request has made before. */
  made: Invitation | null
}

export const createInvitation = action('invitation.create', {
  fetch: async ({ input, requestId, store }: Ask<'invitation.create'>): Promise<Found> => {
    const { areaPath, target } = input
    const [area, household, person, made] = await Promise.all([
      store.areas.get(areaPath),
      target.kind === 'household' ? store.households.get(target.householdId) : null,
      target.kind === 'person' ? store.accounts.get(target.userId) : null,
      store.invitations.get(requestId),
    ])
    return { area: area && area.retiredAt === null ? area : null, household, person, made }
  },
  load: async ({ actor, input }, found) => ({ ...goalOf(actor, input, found), made: found.made }),
  allow: (actor, { place }, { target }) => canInviteTo(actor, place, target),
  handle: async (call, { area, made, place, targetName }) => {
    const { actor, input, now, requestId, store } = call
    // Only now: "not found" must not tell a stranger who and what is not there.
    if (!area) throw new AppError('NotFound')
    const { days, target } = input
    const { usual, most } = usesOf[target.kind]
    const wanted = {
      id: requestId,
      area,
      gridPath: place.gridPath ?? null,
      target,
      targetName,
      days,
      maxUses: Math.min(input.maxUses ?? usual, most),
      by: actor._id,
      now,
    }
    if (!made) refuseTooMany(actor, (await codesToday(call)) + 1)
    const invitation = made ? ownInvitation(made, wanted) : await makeInvitation(store, wanted)
    return { invitation: presentInvitation(invitation, now) }
  },
})

/** Where homes can be: a code to a whole estate would not say which group one joins. */
const levelsToJoin: readonly string[] = ['building', 'unit', 'grid']

function goalOf(actor: Actor, { areaPath, target }: Input, { area, household, person }: Found): Goal {
  const nowhere: Goal = { place: { areaPath }, area: null, targetName: '' }
  switch (target.kind) {
    case 'household':
      if (!household || !isHomeIn(household, areaPath)) return nowhere
      return goalAt(household, household.roomNumber)
    case 'person': {
      const home = person && homeOfWaiting(actor, person)
      return home ? goalAt(home, person.nickname) : nowhere
    }
    case 'role':
      return { ...nowhere, area }
    case 'home':
      return { ...nowhere, area: levelsToJoin.includes(placeLevelOf(areaPath)) ? area : null }
  }
}

const goalAt = (place: HomePlace & { areaName: string }, targetName: string): Goal => ({
  place,
  area: { _id: place.areaPath, fullName: place.areaName },
  targetName,
})

/** Someone on the register without a phone, at the home that the actor looks after. */
function homeOfWaiting(actor: Actor, { memberships, state }: Account): Membership | undefined {
  if (state !== 'registered') return undefined
  const homes = memberships.filter(isCurrent)
  return homes.find((home) => isCaretakerAt(actor, home)) ?? homes[0]
}
