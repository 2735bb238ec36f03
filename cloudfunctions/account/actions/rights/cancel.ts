import { formerNeighbour } from '@/copy/people'
import { cancelled, filesOfPerson } from '@/domain/account/forget'
import type { Account } from '@/domain/account/schema'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../../../_runtime/action'
import { deleteOwnFiles, uploadKeyOf } from '../../../_runtime/own-files'
import { action } from '../../../_runtime/serve'
import { inTransaction } from '../../../_runtime/transaction'
import { endAllRoles } from '../../appointments'
import { keepCharges } from '../../charges'
import { findFarewell } from '../../find-farewell'
import { forgetPerson } from '../../forget-person'
import { rememberRemovals } from '../../removals'
import { trailLine } from '../../trail'

/**
 * Ends an account. Whoever has none any more (the answer to the first request was lost) hears that it is done. Not
 * bound to three waits: the roles, the account and all that names it are worked through one after the other.
 */
export const cancelAccount = action('account.cancel', {
  load: ({ actor, store }) => (actor ? findFarewell(store, actor) : Promise.resolve(null)),
  allow: (actor) => actor === null || actor.state === 'active',
  handle: async (call, found) => {
    const { actor, log, now, requestId, store, trips } = call
    if (!actor || !found) return {}
    // Nobody is left without someone who acts for them, and nobody with a volunteer who has vanished.
    if (found.dependents.length > 0) throw new AppError('StillInUse', { what: 'dependents' })
    if (found.visits > 0) throw new AppError('StillInUse', { what: 'visit' })
    // Handed over before the account is empty; refuses where nobody else holds the last role of an area.
    await endAllRoles(store, actor, { trips, now, requestId })
    await deleteOwnFiles([uploadKeyOf(actor.openid)], filesOfPerson(actor))
    const account = await empty(call, actor)
    // The rest is worked off now where it is little, and by the clock where it is much or this dies.
    await forgetPerson({ store, log, now }, account).catch((error: unknown) =>
      log.error('forgetLater', error),
    )
    return {}
  },
})

/** All at once: nothing tells any more who it was, the openid is free, and the clock knows that there is more to do. */
const empty = ({ now, requestId, trips }: Call<'account.cancel'>, { _id }: Account): Promise<Account> =>
  inTransaction(trips, async (transaction) => {
    const { accounts, trail } = transaction
    const known = await accounts.get(_id)
    if (!known) throw new AppError('NotSignedIn')
    if (known.state === 'cancelled') return known
    await rememberRemovals(transaction, known, now)
    const account = { ...cancelled(known, formerNeighbour, now), uploadKey: uploadKeyOf(known.openid) }
    const { _id: _same, createdAt: _createdAt, openIds: _openIds, ...fields } = account
    await keepCharges(transaction, known, account)
    await accounts.update(_id, fields)
    const by = { _id, nickname: formerNeighbour }
    await trail.insert(trailLine({ key: requestId, event: 'cancelled', userId: _id, by, at: now }))
    return account
  })
