import { careKeysFor } from '@/domain/chat/care'
import { canModerate } from '@/domain/chat/policy'
import { waitingFor } from '../../inbox/waiting'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'

export const listInbox = action('inbox.list', {
  load: async ({ actor }) => careKeysFor(actor),
  allow: () => true,
  handle: async ({ actor, input, now, store }, keys) => {
    if (keys.length === 0) return { items: [], nextCursor: null }
    const isOpen = input.view === 'open'
    const where = isOpen ? waitingFor(actor, keys, now) : { careKeys: command.in(keys), isOpen }
    const page = await store.inbox.page(where, 'askedKey', isOpen ? 'asc' : 'desc', input)
    return {
      items: page.items.filter(({ groupPath }) => canModerate(actor, groupPath)),
      nextCursor: page.nextCursor,
    }
  },
})
