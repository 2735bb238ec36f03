import { isCurrent } from '@/domain/account/index-fields'
import { ended, homeTopics, isMeant } from '@/domain/membership/standing'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { changeAccount } from '../change-account'
import { markFormer } from '../former-neighbour'
import { leaveRoles } from '../leave-roles'
import { presentMe } from '../present-me'

/** I move out: from this moment nothing of the place opens any more. Three waits. */
export const leaveHome = action('membership.leave', {
  load: async () => null,
  allow: () => true,
  handle: async (call) => {
    const { actor, input, now, requestId, store, trips } = call
    const meant = isMeant(input)
    const account = await changeAccount(trips, actor._id, now, (found) => {
      const home = found.memberships.find((held) => meant(held) && isCurrent(held))
      if (!home) {
        if (found.memberships.some((held) => meant(held) && held.standing === 'left')) return null
        throw new AppError('NotFound')
      }
      const memberships = found.memberships.map((held) =>
        held === home ? ended(held, 'left', { at: now, reason: '' }) : held,
      )
      const line = {
        key: requestId,
        event: 'left',
        userId: found._id,
        area: home,
        by: actor,
        at: now,
      } as const
      return { account: { ...found, memberships }, trail: [line] }
    })
    const left = account.memberships.filter(meant)
    await Promise.all([
      moveSignals(store, homeTopics(actor._id, left)),
      leaveRoles(call, account, left.at(-1)),
      markFormer(store, account, left.at(-1)),
    ])
    return { account: presentMe(account) }
  },
})
