import { titleIn } from '@/domain/chat/policy'
import type { Message } from '@/domain/chat/schema'
import type { Invitation } from '@/domain/invitation/schema'
import type { Notice } from '@/domain/notice/schema'
import { ancestorsOf } from '@/domain/shared/area'
import { pageKey } from '@/domain/shared/paging'
import { days, type Timestamp } from '@/domain/shared/time'
import { asMessage, type NewMessage } from '../../cloudfunctions/chat/append-message'
import { noticeMessage } from '../../cloudfunctions/chat/notice/card'
import { personIdOf, userIdOf } from './people'
import { at } from './places'
import { heating, lamp, linesOf, type Find, type Line, type Said } from './said'

const groupPath = at.building(4)

/** What a line became: a promise was made on it. */
const became: Readonly<Record<string, Message['became']>> = {
  lamp: { kind: 'promise', id: lamp.id },
  heating: { kind: 'promise', id: heating.id },
}

type Written = NewMessage & Pick<Line, 'key' | 'on'>

function written({ at: sentAt, body, by, key, on, thumbs = [] }: Line, nth: number, find: Find): Written {
  const author = find(by)
  return {
    _id: `message-${nth + 1}`,
    groupPath,
    authorId: author._id,
    authorName: author.nickname,
    authorTitle: titleIn(author, groupPath),
    body,
    sentAt,
    mentions: body.kind === 'promise' ? [{ ...body.to }] : [],
    thumbs: thumbs.map(userIdOf),
    became: became[key ?? ''] ?? null,
    key,
    on,
  }
}

/** The chat of building 4, with the cards of `notices` in between; and how to find a line by its key. */
export function chatOf(
  find: Find,
  now: Timestamp,
  notices: readonly Notice[],
): { messages: Message[]; said: Said } {
  const cards = notices.map((notice): Written =>
    noticeMessage(notice, find(personIdOf(notice.author.userId)), {
      at: notice.publishedAt,
      groupPath,
      seq: 1,
    }),
  )
  const lines = [...linesOf(find, now).map((line, nth) => written(line, nth, find)), ...cards]
  lines.sort((one, other) => one.sentAt - other.sentAt)
  const seqOf = (wanted: string | undefined): number => lines.findIndex(({ key }) => key === wanted) + 1
  const messages = lines.map(({ key: _key, on, ...line }, nth) => {
    const body = line.body.kind === 'promise' ? { ...line.body, of: seqOf(on) } : line.body
    return asMessage({ ...line, body }, nth + 1)
  })
  const said: Said = (key) => {
    const found = messages[seqOf(key) - 1]
    if (!found) throw new Error(`nobody said ${key}`)
    return found
  }
  return { messages, said }
}

/** The code on the poster in the stairwell of building 4, which its leader made. */
export const posterCode = 'building-4-poster'

/** @param codeFileId its picture in cloud storage */
export const posterOf = (codeFileId: string, now: Timestamp): Invitation => ({
  _id: posterCode,
  areaPath: at.building(4),
  areaName: '幸福里小区 4栋',
  areaAt: ancestorsOf(at.building(4)),
  target: { kind: 'home' },
  targetName: '',
  createdBy: userIdOf('zhoumin'),
  createdAt: now - days(10),
  createdKey: pageKey(now - days(10), posterCode),
  expiresAt: now + days(355),
  maxUses: 1000,
  usedCount: 0,
  scanCount: 0,
  refusalCount: 0,
  revokedAt: null,
  isClosed: false,
  codeFileId,
})
