import { isCaretakerAt, standingAt } from '@/domain/account/policy'
import { homeTopics } from '@/domain/membership/standing'
import { canCorrect, canRegisterAt } from '@/domain/resident/policy'
import { ancestorAt, isGrid } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import type { Ask } from '../../_runtime/action'
import { checkText } from '../../_runtime/safety'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { findHandbook } from '../../order/find-handbook'
import { householdIdOf, unlistedHousehold } from '../households'
import { correctResident, registerResident, type PutSubject } from '../put-resident'

const mostHousemates = 50

/**
 * Someone without a phone is put on the register, or what stands there is corrected. Three waits: what it is about,
 * the change, the signals.
 */
export const putResident = action('resident.put', {
  fetch: findSubject,
  load: async (_call, subject) => subject,
  allow: (actor, { household, person }, { careNeeds }) => {
    const { _id: householdId, areaPath, gridPath } = household
    return (
      canRegisterAt(actor, { areaPath, gridPath, householdId }) &&
      (person === null || canCorrect(actor, person)) &&
      // What is nobody's business but theirs who look after the place.
      (careNeeds === undefined || isCaretakerAt(actor, household))
    )
  },
  handle: async (call, subject) => {
    const { input, log, openid, store } = call
    await checkText([input.nickname, input.realName ?? ''].join('\n').trim(), openid, log)
    const [person] = await Promise.all([
      subject.person ? correctResident(call, subject, subject.person._id) : registerResident(call, subject),
      subject.isListed ? null : store.households.insertOnce(subject.household),
    ])
    const told = [...person.memberships, ...(subject.person?.memberships ?? [])]
    const proxies = person.proxies.flatMap(({ userId }) => homeTopics(userId, []))
    const moved = [...homeTopics(person._id, told), ...proxies]
    // Of somebody new nobody watches anything yet.
    const isNobodys = (topic: string): boolean => subject.person === null && topic === topics.user(person._id)
    await moveSignals(
      store,
      moved.filter((topic) => !isNobodys(topic)),
    )
    return { userId: person._id }
  },
})

/** @throws AppError NotFound where there is no such place, flat or person */
async function findSubject({ input, now, store }: Ask<'resident.put'>): Promise<PutSubject> {
  const { areaPath, roomNumber, userId } = input
  const communityPath = ancestorAt(areaPath, 'community')
  if (communityPath === null || ancestorAt(areaPath, 'building') === null || isGrid(areaPath))
    throw new AppError('NotFound')
  const householdId = householdIdOf(areaPath, roomNumber)
  const [area, listed, housemates, person, { calendar }] = await Promise.all([
    store.areas.get(areaPath),
    store.households.get(householdId),
    store.accounts.find({ householdIds: householdId }, { limit: mostHousemates }),
    userId === null ? null : store.accounts.get(userId),
    findHandbook(store, communityPath, now),
  ])
  if (!area || area.retiredAt !== null || (userId !== null && !person)) throw new AppError('NotFound')
  const place = { areaPath: area._id, areaName: area.fullName }
  const household = listed ?? unlistedHousehold(place, roomNumber, now)
  const others = housemates.map((account) => standingAt(account, now))
  const subject = { household, isListed: listed !== null, others, calendar }
  return { ...subject, person: person && standingAt(person, now) }
}
