import { canAvoid } from '@/domain/order/policy'
import { beneficiaryIdOf } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
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
    const avoids = [...new Set([...actor.volunteer.avoids, userId])]
    if (avoids.length > most) throw new AppError('LimitReached', { limit: most })
    await store.accounts.update({ _id: actor._id }, { volunteer: { ...actor.volunteer, avoids } })
    return {}
  },
})
