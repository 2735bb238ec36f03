import { canView } from '@/domain/order/policy'
import { presentOrder } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { areasInCare, ordersIn } from '../in-care'

/** One reads a page. */
const mostOrders = 50

export const listInCare = action('order.listInCare', {
  load: async ({ actor }) => areasInCare(actor),
  allow: (_actor, areas) => areas.length > 0,
  handle: async ({ actor, store }, areas) => {
    const found = await Promise.all(
      areas.map((path) =>
        store.orders.find(
          { ...ordersIn(path), phase: command.in(['waiting', 'moving']) },
          { orderBy: ['dueKey', 'asc'], limit: mostOrders },
        ),
      ),
    )
    const orders = new Map<string, Order>(found.flat().map((order) => [order._id, order]))
    const items = [...orders.values()]
      .filter((order) => canView(actor, order))
      .sort((a, b) => (a.dueKey < b.dueKey ? -1 : 1))
      .slice(0, mostOrders)
    return { items: items.map((order) => presentOrder(actor, order)) }
  },
})
