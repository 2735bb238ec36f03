import { canView } from '@/domain/order/policy'
import { presentOrder } from '@/domain/order/present'
import { action } from '../../_runtime/serve'
import { findOrder } from '../find-order'

export const getOrder = action('order.get', {
  load: ({ store, input }) => findOrder(store, input.orderId),
  allow: canView,
  handle: async ({ actor }, order) => ({ order: presentOrder(actor, order) }),
})
