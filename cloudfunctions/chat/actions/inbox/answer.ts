import { answeredFields } from '@/domain/inbox/item'
import type { InboxItem } from '@/domain/inbox/schema'
import type { Message } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import { refOf } from '@/domain/shared/person'
import type { Call } from '../../../_runtime/action'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import type { NewMessage } from '../../append-message'
import { findItem, maySeeTo } from '../../inbox/change-item'
import { quoteOf } from '../../excerpt'
import { findPlaceGroup, type PlaceGroup } from '../../find-group'
import { dropHiddenQuote } from '../../hide-message'
import { inLog } from '../../in-log'
import { inboxTopics } from '../../inbox/items'
import { say } from '../../say'
import { tellGroup } from '../../tell-group'

export const answerItem = action('inbox.answer', {
  fetch: async ({ input, store }) => {
    const [item, question] = await Promise.all([
      findItem(store, input.itemId),
      store.messages.get(input.itemId),
    ])
    if (!question) throw new AppError('NotFound')
    return { item, question }
  },
  load: async (_call, asked) => asked,
  allow: (actor, { item }) => maySeeTo(actor, item),
  handle: async (call, { item, question }) => {
    const { actor, input, store } = call
    const group = await findPlaceGroup(store, item.groupPath)
    let after = item
    await say(call, group, {
      body: { kind: 'text', text: input.text },
      replyTo: quoteOf(question),
      mentions: [],
      forwardedFrom: null,
      earlierCalls: null,
      append: async (line) => {
        const done = await answer(call, group, line)
        after = done.item
        return done.message
      },
      alongside: (said) =>
        Promise.all([
          moveSignals(store, inboxTopics(item.groupPath)),
          dropHiddenQuote(call, said, () => tellGroup(store, actor, group, false)),
        ]),
    })
    return { item: after }
  },
})

interface Answered {
  item: InboxItem
  message: Message
}

/** The reply, and the item that waits no more: both or neither, and only for the first who comes. */
const answer = (call: Call<'inbox.answer'>, group: PlaceGroup, line: NewMessage): Promise<Answered> =>
  inLog(call, group, async (transaction, write) => {
    const { actor, input, now, requestId } = call
    const item = await transaction.inbox.get(input.itemId)
    if (!item) throw new AppError('NotFound')
    const earlier = await transaction.messages.get(requestId)
    if (earlier) return { item, message: mine(earlier, item) }
    if (!item.isOpen) throw new AppError('Conflict', { byName: item.answered?.by.name ?? '' })
    const message = await write(line)
    const fields = answeredFields(item, { by: refOf(actor), at: now, seq: message.seq })
    await transaction.inbox.update(item._id, fields)
    return { item: { ...item, ...fields }, message }
  })

/** A request id under which something else was said answers nothing; whose it is, `say` looks at. */
function mine(message: Message, { groupPath, seq }: InboxItem): Message {
  if (message.groupPath !== groupPath || message.replyTo?.seq !== seq) throw new AppError('Forbidden')
  return message
}
