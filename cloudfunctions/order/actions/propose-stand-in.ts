import { couldEver } from '@/domain/order/policy'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { carryOut } from '../carry-out'
import { findOrder } from '../find-order'
import { checkVolunteer } from './dispatch'

export const proposeStandIn = action('order.proposeStandIn', {
  fetch: async ({ store, input }) => {
    const [order, standIn] = await Promise.all([
      findOrder(store, input.orderId),
      store.accounts.get(input.volunteerId),
    ])
    return { order, standIn }
  },
  load: async (_call, found) => found,
  allow: (actor, { order }) => couldEver(actor, 'proposeStandIn', order),
  handle: async (call, { order, standIn }) => {
    checkVolunteer(standIn ?? undefined, order, call.now)
    if (order.takerIds.includes(standIn?._id ?? ''))
      throw new AppError('BadInput', { where: ['volunteerId'] })
    const named = { userId: call.input.volunteerId, name: standIn?.nickname ?? '' }
    return carryOut(call, order, 'proposeStandIn', { standIn: named })
  },
})
