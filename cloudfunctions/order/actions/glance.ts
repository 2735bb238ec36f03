import { canView } from '@/domain/order/policy'
import { action } from '../../_runtime/serve'

/** How orders stand, for the cards in a chat: as an order's page tells it, and nothing of those one may not see. */
export const glanceAtOrders = action('order.glance', {
  fetch: ({ input, store }) => store.orders.getMany(input.orderIds),
  load: async (_call, orders) => orders,
  allow: () => true,
  handle: async ({ actor }, orders) => ({
    items: orders
      .filter((order) => canView(actor, order))
      .map(({ _id, status, phase, service, takers }) => ({
        _id,
        status,
        phase,
        serviceName: service.name,
        takerNames: takers.map(({ name }) => name),
      })),
  }),
})
