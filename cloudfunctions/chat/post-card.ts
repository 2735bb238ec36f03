import type { Account } from '@/domain/account/schema'
import { titleIn } from '@/domain/chat/policy'
import type { Message, MessageBody } from '@/domain/chat/schema'
import type { PersonRef } from '@/domain/shared/person'
import type { Timestamp } from '@/domain/shared/time'
import type { Store } from '../_runtime/store'
import { appendMessage, type NewMessage } from './append-message'

export interface Card {
  /** What makes it one of a kind: the same card is posted once (`stableId`). */
  id: string
  groupPath: string
  body: MessageBody
  at: Timestamp
  /** Whom it calls. */
  calls?: readonly PersonRef[]
  /** The number of the group's newest message, where the caller has asked for it already. */
  newest?: number
}

type Author = Pick<Account, '_id' | 'nickname' | 'avatarFileId'> & Parameters<typeof titleIn>[0]

/** A card in the name of whoever's doing it is. */
export const cardOf = (author: Author, { id, groupPath, body, at, calls = [] }: Card): NewMessage => ({
  _id: id,
  groupPath,
  authorId: author._id,
  authorName: author.nickname,
  authorAvatar: author.avatarFileId,
  authorTitle: titleIn(author, groupPath),
  body,
  mentions: [...calls],
  sentAt: at,
})

/** Puts a card into a group; the caller moves the group's signal. */
export const postCard = (store: Store, author: Author, card: Card): Promise<Message> =>
  appendMessage(store, cardOf(author, card), card.newest)
