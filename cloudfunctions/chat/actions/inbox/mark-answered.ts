import { refOf } from '@/domain/shared/person'
import { action } from '../../../_runtime/serve'
import { changeItem, findItem, maySeeTo } from '../../inbox/change-item'

export const markAnswered = action('inbox.markAnswered', {
  fetch: ({ input, store }) => findItem(store, input.itemId),
  load: async (_call, item) => item,
  allow: maySeeTo,
  handle: async (call, item) => ({
    item: await changeItem(call, item, { by: refOf(call.actor), at: call.now, seq: null }),
  }),
})
