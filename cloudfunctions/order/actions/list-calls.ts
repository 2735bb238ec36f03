import { isCaretakerAt, isStaffOf } from '@/domain/account/policy'
import { callsOf } from '@/domain/order/calls'
import { action } from '../../_runtime/serve'
import { areasInCare, ordersIn } from '../in-care'
import { findUnreached } from './numbers/count-morning'

/** Orders looked at in each area, the newest first. */
const looked = 200

export const listCalls = action('order.listCalls', {
  load: async ({ actor }) => areasInCare(actor),
  allow: (_actor, areas) => areas.length > 0,
  handle: async ({ actor, store }, areas) => {
    const found = await Promise.all(areas.map((path) => findUnreached(store, ordersIn(path), looked)))
    const orders = new Map(found.flat().map((order) => [order._id, order]))
    const mine = [...orders.values()]
      .filter((order) => isCaretakerAt(actor, order) || isStaffOf(actor, order.communityPath))
      .sort((a, b) => (a.createdKey > b.createdKey ? -1 : 1))
    return { calls: callsOf(mine.slice(0, looked)) }
  },
})
