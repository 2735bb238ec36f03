import { isCurrent } from '@/domain/account/index-fields'
import { canSetLease } from '@/domain/membership/policy'
import { homeTopics, isMeant } from '@/domain/membership/standing'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { changeAccount } from '../change-account'
import { findHome } from '../home-of'

/** When a tenancy ends: from that moment it opens nothing, even before the clock has written so. Three waits. */
export const setLease = action('membership.setLease', {
  fetch: ({ input, store }) => store.accounts.get(input.userId),
  load: async ({ actor, input }, person) => findHome(actor, person, input),
  allow: (actor, home, { until, userId }) => canSetLease(actor, userId, home, until),
  handle: async ({ actor, input, now, requestId, store, trips }, known) => {
    const { until, userId } = input
    if (until !== null && until <= now) throw new AppError('BadInput', { where: ['until'] })
    const meant = isMeant(input)
    await changeAccount(trips, userId, now, (account) => {
      const home = account.memberships.find((held) => meant(held) && isCurrent(held))
      if (!home) throw new AppError('NotFound')
      // Somebody else may have said so in the same instant.
      if (!canSetLease(actor, userId, home, until)) throw new AppError('Forbidden')
      const leaseBy = home.leaseBy ?? (actor._id === userId ? null : actor._id)
      if (home.until === until && home.leaseBy === leaseBy) return null
      const memberships = account.memberships.map((held) =>
        held === home ? { ...held, until, leaseBy } : held,
      )
      const line = { key: requestId, event: 'leaseSet', userId, area: home, by: actor, at: now } as const
      return { account: { ...account, memberships }, trail: [line] }
    })
    await moveSignals(store, homeTopics(userId, [known]))
    return {}
  },
})
