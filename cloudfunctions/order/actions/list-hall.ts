import { fitOf, loadAtHand } from '@/domain/order/fit'
import { can } from '@/domain/order/policy'
import { presentOrder } from '@/domain/order/present'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { communitiesOf } from '../communities'

/** The hall of my communities, as far as it is for me: what I can do, when I can, for whom I would go. */
export const listHall = action('order.listHall', {
  load: async ({ actor }) => communitiesOf(actor, 'volunteer'),
  allow: (_actor, communities) => communities.length > 0,
  handle: async ({ actor, input, now, store }, communities) => {
    const where = { communityPath: command.in(communities), 'offer.kind': 'hall' }
    const { items, nextCursor } = await store.orders.page(where, 'dueKey', 'asc', input)
    const fitting = items
      .filter((order) => can(actor, 'accept', order))
      .map((order) => ({ order, fit: fitOf(order, actor, loadAtHand(order, actor), now) }))
      // At one's bound the hall still shows what there is: the button says why it waits.
      .filter(({ fit }) => fit.isEligible || fit.reasons.includes('atCap'))
    return {
      items: fitting.map(({ order, fit }) => ({ order: presentOrder(actor, order), reasons: fit.reasons })),
      nextCursor,
    }
  },
})
