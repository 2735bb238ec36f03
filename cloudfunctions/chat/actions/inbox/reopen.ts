import { action } from '../../../_runtime/serve'
import { changeItem, findItem, maySeeTo } from '../../inbox/change-item'

export const reopenItem = action('inbox.reopen', {
  fetch: ({ input, store }) => findItem(store, input.itemId),
  load: async (_call, item) => item,
  allow: maySeeTo,
  handle: async (call, item) => ({ item: await changeItem(call, item, null) }),
})
