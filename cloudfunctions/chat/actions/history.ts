import { readMarkId } from '@/domain/chat/schema'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { findGroup, mayRead } from '../find-group'
import { presentMessage } from '../present-message'

export const history = action('chat.history', {
  fetch: ({ input, store }) => findGroup(store, input.groupPath),
  load: async (_call, group) => group,
  allow: (actor, group) => mayRead(actor, group),
  handle: async ({ actor, input, now, store }, { newest }) => {
    const { groupPath, before, after, limit } = input
    const isCatchingUp = after !== null
    const isOpening = !isCatchingUp && before === null
    // What has changed concerns only phones that hold it already.
    const bound = isCatchingUp
      ? { seq: command.gt(after) }
      : { isLine: true, ...(before === null ? {} : { seq: command.lt(before) }) }
    const [found, mark] = await Promise.all([
      store.messages.find(
        { groupPath, ...bound },
        { orderBy: ['seq', isCatchingUp ? 'asc' : 'desc'], limit: limit + 1 },
      ),
      isOpening ? store.readMarks.get(readMarkId(actor._id, groupPath)) : null,
    ])
    const messages = found.slice(0, limit)
    if (!isCatchingUp) messages.reverse()
    return {
      items: messages.map((message) => presentMessage(actor, message, now)),
      hasMore: found.length > limit,
      ...(isOpening ? { readTo: mark?.seq ?? 0, lastSeq: newest } : {}),
    }
  },
})
