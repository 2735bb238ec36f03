import { isCurrent } from '@/domain/account/index-fields'
import type { Account, Membership } from '@/domain/account/schema'
import { doubtsOf, type Former } from '@/domain/membership/doubts'
import { asFormer } from '@/domain/membership/removal'
import { vouchByOf } from '@/domain/membership/vouch-by'
import { ended, homeTopics, isMeant, newHome } from '@/domain/membership/standing'
import type { Area, Household } from '@/domain/place/schema'
import { ancestorAt, isGrid } from '@/domain/shared/area'
import type { Calendar } from '@/domain/shared/calendar'
import { AppError } from '@/domain/shared/errors'
import type { Ask, Call } from '../../_runtime/action'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { findHandbook } from '../../order/find-handbook'
import { markFormer } from '../former-neighbour'
import { leaveRoles } from '../leave-roles'
import { changeAccount, type Change } from '../change-account'
import { checkToday } from '../join-home'
import { householdIdOf, unlistedHousehold } from '../households'
import { presentMe } from '../present-me'
import { removalIdOf } from '../removals'

const mostHousemates = 50

type MoveCall = Call<'membership.move'>
interface NewPlace {
  area: Area
  household: Household
  isListed: boolean
  others: Account[]
  calendar: Calendar
  /** What the building remembers of them. */
  former: readonly Former[]
}

/**
 * I move to another flat of the same estate: the old home ends and the new one begins in one transaction. The new
 * one has to be vouched for, like any other: by whoever looks after it, or by those who live there. Three waits.
 */
export const moveHome = action('membership.move', {
  fetch: findNewPlace,
  load: async (_call, place) => place,
  allow: () => true,
  handle: async (call, place) => {
    const { actor, input, now, store, trips } = call
    const [account] = await Promise.all([
      changeAccount(trips, actor._id, now, (found) => move(call, place, found)),
      place.isListed ? null : store.households.insertOnce(place.household),
    ])
    const meant = [isMeant(input.from), isMeant(input.to)]
    const homes = account.memberships.filter((home) => meant.some((is) => is(home)))
    await Promise.all([
      moveSignals(store, homeTopics(actor._id, homes)),
      leaveRoles(call, account, homes.filter(isMeant(input.from)).at(-1)),
      markFormer(store, account, homes.filter(isMeant(input.from)).at(-1)),
    ])
    return { account: presentMe(account) }
  },
})

/** @throws AppError NotFound where there is no such place to live in; BadInput where it is in another estate */
async function findNewPlace({ input, now, openid, store }: Ask<'membership.move'>): Promise<NewPlace> {
  const { from, to } = input
  const [estate, communityPath] = [ancestorAt(from.areaPath, 'estate'), ancestorAt(to.areaPath, 'community')]
  if (estate === null || communityPath === null || estate !== ancestorAt(to.areaPath, 'estate'))
    throw new AppError('BadInput', { where: ['to.areaPath'] })
  const householdId = householdIdOf(to.areaPath, to.roomNumber)
  const [area, listed, others, { calendar }, removal] = await Promise.all([
    store.areas.get(to.areaPath),
    store.households.get(householdId),
    store.accounts.find({ householdIds: householdId }, { limit: mostHousemates }),
    findHandbook(store, communityPath, now),
    store.removals.get(removalIdOf(openid, to.areaPath)),
  ])
  if (!area || area.retiredAt !== null || isGrid(area._id)) throw new AppError('NotFound')
  const place = { areaPath: area._id, areaName: area.fullName }
  const household = listed ?? unlistedHousehold(place, to.roomNumber, now)
  return { area, household, isListed: listed !== null, others, calendar, former: asFormer(removal, now) }
}

/** @throws AppError NotFound where I don't live in the old flat; Conflict where I live in the new one already; LimitReached */
function move({ actor, input, now, requestId }: MoveCall, place: NewPlace, found: Account): Change {
  const [isOld, isNew] = [isMeant(input.from), isMeant(input.to)]
  const old = found.memberships.find((home) => isOld(home) && isCurrent(home))
  const isThere = found.memberships.some((home) => isNew(home) && isCurrent(home))
  if (!old) {
    if (isThere && found.memberships.some((home) => isOld(home) && home.standing === 'left')) return null
    throw new AppError('NotFound')
  }
  if (isThere) throw new AppError('Conflict')
  checkToday(found, now)
  const moved = homeAt(place, input.to, found, now)
  // Nobody comes in by moving on from a home that is shut to them.
  const home = { ...moved, isHeld: moved.isHeld || old.isHeld }
  const memberships = [
    ...found.memberships.map((held) => (held === old ? ended(held, 'left', { at: now, reason: '' }) : held)),
    home,
  ]
  const line = { key: requestId, event: 'moved', userId: found._id, area: home, by: actor, at: now } as const
  return { account: { ...found, memberships }, trail: [line] }
}

function homeAt(
  { area, calendar, former, household, isListed, others }: NewPlace,
  { roomNumber, relation }: MoveCall['input']['to'],
  mover: Account,
  now: number,
): Membership {
  const place = {
    areaPath: area._id,
    areaName: area.fullName,
    roomNumber,
    relation,
    householdId: household._id,
    gridPath: household.gridPath,
    joinedAt: now,
    vouchBy: vouchByOf(calendar, now),
  }
  const doubts = doubtsOf(place, {
    household: isListed ? household : null,
    others: others.filter(({ _id }) => _id !== mover._id),
    register: household.register,
    realName: mover.realName,
    nickname: mover.nickname,
    former: [...mover.memberships, ...former],
  })
  return newHome({ ...place, ...doubts })
}
