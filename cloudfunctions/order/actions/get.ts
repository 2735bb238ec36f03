import { canView } from '@/domain/order/policy'
import { presentOrder } from '@/domain/order/present'
import { action } from '../../_runtime/serve'
import { findOrder } from '../find-order'

export const getOrder = action('order.get', {
  fetch: ({ store, input }) => findOrder(store, input.orderId),
  load: async (_call, order) => order,
  allow: (actor, order) => canView(actor, order),
  handle: async ({ actor }, order) => ({ order: presentOrder(actor, order) }),
})
