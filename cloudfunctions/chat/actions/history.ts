import { canReadGroup } from '@/domain/chat/policy'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { presentMessage } from '../present-message'

export const history = action('chat.history', {
  load: async () => null,
  allow: (actor, _subject, { groupPath }) => canReadGroup(actor, groupPath),
  handle: async ({ actor, input, store }) => {
    const { groupPath, before, after, limit } = input
    const isCatchingUp = after !== null
    const bound = isCatchingUp
      ? { seq: command.gt(after) }
      : before !== null
        ? { seq: command.lt(before) }
        : {}
    const found = await store.messages.find(
      { groupPath, ...bound },
      { orderBy: ['seq', isCatchingUp ? 'asc' : 'desc'], limit: limit + 1 },
    )
    const messages = found.slice(0, limit)
    if (!isCatchingUp) messages.reverse()
    return { items: messages.map((message) => presentMessage(actor, message)), hasMore: found.length > limit }
  },
})
