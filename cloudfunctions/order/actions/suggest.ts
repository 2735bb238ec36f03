import { isDispatcher } from '@/domain/order/policy'
import { action } from '../../_runtime/serve'
import { findOrder } from '../find-order'
import { findRecentWork, findHelpers, shortlist, suggestionsFor } from '../helpers'

/** Suggestions shown, and how many are looked at closely for them. */
const most = { shown: 20, close: 40 }

export const suggestVolunteers = action('order.suggest', {
  fetch: ({ store, input }) => findOrder(store, input.orderId),
  load: async (_call, order) => order,
  allow: (actor, order) => isDispatcher(actor, order),
  handle: async ({ now, store }, order) => {
    const volunteers = shortlist(order, await findHelpers(store, order), now, most.close)
    const work = await findRecentWork(store, volunteers, now)
    return { items: suggestionsFor(order, volunteers, work, now).slice(0, most.shown) }
  },
})
