import { recallWithin } from '@/domain/chat/contract'
import { isSaid } from '@/domain/chat/policy'
import type { Message } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { changeMessage } from '../change-message'
import { findGroup, mayRead } from '../find-group'
import { findMessage } from '../find-message'
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
  handle: async ({ actor, now, store, trips }, { group, message, quotes }) => {
    const isLate = now - message.sentAt >= recallWithin
    if (message.state === 'normal' && isLate) throw new AppError('Conflict')
    const recalled = { state: 'recalled', recheckAt: null } as const
    const change = { at: now, newest: group.newest, key: 'recalled' }
    await Promise.all([
      changeMessage({ store, trips }, message, { ...change, fields: recalled }),
      ...quotes.map((quote) =>
        changeMessage({ store, trips }, quote, { ...change, key: 'unquoted', fields: unquoted(quote) }),
      ),
    ])
    await tellGroup(store, actor, group, false)
    return { message: presentMessage(actor, { ...message, ...recalled }, now) }
  },
})

/** Within two minutes not more than these answer one message. */
const mostQuotes = 50

/** What was taken back must not stand on in the answers to it. */
const quotesOf = (store: Store, groupPath: string, seq: number): Promise<Message[]> =>
  store.messages.find({ groupPath, 'replyTo.seq': seq }, { limit: mostQuotes })

const unquoted = ({ replyTo }: Message): Pick<Message, 'replyTo'> => ({
  replyTo: replyTo && { ...replyTo, excerpt: '' },
})
