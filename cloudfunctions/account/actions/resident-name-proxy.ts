import { mostProxies, type Account, type Proxy } from '@/domain/account/schema'
import { isCurrent } from '@/domain/account/index-fields'
import { standingAt } from '@/domain/account/policy'
import { canNameProxy } from '@/domain/resident/policy'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import type { Call } from '../../_runtime/action'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { changeAccount, type Change } from '../change-account'

/** Somebody acts for a person from now on; how that person agreed is on record. Three waits. */
export const nameProxy = action('resident.nameProxy', {
  fetch: async ({ input, store }) => {
    const [person, proxy] = await Promise.all([
      store.accounts.get(input.userId),
      store.accounts.get(input.proxyId),
    ])
    return { person, proxy }
  },
  load: async ({ now }, { person, proxy }) => {
    if (!person || !proxy) throw new AppError('NotFound')
    return { person: standingAt(person, now), proxy: standingAt(proxy, now) }
  },
  // Who has a phone says themself that somebody of the office may act for them.
  allow: (actor, { person }, { proxyId }) =>
    canNameProxy(actor, person) && (person.state === 'registered' || proxyId !== actor._id),
  handle: async (call, { proxy }) => {
    const { input, now, store, trips } = call
    if (!canAct(proxy) || input.userId === input.proxyId) throw new AppError('Conflict')
    await changeAccount(trips, input.userId, now, (person) => name(call, person, proxy))
    await moveSignals(store, [topics.user(input.userId), topics.user(input.proxyId)])
    return {}
  },
})

/** A grown-up with a phone, whom somebody has vouched for somewhere. */
const canAct = ({ state, guardianId, memberships }: Account): boolean =>
  state === 'active' &&
  guardianId === null &&
  memberships.some((home) => isCurrent(home) && home.standing === 'confirmed')

/** @throws AppError LimitReached */
function name(call: Call<'resident.nameProxy'>, person: Account, { _id, nickname }: Account): Change {
  const { actor, input, now, requestId } = call
  const { relation } = input
  const consent = { ...input.consent, notedBy: actor._id, at: now }
  const proxy: Proxy = { userId: _id, name: nickname, relation, consent }
  const before = person.proxies.find(({ userId }) => userId === _id)
  // Nothing new is said, and whom they act for is written beside them once more.
  if (before && before.relation === relation && before.consent.how === consent.how)
    return { account: person, trail: [] }
  const others = person.proxies.filter(({ userId }) => userId !== _id)
  if (others.length >= mostProxies) throw new AppError('LimitReached', { limit: mostProxies })
  // Who answers for a child is said where the child is registered.
  if (before?.relation === 'guardian' || relation === 'guardian') throw new AppError('Conflict')
  const [area = null] = person.memberships.filter(isCurrent)
  const line = {
    key: requestId,
    event: 'proxyNamed',
    userId: person._id,
    area,
    by: actor,
    at: now,
    note: nickname,
    about: _id,
  } as const
  return { account: { ...person, proxies: [...others, proxy] }, trail: [line] }
}
