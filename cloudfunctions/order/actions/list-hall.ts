import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { communitiesOf } from '../communities'
import { presentPage } from '../present-page'

export const listHall = action('order.listHall', {
  load: async ({ actor }) => communitiesOf(actor, 'volunteer'),
  allow: (_actor, communities) => communities.length > 0,
  handle: async ({ actor, input, store }, communities) => {
    const where = { communityPath: command.in(communities), 'offer.kind': 'hall' }
    return presentPage(actor, await store.orders.page(where, 'dueKey', 'asc', input))
  },
})
