import { isCurrent } from '@/domain/account/index-fields'
import { standingAt } from '@/domain/account/policy'
import { canRemove } from '@/domain/membership/policy'
import { ended, homeTopics, isMeant } from '@/domain/membership/standing'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { changeAccount } from '../change-account'
import { markFormer } from '../former-neighbour'
import { leaveRoles } from '../leave-roles'
import { findHome } from '../home-of'

/** Someone no longer lives there, say those who look after the place. Three waits. */
export const removeNeighbour = action('membership.remove', {
  fetch: ({ input, store }) => store.accounts.get(input.userId),
  load: async ({ actor, input, now }, person) => ({
    home: findHome(actor, person, input),
    person: person && standingAt(person, now),
  }),
  allow: (actor, { home, person }) => person !== null && canRemove(actor, person, home),
  handle: async (call, { home: known }) => {
    const { actor, input, now, requestId, store, trips } = call
    const { reason, userId } = input
    const meant = isMeant(input)
    const account = await changeAccount(trips, userId, now, (found) => {
      const home = found.memberships.find((held) => meant(held) && isCurrent(held))
      if (!home) {
        if (found.memberships.some((held) => meant(held) && held.standing === 'removed')) return null
        throw new AppError('NotFound')
      }
      const memberships = found.memberships.map((held) =>
        held === home ? ended(held, 'removed', { at: now, by: actor._id, reason }) : held,
      )
      const line = {
        key: requestId,
        event: 'removed',
        userId,
        area: home,
        by: actor,
        at: now,
        note: reason,
      } as const
      return { account: { ...found, memberships }, trail: [line] }
    })
    await Promise.all([
      moveSignals(store, homeTopics(userId, [known])),
      leaveRoles(call, account, account.memberships.filter(meant).at(-1)),
      markFormer(store, account, account.memberships.filter(meant).at(-1)),
    ])
    return {}
  },
})
