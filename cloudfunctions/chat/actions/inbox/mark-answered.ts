import { refOf } from '@/domain/shared/person'
import { action } from '../../../_runtime/serve'
import { changeItem, findItem, maySeeTo } from '../../inbox/change-item'

export const markAnswered = action('inbox.markAnswered', {
  fetch: ({ input, store }) => findItem(store, input.itemId),
  load: async (_call, item) => item,
  allow: maySeeTo,
  handle: async ({ actor, now, store }, item) => ({
    item: await changeItem(store, item, { by: refOf(actor), at: now, seq: null }),
  }),
})
