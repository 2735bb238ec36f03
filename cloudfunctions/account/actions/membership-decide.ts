import { indexFieldsOf } from '@/domain/account/index-fields'
import { isCaretakerOf } from '@/domain/account/policy'
import type { Membership } from '@/domain/account/schema'
import { ancestorAt, ancestorsOf } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { inTransaction } from '../../_runtime/transaction'

export const decideMembership = action('membership.decide', {
  load: async ({ actor, store, input }) => {
    // Before anything is looked up: "not found" must not tell a stranger where someone does not live.
    if (!isCaretakerOf(actor, input.areaPath)) throw new AppError('Forbidden')
    const account = await store.accounts.get(input.userId)
    const home = account?.memberships.find(isMeant(input))
    if (!home) throw new AppError('NotFound')
    return home
  },
  // Nobody vouches for themselves, however many buildings they look after.
  allow: (actor, home, { userId }) => isCaretakerOf(actor, home.areaPath) && userId !== actor._id,
  handle: async ({ actor, input, now, store, trips }) => {
    const { areaPath, standing, userId } = input
    const meant = isMeant(input)
    await inTransaction(trips, async ({ accounts }) => {
      const account = await accounts.get(userId)
      if (!account) throw new AppError('NotFound')
      const undecided = account.memberships.some((home) => meant(home) && home.standing === 'unconfirmed')
      const alreadySo = account.memberships.some((home) => meant(home) && home.standing === standing)
      if (!undecided && !alreadySo) throw new AppError('Conflict')
      if (!undecided) return
      const memberships = account.memberships.map((home) =>
        meant(home) && home.standing === 'unconfirmed'
          ? { ...home, standing, decidedBy: actor._id, decidedAt: now }
          : home,
      )
      const { homeAt, pendingAt } = indexFieldsOf({ memberships, roles: account.roles })
      await accounts.update(userId, { memberships, homeAt, pendingAt })
    })
    const group = ancestorAt(areaPath, 'building')
    await moveSignals(store, [
      topics.user(userId),
      ...ancestorsOf(areaPath).map(topics.pending),
      ...(group ? [topics.chat(group)] : []),
    ])
    return { userId, standing }
  },
})

/** A flat; phones of an older version name only the area, which then stands for all of someone's flats in it. */
const isMeant =
  ({ areaPath, roomNumber }: { areaPath: string; roomNumber?: string | undefined }) =>
  (home: Membership): boolean =>
    home.areaPath === areaPath && (roomNumber === undefined || home.roomNumber === roomNumber)
