import { recallWithin } from '@/domain/chat/contract'
import { isSaid } from '@/domain/chat/policy'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { findGroup, mayRead } from '../find-group'
import { findMessage } from '../find-message'
import { dropLateQuotes, hideMessage, quotesOf } from '../hide-message'
import { inLog } from '../in-log'
import { dropFromInbox } from '../inbox/items'
import { presentMessage } from '../present-message'
import { tellGroup } from '../tell-group'

export const recallMessage = action('chat.recall', {
  fetch: async ({ input, store }) => {
    const { groupPath, seq } = input
    const [group, message, quotes] = await Promise.all([
      findGroup(store, groupPath),
      findMessage(store, groupPath, seq),
      quotesOf(store, groupPath, seq),
    ])
    return { group, message, quotes }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, { group, message }) =>
    mayRead(actor, group) && message.authorId === actor._id && isSaid(message.body),
  handle: async (call, { group, message, quotes }) => {
    const { actor, now, store } = call
    const isLate = now - message.sentAt >= recallWithin
    if (message.state === 'normal' && isLate) throw new AppError('Conflict')
    const hiding = { state: 'recalled', key: 'recalled', at: now, quotes } as const
    const hidden = await inLog(call, group, async (transaction, write) => {
      const found = await transaction.messages.get(message._id)
      return found?.state === 'recalled' ? found : hideMessage(transaction, write, message, hiding)
    })
    const tell = () => tellGroup(store, actor, group, false)
    await Promise.all([tell(), dropFromInbox(store, hidden), dropLateQuotes(call, message, tell)])
    return { message: presentMessage(actor, { ...message, state: 'recalled' }, now) }
  },
})
