import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { communitiesOf } from '../communities'
import { presentPage } from '../present-page'

export const listDesk = action('order.listDesk', {
  load: async ({ actor }) => communitiesOf(actor, 'communityStaff'),
  allow: (_actor, communities) => communities.length > 0,
  handle: async ({ actor, input, store }, communities) => {
    const where = { communityPath: command.in(communities), phase: input.view }
    const page =
      input.view === 'done'
        ? store.orders.page(where, 'createdKey', 'desc', input)
        : store.orders.page(where, 'dueKey', 'asc', input)
    return presentPage(actor, await page)
  },
})
