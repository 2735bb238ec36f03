import { isCurrent } from '@/domain/account/index-fields'
import { standingAt } from '@/domain/account/policy'
import { actsFor, canNameProxy } from '@/domain/resident/policy'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { changeAccount } from '../change-account'

/** Somebody acts for a person no longer; asked again it has happened already. Three waits. */
export const endProxy = action('resident.endProxy', {
  fetch: ({ input, store }) => store.accounts.get(input.userId),
  load: async ({ now }, person) => {
    if (!person) throw new AppError('NotFound')
    return standingAt(person, now)
  },
  // Whoever acts for somebody may also stop.
  allow: (actor, person, { proxyId }) =>
    canNameProxy(actor, person) || (actor._id === proxyId && actsFor(actor, person)),
  handle: async ({ actor, input, now, requestId, store, trips }) => {
    const { proxyId, userId } = input
    await changeAccount(trips, userId, now, (person) => {
      const proxy = person.proxies.find((one) => one.userId === proxyId)
      if (!proxy) return null
      // A child without anybody who answers for it can't be.
      if (person.guardianId === proxyId) throw new AppError('GuardianNeeded')
      const proxies = person.proxies.filter((one) => one !== proxy)
      const [area = null] = person.memberships.filter(isCurrent)
      const line = {
        key: requestId,
        event: 'proxyEnded',
        userId,
        area,
        by: actor,
        at: now,
        note: proxy.name,
        about: proxyId,
      } as const
      return { account: { ...person, proxies }, trail: [line] }
    })
    await moveSignals(store, [topics.user(userId), topics.user(proxyId)])
    return {}
  },
})
