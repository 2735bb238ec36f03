import type { Account } from '@/domain/account/schema'
import { canReadGroup, canWriteThread } from '@/domain/chat/policy'
import type { Message } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { excerptOf } from '../excerpt'
import { findGroup, mayRead, type Group } from '../find-group'
import { presentMessage } from '../present-message'
import { checkMine, say, type Saying } from '../say'

export const sendMessage = action('chat.send', {
  fetch: async ({ input, store }) => {
    const { groupPath, replyTo, mentionIds } = input
    const [group, answered, called] = await Promise.all([
      findGroup(store, groupPath),
      replyTo === null ? null : store.messages.findOne({ groupPath, seq: replyTo }),
      store.accounts.getMany(mentionIds),
    ])
    return { group, answered, called }
  },
  load: async (_call, fetched) => fetched,
  // Who reads a group writes in it; a thread that is closed says so by itself.
  allow: (actor, { group }) => mayRead(actor, group),
  handle: async (call, { group, answered, called }) => {
    const { actor, input, now, requestId, store } = call
    if (isClosed(actor, group, now))
      return answerAgain(store, actor, { requestId, groupPath: group.groupPath, now })
    const message = await say(call, group, {
      body: input.body as Saying['body'],
      replyTo: answered && quoteOf(answered),
      mentions: called
        .filter((person) => isIn(person, group))
        .map(({ _id, nickname }) => ({ userId: _id, name: nickname })),
      mentionsAll: input.mentionsAll,
      forwardedFrom: null,
    })
    return { message: presentMessage(actor, message, now) }
  },
})

const isClosed = (actor: Account, group: Group, now: number): boolean =>
  group.kind === 'thread' && !canWriteThread(actor, group.order, now)

/** Calling somebody who doesn't read the group would tell them nothing, and the group that they exist. */
const isIn = (person: Account, group: Group): boolean =>
  group.kind === 'thread' ? mayRead(person, group) : canReadGroup(person, group.groupPath)

const quoteOf = (message: Message): Message['replyTo'] => ({
  seq: message.seq,
  authorId: message.authorId,
  name: message.authorName,
  excerpt: excerptOf(message),
})

/**
 * What was said before the thread closed is answered as it was then.
 * @throws AppError Conflict where nothing was
 */
async function answerAgain(
  store: Store,
  actor: Account,
  { requestId, groupPath, now }: { requestId: string; groupPath: string; now: number },
) {
  const said = await store.messages.get(requestId)
  if (!said) throw new AppError('Conflict')
  checkMine(said, actor, groupPath)
  return { message: presentMessage(actor, said, now) }
}
