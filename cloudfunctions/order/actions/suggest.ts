import { isDispatcher } from '@/domain/order/policy'
import { action } from '../../_runtime/serve'
import { findOrder } from '../find-order'
import {
  findFormerHelpers,
  findHelpers,
  findRecentWork,
  findVolunteersById,
  shortlist,
  suggestionsFor,
} from '../helpers'
import { findUnsafeHomes } from '../unsafe-homes'

/** Suggestions shown, and how many are looked at closely for them. */
const most = { shown: 20, close: 40 }

/** Three waits: the order, who might come, and what each has done of late. */
export const suggestVolunteers = action('order.suggest', {
  fetch: ({ store, input }) => findOrder(store, input.orderId),
  load: async (_call, order) => order,
  allow: (actor, order) => isDispatcher(actor, order),
  handle: async ({ now, store }, order) => {
    const [found, formerIds, unsafe] = await Promise.all([
      findHelpers(store, order, now),
      findFormerHelpers(store, order, now),
      findUnsafeHomes(store, [order.communityPath]),
    ])
    const close = shortlist(order, found, now, most.close)
    const closeIds = close.map(({ _id }) => _id)
    const otherIds = formerIds.filter((id) => !closeIds.includes(id))
    const [others, work] = await Promise.all([
      findVolunteersById(store, order.areaPath, otherIds),
      findRecentWork(store, [...closeIds, ...otherIds], now),
    ])
    return { items: suggestionsFor(order, [...close, ...others], { work, unsafe }, now).slice(0, most.shown) }
  },
})
