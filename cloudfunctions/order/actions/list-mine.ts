import { action } from '../../_runtime/serve'
import { presentPage } from '../present-page'

export const listMine = action('order.listMine', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, input, store }) =>
    presentPage(actor, await store.orders.page({ requesterId: actor._id }, 'createdKey', 'desc', input)),
})
