import { asking } from '@/copy/asking'
import type { Account } from '@/domain/account/schema'
import { canModerate } from '@/domain/chat/policy'
import type { Message } from '@/domain/chat/schema'
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
 * What was just said, as the inbox sees it: a neighbour's question or call waits in it, a reply by one of those who
 * look after the group answers what it replies to. One wait, and only where there is something to note.
 */
export async function noteInInbox(store: Store, actor: Account, said: Said): Promise<void> {
  const { group, message, replied } = said
  if (group.kind !== 'place' || message.state !== 'normal') return
  if (!canModerate(actor, group.groupPath)) return noteQuestion(store, actor, said)
  if (!replied || replied.authorId === actor._id || !mayWait(replied)) return
  const answered = { by: refOf(actor), at: message.sentAt, seq: message.seq }
  await Promise.all([
    store.inbox.update(
      { _id: replied._id, isOpen: true },
      { answered, isOpen: false },
      { namedIds: command.addToSet(actor._id) },
    ),
    moveSignals(store, inboxTopics(group.groupPath)),
  ])
}

/** Could it stand in the inbox? */
const mayWait = ({ body, mentions }: Message): boolean =>
  body.kind === 'text' && (mentions.length > 0 || isQuestion(body.text, asking))

async function noteQuestion(store: Store, actor: Account, { group, message, called }: Said): Promise<void> {
  const { body } = message
  if (group.kind !== 'place' || body.kind !== 'text') return
  const isCall = called.some((person) => canModerate(person, group.groupPath))
  const kind = inboxKindOf(body.text, { asking, isCall })
  if (!kind) return
  const item = newItem(message, {
    kind,
    groupName: nameOfGroup(group),
    text: body.text,
    by: refOf(actor),
  })
  await Promise.all([store.inbox.addNew(item), moveSignals(store, inboxTopics(group.groupPath))])
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
