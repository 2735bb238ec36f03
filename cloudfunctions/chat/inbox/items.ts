import { asking } from '@/copy/asking'
import type { Account } from '@/domain/account/schema'
import { canModerate, isSaid } from '@/domain/chat/policy'
import type { AuthorTitle, Message } from '@/domain/chat/schema'
import { communityOfGroup } from '@/domain/chat/thread'
import { answeredFields, newItem } from '@/domain/inbox/item'
import { inboxKindOf, isQuestion } from '@/domain/inbox/question'
import type { InboxItem } from '@/domain/inbox/schema'
import { refOf } from '@/domain/shared/person'
import { topics } from '@/domain/signal/topics'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import type { Store } from '../../_runtime/store'
import type { Transaction } from '../../_runtime/transaction'
import type { Group } from '../find-group'
import { nameOfGroup } from '../name-of-group'

/** What has to be told to those who look after a group, beside the group itself. */
export function inboxTopics(groupPath: string): string[] {
  const community = communityOfGroup(groupPath)
  return community === null ? [] : [topics.inbox(community)]
}

interface Said {
  readonly group: Group
  readonly message: Message
  /** What it replies to. */
  readonly replied: Message | null
  /** Those it calls by name. */
  readonly called: readonly Account[]
}

/**
 * What was just said, as the inbox sees it: a neighbour's question, voice or call waits in it, and so does a call from
 * one of those who look after the group to another; a reply by one of them answers what it replies to. One wait, and
 * only where there is something to note.
 */
export async function noteInInbox(store: Store, actor: Account, said: Said): Promise<void> {
  const { group, message, replied } = said
  if (group.kind !== 'place' || message.state !== 'normal') return
  const item = itemOf(actor, said)
  const isAnswer =
    replied !== null &&
    replied.authorId !== actor._id &&
    mayWait(replied) &&
    canModerate(actor, group.groupPath)
  if (!item && !isAnswer) return
  const answered = { by: refOf(actor), at: message.sentAt, seq: message.seq }
  await Promise.all([
    item && store.inbox.addNew(item),
    isAnswer &&
      store.inbox.update(
        { _id: replied._id, isOpen: true },
        { answered, isOpen: false },
        { namedIds: command.addToSet(actor._id) },
      ),
    moveSignals(store, inboxTopics(group.groupPath)),
  ])
}

/** Could it stand in the inbox? */
const mayWait = ({ body, mentions, replyTo }: Message): boolean =>
  isSaid(body) &&
  (mentions.length > 0 ||
    body.kind === 'voice' ||
    (body.kind === 'image' && replyTo !== null) ||
    (body.kind === 'text' && isQuestion(body.text, asking)))

const lookAfter: readonly AuthorTitle[] = ['communityStaff', 'microGridLeader']

/** What it is that waits, unless it is nothing. */
function itemOf(actor: Account, { group, message, replied, called }: Said): InboxItem | null {
  const { body } = message
  if (group.kind !== 'place' || !isSaid(body)) return null
  const isForThem =
    body.kind === 'image' && replied !== null && lookAfter.some((title) => title === replied.authorTitle)
  const isTheirs = canModerate(actor, group.groupPath)
  const isCall = called.some((person) => person._id !== actor._id && canModerate(person, group.groupPath))
  const kind = inboxKindOf(body, { asking, isCall: isCall || (isForThem && !isTheirs), isTheirs })
  return (
    kind &&
    newItem(message, {
      kind,
      groupName: nameOfGroup(group),
      said: body.kind,
      text: body.kind === 'text' ? body.text : '',
      by: refOf(actor),
    })
  )
}

/** It became something, or was dealt with otherwise: nothing waits any more. */
export async function closeItem(
  { inbox }: Pick<Transaction, 'inbox'>,
  messageId: string,
  { by, at }: Omit<NonNullable<InboxItem['answered']>, 'seq'>,
): Promise<void> {
  const item = await inbox.get(messageId)
  if (item?.isOpen) await inbox.update(messageId, answeredFields(item, { by, at, seq: null }))
}

/** A message that its author took back asks nothing any more, and what it said stands nowhere else. One wait at most. */
export async function dropFromInbox(store: Store, message: Message): Promise<void> {
  const { _id, became, groupPath } = message
  const isPromised = became?.kind === 'promise'
  if (!isPromised && !mayWait(message)) return
  await Promise.all([
    store.inbox.remove({ _id }),
    isPromised ? store.promises.update({ _id: became.id }, { question: '' }, { version: command.inc(1) }) : 0,
    moveSignals(store, inboxTopics(groupPath)),
  ])
}
