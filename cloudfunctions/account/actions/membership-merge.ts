import { canMerge } from '@/domain/membership/policy'
import { homeTopics } from '@/domain/membership/standing'
import type { Actor } from '@/domain/account/policy'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { carryOver, mergeInto } from '../merge-accounts'

/**
 * Staff make one person of two accounts. Three waits for the accounts themselves; what names the dropped one
 * follows at once as far as one run goes, and by the clock (`timers/actions/wake-accounts.ts`) from there.
 */
export const mergeAccounts = action('membership.merge', {
  fetch: async ({ input, store }) => {
    const [keep, drop] = await Promise.all([
      store.accounts.get(input.keepId),
      store.accounts.get(input.dropId),
    ])
    return { keep, drop }
  },
  load: async ({ actor, input }, { keep, drop }) => {
    if (input.keepId === input.dropId) throw new AppError('BadInput', { where: ['dropId'] })
    if (!keep || !drop) throw new AppError(isStaff(actor) ? 'NotFound' : 'Forbidden')
    return { keep, drop }
  },
  // Nobody decides that they themself are somebody else. Asked again the dropped one has no home any more.
  allow: (actor, { keep, drop }) =>
    actor._id !== keep._id &&
    actor._id !== drop._id &&
    canMerge(actor, keep, drop.mergedInto === keep._id ? keep : drop),
  handle: async ({ actor, input, now, requestId, store, trips }, { drop }) => {
    const { dropId, keepId, reason } = input
    const line = { key: requestId, by: actor, note: reason }
    const kept = await mergeInto(trips, { keepId, dropId, line, now })
    await carryOver(store, trips, { keepId, dropId, now })
    await moveSignals(store, [
      ...homeTopics(keepId, kept.memberships),
      ...homeTopics(dropId, drop.memberships),
    ])
    return {}
  },
})

const isStaff = ({ roles }: Actor): boolean => roles.some(({ role }) => role === 'communityStaff')
