import { formerNeighbour } from '@/copy/people'
import { cancelled } from '@/domain/account/forget'
import { areasOfHome, ancestorAt } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { inTransaction } from '../../../_runtime/transaction'
import { endAllRoles } from '../../appointments'
import { findFarewell } from '../../find-farewell'
import { forgetPerson } from '../../forget-person'
import { noteTrail } from '../../trail'

export const cancelAccount = action('account.cancel', {
  load: ({ actor, store }) => findFarewell(store, actor),
  allow: (actor) => actor.state === 'active',
  handle: async (call, { dependents }) => {
    const { actor, log, now, requestId, store, trips } = call
    // Nobody is left without someone who acts for them.
    if (dependents.length > 0) throw new AppError('StillInUse', { what: 'dependents' })
    // Handed over before the account is empty; refuses where nobody else holds the last role of an area.
    await endAllRoles(store, actor, { trips, now, requestId })
    const account = await inTransaction(trips, async ({ accounts }) => {
      const known = await accounts.get(actor._id)
      if (!known) throw new AppError('NotSignedIn')
      const {
        _id,
        createdAt: _createdAt,
        openIds: _openIds,
        ...fields
      } = cancelled(known, formerNeighbour, now)
      await accounts.update(_id, fields)
      return { ...known, ...fields }
    })
    const areas = actor.memberships.flatMap(areasOfHome)
    await Promise.all([
      noteTrail(store, {
        key: requestId,
        event: 'cancelled',
        userId: actor._id,
        by: { _id: actor._id, nickname: formerNeighbour },
        at: now,
      }),
      moveSignals(store, [
        topics.user(actor._id),
        ...areas.map(topics.pending),
        ...areas.filter((path) => ancestorAt(path, 'building') === path).map(topics.chat),
      ]),
    ])
    // The rest is worked off now where it is little, and by the clock where it is much or this dies.
    await forgetPerson({ store, log, now }, account).catch((error: unknown) =>
      log.error('forgetLater', error),
    )
    return {}
  },
})
