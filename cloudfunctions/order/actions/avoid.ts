import { canAvoid } from '@/domain/order/policy'
import { beneficiaryIdOf } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { findOrder } from '../find-order'

/** As many as someone may keep away from. */
const most = 50

export const avoidOrder = action('order.avoid', {
  fetch: ({ store, input }) => findOrder(store, input.orderId),
  load: async (_call, order) => order,
  allow: (actor, order) => canAvoid(actor, order),
  handle: async ({ actor, store }, order) => {
    // Where they were helped through somebody else it is the one at that door who is meant.
    const userId = beneficiaryIdOf(order) ?? order.requesterId
    if (actor.volunteer.avoids.includes(userId)) return {}
    // Added where it lies, and only while there is room: others may be added, or the profile saved, at this moment.
    const hasRoom = { _id: actor._id, [`volunteer.avoids.${most - 1}`]: command.exists(false) }
    const avoids = { 'volunteer.avoids': command.addToSet(userId) }
    if ((await store.accounts.update(hasRoom, {}, avoids)) === 1) return {}
    const known = await store.accounts.get(actor._id)
    if (!known?.volunteer.avoids.includes(userId)) throw new AppError('LimitReached', { limit: most })
    return {}
  },
})
