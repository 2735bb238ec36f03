import type { Account } from '@/domain/account/schema'
import { canCallAll, titleIn, titleInThread } from '@/domain/chat/policy'
import type { Message, MessageBody } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import { days } from '@/domain/shared/time'
import type { Call } from '../_runtime/action'
import { beginMediaCheck } from '../_runtime/media'
import { checkText } from '../_runtime/safety'
import type { Store } from '../_runtime/store'
import { appendMessage, type NewMessage } from './append-message'
import type { Group } from './find-group'
import { keepPace } from './newcomer-pace'
import { tellGroup } from './tell-group'

/** What somebody says. */
export interface Saying {
  body: Extract<MessageBody, { kind: 'text' | 'image' | 'voice' }>
  replyTo: Message['replyTo']
  mentions: Message['mentions']
  mentionsAll: boolean
  forwardedFrom: string | null
}

type Speaker = Pick<Call<'chat.send'>, 'actor' | 'log' | 'now' | 'openid' | 'requestId' | 'store'>

/**
 * Says something in a group the caller may write in, and tells its phones. Words are checked first; pictures and
 * voices stand there for their author alone until they have passed.
 * @throws AppError ContentRejected, LimitReached, Forbidden
 */
export async function say(call: Speaker, group: Group, saying: Saying): Promise<Message> {
  const { actor, log, now, openid, requestId, store } = call
  const { body } = saying
  await keepPace(store, actor, { group, now, requestId })
  if (saying.mentionsAll) await keepToFewCalls(store, actor, group, { now, requestId })
  if (body.kind === 'text') await checkText(body.text, openid, log)
  const message: NewMessage = {
    ...saying,
    _id: requestId,
    groupPath: group.groupPath,
    authorId: actor._id,
    authorName: actor.nickname,
    authorTitle:
      group.kind === 'thread' ? titleInThread(actor, group.order) : titleIn(actor, group.groupPath),
    sentAt: now,
    ...(body.kind === 'text' ? {} : await checkedLater(body, openid, log)),
  }
  const said = await appendMessage(store, message, group.newest)
  checkMine(said, actor, group.groupPath)
  await tellGroup(store, actor, group, true)
  return said
}

const checkedLater = async (
  body: { kind: 'image' | 'voice'; fileId: string },
  openid: string,
  log: Speaker['log'],
): Promise<Pick<Message, 'mediaCheck' | 'traceId'>> => ({
  mediaCheck: 'pending',
  traceId: await beginMediaCheck(body, openid, log),
})

/** A request id that someone else has used, or that went to another group, is no way to read a message. */
export function checkMine(message: Message, actor: Account, groupPath: string): void {
  if (message.authorId !== actor._id || message.groupPath !== groupPath) throw new AppError('Forbidden')
}

/** Calls of everyone that one person makes in a group within a day. */
const callsOfAll = 3
/** Own messages looked at for them. */
const looked = 100

/** @throws AppError Forbidden, LimitReached */
async function keepToFewCalls(
  store: Store,
  actor: Account,
  { groupPath }: Group,
  { now, requestId }: { now: number; requestId: string },
): Promise<void> {
  if (!canCallAll(actor, groupPath)) throw new AppError('Forbidden')
  const mine = await store.messages.find(
    { groupPath, authorId: actor._id },
    { orderBy: ['seq', 'desc'], limit: looked },
  )
  const calls = mine.filter(
    (message) => message.mentionsAll && message._id !== requestId && message.sentAt > now - days(1),
  )
  const oldest = calls[callsOfAll - 1]
  if (oldest) throw new AppError('LimitReached', { limit: callsOfAll, retryAt: oldest.sentAt + days(1) })
}
