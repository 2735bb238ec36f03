import { canViewInternal, couldEver } from '@/domain/order/policy'
import { checkText } from '../../_runtime/safety'
import { action } from '../../_runtime/serve'
import { carryOut } from '../carry-out'
import { findOrder } from '../find-order'

/** A note to all who take part, or one among staff. */
export const remarkOrder = action('order.remark', {
  fetch: ({ store, input }) => findOrder(store, input.orderId),
  load: async (_call, order) => order,
  allow: (actor, order, { isInternal }) =>
    couldEver(actor, 'remark', order) && (!isInternal || canViewInternal(actor, order)),
  handle: async (call, order) => {
    const { note, isInternal } = call.input
    await checkText(note, call.openid, call.log)
    return carryOut(call, order, 'remark', { note, isInternal })
  },
})
