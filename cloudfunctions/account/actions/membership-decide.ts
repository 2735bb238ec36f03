import { isCaretakerOf, standingAt, type Actor } from '@/domain/account/policy'
import type { Account, Membership } from '@/domain/account/schema'
import { canDecline, canVouch } from '@/domain/membership/policy'
import { decided, homeTopics, isMeant } from '@/domain/membership/standing'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../../_runtime/action'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { markBack } from '../former-neighbour'
import { changeAccount, type Change } from '../change-account'
import { removalIdOf } from '../removals'

type DecideCall = Call<'membership.decide'>

/** Leader, staff or a confirmed housemate say whether someone lives there. Three waits. */
export const decideMembership = action('membership.decide', {
  fetch: ({ input, store }) => store.accounts.get(input.userId),
  load: async ({ actor, input, now }, account) => {
    const homes = account?.memberships.filter(isMeant(input)) ?? []
    if (account && homes.length > 0) return { homes, person: standingAt(account, now) }
    // To a stranger "not found" would tell where someone does not live.
    throw new AppError(isCaretakerOf(actor, input.areaPath) ? 'NotFound' : 'Forbidden')
  },
  // Nobody vouches for themselves, however many buildings they look after.
  allow: (actor, { homes, person }, { standing }) =>
    homes.some((home) => mayDecide(actor, person, home, standing)),
  handle: async (call, { homes, person }) => {
    const { input, now, store, trips } = call
    const { standing, userId } = input
    await changeAccount(trips, userId, now, (account) => decide(call, account, person))
    await Promise.all([
      moveSignals(store, homeTopics(userId, homes)),
      ...(standing === 'confirmed' && homes[0]
        ? [
            markBack(store, userId, homes[0]),
            // Somebody has vouched: the building has nothing more to remember.
            store.removals.remove({ _id: removalIdOf(person.openid, homes[0].areaPath) }),
          ]
        : []),
    ])
    return { userId, standing }
  },
})

const mayDecide = (
  actor: Actor,
  person: Pick<Account, '_id' | 'roles'>,
  home: Membership,
  standing: 'confirmed' | 'declined',
): boolean => (standing === 'declined' ? canDecline(actor, person, home) : canVouch(actor, person._id, home))

/** @throws AppError Conflict where others have decided otherwise, or the home is over */
function decide(
  { actor, input, now, requestId }: DecideCall,
  account: Account,
  person: Pick<Account, '_id' | 'roles'>,
): Change {
  const { standing, reason, userId } = input
  const isMine = (home: Membership): boolean =>
    isMeant(input)(home) && mayDecide(actor, person, home, standing)
  const isOpen = (home: Membership): boolean => isMine(home) && home.standing === 'unconfirmed'
  const open = account.memberships.filter(isOpen)
  if (open.length === 0) {
    if (account.memberships.some((home) => isMine(home) && home.standing === standing)) return null
    throw new AppError('Conflict')
  }
  const decision = { by: actor._id, at: now, reason }
  const memberships = account.memberships.map((home) =>
    isOpen(home) ? decided(home, standing, decision) : home,
  )
  const trail = open.map((area, n) => ({
    key: `${requestId}-${n}`,
    event: standing,
    userId,
    area,
    by: actor,
    at: now,
    note: standing === 'declined' ? reason : '',
  }))
  return { account: { ...account, memberships }, trail }
}
