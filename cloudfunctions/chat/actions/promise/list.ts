import { careKeysFor } from '@/domain/chat/care'
import { canKeep } from '@/domain/promise/policy'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { presentPromise } from '../../promise/present-promise'

export const listPromises = action('promise.list', {
  load: async ({ actor }) => careKeysFor(actor),
  allow: () => true,
  handle: async ({ actor, input, now, store }, keys) => {
    if (keys.length === 0) return { items: [], nextCursor: null }
    const isOpen = input.view === 'open'
    const where = { careKeys: command.in(keys), isOpen }
    const page = await store.promises.page(where, 'dueKey', isOpen ? 'asc' : 'desc', input)
    return {
      items: page.items
        .filter((promise) => canKeep(actor, promise))
        .map((promise) => presentPromise(actor, promise, now)),
      nextCursor: page.nextCursor,
    }
  },
})
