import { toPersonCard } from '@/domain/account/schema'
import { fitOf, loadAtHand } from '@/domain/order/fit'
import { can, isHelped } from '@/domain/order/policy'
import { action } from '../../_runtime/serve'
import { findOrder } from '../find-order'
import { findHelpers } from '../helpers'

/** As many as one looks through. */
const shown = 20

export const listStandIns = action('order.listStandIns', {
  fetch: ({ store, input }) => findOrder(store, input.orderId),
  load: async (_call, order) => order,
  allow: (actor, order) => can(actor, 'proposeStandIn', order),
  handle: async ({ now, store }, order) => {
    const volunteers = await findHelpers(store, order, now)
    const fitting = volunteers
      .filter((helper) => !isHelped(helper, order) && !order.takerIds.includes(helper._id))
      .map((helper) => ({
        helper,
        fit: fitOf(order, helper, loadAtHand(order, helper), now),
      }))
      .filter(({ fit }) => fit.isEligible)
      .sort((a, b) => b.fit.score - a.fit.score || a.helper._id.localeCompare(b.helper._id))
    return { items: fitting.slice(0, shown).map(({ helper }) => toPersonCard(helper)) }
  },
})
