import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { findGroup, mayRead } from '../find-group'
import { presentMessage } from '../present-message'

export const getMessages = action('chat.get', {
  fetch: async ({ input, store }) => {
    const { groupPath, seqs } = input
    const [group, messages] = await Promise.all([
      findGroup(store, groupPath),
      store.messages.find(
        { groupPath, seq: command.in([...new Set(seqs)]) },
        { orderBy: ['seq', 'asc'], limit: seqs.length },
      ),
    ])
    return { group, messages }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, { group }) => mayRead(actor, group),
  handle: async ({ actor, now }, { messages }) => ({
    items: messages.filter(({ isLine }) => isLine).map((message) => presentMessage(actor, message, now)),
  }),
})
