import type { Account } from '@/domain/account/schema'
import { canWriteThread, titleIn, titleInThread } from '@/domain/chat/policy'
import type { Message, SaidBody } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../_runtime/action'
import { beginMediaCheck } from '../_runtime/media'
import { checkText } from '../_runtime/safety'
import type { Store } from '../_runtime/store'
import { appendMessage } from './append-message'
import { keepToFewCalls } from './calls-of-all'
import { beginGroup, type Group } from './find-group'
import { askAgainAt } from './media-pace'
import { keepPace } from './newcomer-pace'
import { tellGroup } from './tell-group'

/** What somebody says. */
export interface Saying {
  body: SaidBody
  replyTo: Message['replyTo']
  mentions: Message['mentions']
  forwardedFrom: string | null
  /** Where everyone is called: what called everyone in this group within the last day. */
  earlierCalls: readonly Message[] | null
}

type Speaker = Pick<
  Call<'chat.send' | 'chat.forward'>,
  'actor' | 'log' | 'now' | 'openid' | 'requestId' | 'store'
>

/**
 * Says something in a group that the caller reads, and tells its phones. Words are checked first; pictures and
 * voices stand there for their author alone until they have passed. What was said before a thread closed is answered
 * as it was then.
 * @throws AppError ContentRejected, LimitReached, Forbidden, NotFound; Conflict where the thread is closed
 */
export async function say(call: Speaker, group: Group, saying: Saying): Promise<Message> {
  const { actor, log, now, openid, requestId, store } = call
  const { earlierCalls, ...said } = saying
  if (isClosed(actor, group, now)) return saidBefore(store, actor, { requestId, group })
  if (group.newest === 0) await beginGroup(store, actor, group)
  await keepPace(store, actor, { group, now, requestId })
  if (earlierCalls) keepToFewCalls(actor, group, { earlierCalls, requestId })
  const { body } = said
  if (body.kind === 'text') await checkText(body.text, openid, log)
  const message = await appendMessage(
    store,
    {
      ...said,
      _id: requestId,
      groupPath: group.groupPath,
      authorId: actor._id,
      authorName: actor.nickname,
      authorAvatar: actor.avatarFileId,
      authorTitle:
        group.kind === 'thread' ? titleInThread(actor, group.order) : titleIn(actor, group.groupPath),
      mentionsAll: earlierCalls !== null,
      sentAt: now,
      ...(body.kind === 'text' ? {} : await checkedLater(body, call)),
    },
    group.newest,
  )
  checkMine(message, actor, group)
  await tellGroup(store, actor, group, true)
  return message
}

async function checkedLater(
  body: Exclude<SaidBody, { kind: 'text' }>,
  { log, now, openid }: Speaker,
): Promise<Pick<Message, 'mediaCheck' | 'traceId' | 'recheckAt'>> {
  const traceId = await beginMediaCheck(body, openid, log)
  return { mediaCheck: 'pending', traceId, recheckAt: askAgainAt({ traceId, sentAt: now, now }) }
}

const isClosed = (actor: Account, group: Group, now: number): boolean =>
  group.kind === 'thread' && !canWriteThread(actor, group.order, now)

async function saidBefore(
  store: Store,
  actor: Account,
  { requestId, group }: { requestId: string; group: Group },
): Promise<Message> {
  const said = await store.messages.get(requestId)
  if (!said) throw new AppError('Conflict')
  checkMine(said, actor, group)
  return said
}

/** A request id that someone else has used, or that went to another group, is no way to read a message. */
function checkMine(message: Message, actor: Account, { groupPath }: Group): void {
  if (message.authorId !== actor._id || message.groupPath !== groupPath) throw new AppError('Forbidden')
}
