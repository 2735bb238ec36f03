import type { Account } from '@/domain/account/schema'
import { titleIn, titleInThread } from '@/domain/chat/policy'
import type { Message, SaidBody } from '@/domain/chat/schema'
import { askAgainAt } from '@/domain/media/pace'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../_runtime/action'
import { beginMediaCheck } from '../_runtime/media'
import { checkText } from '../_runtime/safety'
import type { Store } from '../_runtime/store'
import { appendMessage, type NewMessage } from './append-message'
import { keepToFewCalls } from './calls-of-all'
import { beginGroup, type Group } from './find-group'
import { ruleAgainst } from './keep-rules'
import { keepPace, notePace } from './newcomer-pace'
import { tellGroup } from './tell-group'

/** What somebody says. */
export interface Saying {
  body: SaidBody
  replyTo: Message['replyTo']
  mentions: Message['mentions']
  forwardedFrom: string | null
  /** Where everyone is called: what called everyone in this group within the last day. */
  earlierCalls: readonly Message[] | null
  /** Puts it at the end of the log in a way of its own, once per request id. */
  append?: (line: NewMessage) => Promise<Message>
  /** What else there is to do once it is said, at the same time as the group is told; done again after a retry. */
  alongside?: (message: Message) => Promise<unknown>
}

type Speaker = Pick<
  Call<'chat.send' | 'chat.forward'>,
  'actor' | 'log' | 'now' | 'openid' | 'requestId' | 'store'
>

/**
 * Says something in a group that the caller reads, and tells its phones. Words are checked first; pictures and
 * voices stand there for their author alone until they have passed.
 * @throws AppError ContentRejected, LimitReached (see `keepRules`), Forbidden, NotFound; Conflict where the thread is closed
 */
export async function say(call: Speaker, group: Group, saying: Saying): Promise<Message> {
  const { actor, log, now, openid, requestId, store } = call
  const { alongside, append = atTheEnd(store, group), earlierCalls, ...said } = saying
  const broken = ruleAgainst(actor, group, now)
  if (broken) return saidBefore(store, actor, { requestId, group, broken })
  if (group.newest === 0) beginGroup(actor, group)
  keepPace(actor, { group, now, requestId })
  if (earlierCalls) keepToFewCalls(actor, group, { earlierCalls, requestId })
  const { body } = said
  if (body.kind === 'text') await checkText(body.text, openid, log)
  const message = await append({
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
  })
  checkMine(message, actor, group)
  await Promise.all([
    tellGroup(store, actor, group, true),
    notePace(store, actor, group, message),
    alongside?.(message),
  ])
  return message
}

const atTheEnd =
  (store: Store, { newest }: Group): NonNullable<Saying['append']> =>
  (line) =>
    appendMessage(store, line, newest)

async function checkedLater(
  body: Exclude<SaidBody, { kind: 'text' }>,
  { log, now, openid }: Speaker,
): Promise<Pick<Message, 'mediaCheck' | 'traceId' | 'recheckAt'>> {
  const traceId = await beginMediaCheck(body, openid, log)
  return { mediaCheck: 'pending', traceId, recheckAt: askAgainAt({ traceId, since: now, now }) }
}

/** What was said before the thread closed, or before its author had to pause, is answered as it was then. */
async function saidBefore(
  store: Store,
  actor: Account,
  { requestId, group, broken }: { requestId: string; group: Group; broken: AppError },
): Promise<Message> {
  const said = await store.messages.get(requestId)
  if (!said) throw broken
  checkMine(said, actor, group)
  return said
}

/** A request id that someone else has used, or that went to another group, is no way to read a message. */
function checkMine(message: Message, actor: Account, { groupPath }: Group): void {
  if (message.authorId !== actor._id || message.groupPath !== groupPath) throw new AppError('Forbidden')
}
