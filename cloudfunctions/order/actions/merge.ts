import { couldEver, isDispatcher } from '@/domain/order/policy'
import { AppError } from '@/domain/shared/errors'
import { checkText } from '../../_runtime/safety'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { carryOut } from '../carry-out'
import { findOrder } from '../find-order'

/** Into another order for the same trouble; those it was for follow that one from now on. */
export const mergeOrder = action('order.merge', {
  fetch: async ({ store, input }) => {
    const [order, target] = await Promise.all([
      findOrder(store, input.orderId),
      findOrder(store, input.intoId),
    ])
    return { order, target }
  },
  load: async (_call, found) => found,
  allow: (actor, { order, target }) => couldEver(actor, 'merge', order) && isDispatcher(actor, target),
  handle: async (call, { order, target }) => {
    const { intoId, note } = call.input
    if (order._id === intoId) throw new AppError('BadInput', { where: ['intoId'] })
    if (target.phase === 'done') throw new AppError('Conflict', { status: target.status })
    await checkText(note, call.openid, call.log)
    // Followers first: should this end between the two, the one left open is the one that is seen.
    const followers = [...order.helpedIds, ...order.followerIds].filter(
      (id) => !target.helpedIds.includes(id),
    )
    if (followers.length > 0) {
      const followerIds = command.addToSet({ $each: followers })
      await call.store.orders.update({ _id: intoId }, {}, { followerIds, version: command.inc(1) })
    }
    return carryOut(call, order, 'merge', { intoId, note })
  },
})
