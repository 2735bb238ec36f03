import { careKeysFor } from '@/domain/chat/care'
import { appealKeysFor, canSeeCase } from '@/domain/moderation/policy'
import { appealStates } from '@/domain/moderation/schema'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { presentCase } from '../../moderation/present-case'

export const listCases = action('moderation.list', {
  load: async ({ actor }) => {
    const cared = careKeysFor(actor)
    const isCaretaker = cared.length > 0
    return { keys: [...new Set([...cared, ...appealKeysFor(actor)])], isCaretaker }
  },
  // Who looks after no group, nor judges appeals, has none of them.
  allow: () => true,
  handle: async ({ actor, input, now, store }, { keys, isCaretaker }) => {
    if (keys.length === 0) return { items: [], nextCursor: null }
    // What one said oneself stands in `moderation.mine`; that it was reported not even a cursor tells.
    const others = command.nin([actor._id])
    const where = {
      careKeys: command.in(keys),
      isOpen: input.view === 'open',
      'author.userId': others,
      ...(isCaretaker ? {} : { state: command.in([...appealStates]) }),
    }
    const page = await store.cases.page(where, 'openedKey', 'desc', input)
    const mine = page.items.filter((one) => canSeeCase(actor, one))
    return { items: mine.map((one) => presentCase(actor, one, now)), nextCursor: page.nextCursor }
  },
})
