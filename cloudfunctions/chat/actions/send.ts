import type { Account } from '@/domain/account/schema'
import { canWriteThread, newsFor, titleIn, titleInThread } from '@/domain/chat/policy'
import type { Message } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import { checkText } from '../../_runtime/safety'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import type { Store } from '../../_runtime/store'
import { threadTopics } from '../../order/order-topics'
import { appendMessage } from '../append-message'
import { findGroup, mayRead, type Group } from '../find-group'
import { keepPace } from '../newcomer-pace'
import { presentMessage } from '../present-message'

export const sendMessage = action('chat.send', {
  fetch: ({ input, store }) => findGroup(store, input.groupPath),
  load: async (_call, group) => group,
  // Who reads a group writes in it; a thread that is closed says so by itself.
  allow: (actor, group) => mayRead(actor, group),
  handle: async ({ actor, input, log, now, openid, requestId, store }, group) => {
    const { body, groupPath } = input
    if (isClosed(actor, group, now)) return answerAgain(store, actor, { requestId, groupPath })
    await keepPace(store, actor, { group, now, requestId })
    if (body.kind === 'text') await checkText(body.text, openid, log)
    const message = await appendMessage(
      store,
      {
        _id: requestId,
        groupPath,
        authorId: actor._id,
        authorName: actor.nickname,
        authorTitle: group.kind === 'thread' ? titleInThread(actor, group.order) : titleIn(actor, groupPath),
        body,
        sentAt: now,
      },
      group.kind === 'thread' ? group.newest : undefined,
    )
    checkMine(message, actor, groupPath)
    await tell(store, actor, group)
    return { message: presentMessage(actor, message) }
  },
})

const isClosed = (actor: Account, group: Group, now: number): boolean =>
  group.kind === 'thread' && !canWriteThread(actor, group.order, now)

/** A request id that someone else has used, or that went to another group, is no way to read a message. */
function checkMine(message: Message, actor: Account, groupPath: string): void {
  if (message.authorId !== actor._id || message.groupPath !== groupPath) throw new AppError('Forbidden')
}

/**
 * What was said before the thread closed is answered as it was then.
 * @throws AppError Conflict where nothing was
 */
async function answerAgain(
  store: Store,
  actor: Account,
  { requestId, groupPath }: { requestId: string; groupPath: string },
) {
  const said = await store.messages.get(requestId)
  if (!said) throw new AppError('Conflict')
  checkMine(said, actor, groupPath)
  return { message: presentMessage(actor, said) }
}

/** More people than have a part in any order. */
const mostNews = 120

async function tell(store: Store, actor: Account, group: Group): Promise<void> {
  if (group.kind === 'building') return moveSignals(store, [topics.chat(group.groupPath)])
  const { order } = group
  // Whoever stands there already may have read it this moment: twice does no harm.
  const news = command.push({ each: newsFor(actor, order), slice: -mostNews })
  await Promise.all([
    store.orders.update({ _id: order._id }, {}, { newsFor: news }),
    moveSignals(store, threadTopics(order)),
  ])
}
