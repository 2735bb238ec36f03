import { careKeysFor } from '@/domain/chat/care'
import { canModerate } from '@/domain/chat/policy'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { presentCase } from '../../moderation/present-case'

export const listCases = action('moderation.list', {
  load: async ({ actor }) => careKeysFor(actor),
  // Who looks after no group has none of them.
  allow: () => true,
  handle: async ({ actor, input, now, store }, keys) => {
    if (keys.length === 0) return { items: [], nextCursor: null }
    // What one said oneself stands in `moderation.mine`; that it was reported not even a cursor tells.
    const others = command.nin([actor._id])
    const where = { careKeys: command.in(keys), isOpen: input.view === 'open', 'author.userId': others }
    const page = await store.cases.page(where, 'openedKey', 'desc', input)
    const mine = page.items.filter((one) => canModerate(actor, one.groupPath))
    return { items: mine.map((one) => presentCase(actor, one, now)), nextCursor: page.nextCursor }
  },
})
