import type { Account } from '@/domain/account/schema'
import { titleIn } from '@/domain/chat/policy'
import { plainMessage, type Message, type MessageBody } from '@/domain/chat/schema'
import type { Notice } from '@/domain/notice/schema'
import type { Timestamp } from '@/domain/shared/time'
import { stableId } from '../../account/stable-id'

/** The card of a notice in a group, and the one of each reminder: each of them once. */
export const noticeCardId = ({ _id, remindedAt }: Notice, groupPath: string): string =>
  stableId('notice-card', _id, groupPath, remindedAt ?? 0)

export const noticeCard = ({ _id, isUrgent, remindedAt, title }: Notice): MessageBody => ({
  kind: 'notice',
  noticeId: _id,
  title,
  isUrgent,
  isReminder: remindedAt !== null,
})

/** The card as it stands in the log of a group. @param seq its number there */
export const noticeMessage = (
  notice: Notice,
  author: Account,
  { at, groupPath, seq }: { at: Timestamp; groupPath: string; seq: number },
): Message => ({
  ...plainMessage,
  _id: noticeCardId(notice, groupPath),
  groupPath,
  seq,
  authorId: author._id,
  authorName: author.nickname,
  authorAvatar: author.avatarFileId,
  authorTitle: titleIn(author, groupPath),
  body: noticeCard(notice),
  sentAt: at,
})
