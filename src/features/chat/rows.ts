import type { MessageView } from '@/domain/chat/contract'
import type { NoticeView } from '@/domain/notice/contract'
import { minutes, type Timestamp } from '@/domain/shared/time'
import type { Outgoing } from './outgoing'
import type { Timeline } from './timeline'

/** The line above what is new. */
export const newFromHere = 'unread'

/** What the chat shows, from top to bottom. `key` is stable, and safe as an element's id. */
export type Row =
  | { kind: 'time'; key: string; at: Timestamp }
  | { kind: 'unread'; key: typeof newFromHere }
  /** `notice`: the message says that it went out, and stands for it. */
  | { kind: 'message'; key: string; message: MessageView; notice?: NoticeView | undefined }
  | { kind: 'notice'; key: string; notice: NoticeView }
  | { kind: 'outgoing'; key: string; outgoing: Outgoing }

/** A silence longer than this is worth a time. */
const silence = minutes(5)

type Timed = { at: Timestamp; row: Row }

export const rowKeyOf = (message: MessageView): string => `m-${message._id}`

/** The notice that a message tells of, where it tells of it the first time. */
const noticeOf = ({ body, state }: MessageView, notices: readonly NoticeView[]): NoticeView | undefined =>
  body.kind === 'notice' && !body.isReminder && state === 'normal'
    ? notices.find(({ _id }) => _id === body.noticeId)
    : undefined

/**
 * Notices between the first message shown and the end that no message tells of; all of them where the chat begins
 * here.
 */
function noticesInWindow({ messages, hasEarlier, hasLater }: Timeline, notices: readonly NoticeView[]) {
  const from = hasEarlier ? (messages[0]?.sentAt ?? 0) : 0
  const to = hasLater ? (messages[messages.length - 1]?.sentAt ?? Infinity) : Infinity
  const told = new Set(messages.map(({ body }) => (body.kind === 'notice' ? body.noticeId : '')))
  return notices.filter(({ _id, publishedAt }) => publishedAt >= from && publishedAt <= to && !told.has(_id))
}

const byTime = (a: Timed, b: Timed): number => a.at - b.at

/** Messages keep the order of their numbers; notices stand where their time belongs; what is on its way comes last. */
function merged(timeline: Timeline, notices: readonly NoticeView[]): Timed[] {
  let latest = 0
  // A clock that ran backwards on the server must not reorder messages.
  const messages = timeline.messages.map((message): Timed => {
    latest = Math.max(latest, message.sentAt)
    const notice = noticeOf(message, notices)
    return { at: latest, row: { kind: 'message', key: rowKeyOf(message), message, notice } }
  })
  const cards = noticesInWindow(timeline, notices).map((notice): Timed => ({
    at: notice.publishedAt,
    row: { kind: 'notice', key: `n-${notice._id}`, notice },
  }))
  // Sorting is stable: equal moments keep messages first.
  return [...messages, ...cards].sort(byTime)
}

/** Does what I have not read begin above the window? */
export const isNewAbove = ({ hasEarlier, readTo, syncedFrom }: Timeline): boolean =>
  readTo > 0 && hasEarlier && syncedFrom > readTo + 1

/** The rows of a group's chat: time dividers, "new from here", messages, notices, and my own on their way. */
export function rowsOf(timeline: Timeline, notices: readonly NoticeView[]): Row[] {
  const rows: Row[] = []
  let lastAt = -Infinity
  let isDivided = timeline.readTo === 0 || isNewAbove(timeline)
  for (const { at, row } of merged(timeline, notices)) {
    if (at - lastAt > silence) rows.push({ kind: 'time', key: `t-${row.key}`, at })
    lastAt = at
    const isNew = row.kind === 'message' && !row.message.isMine && row.message.seq > timeline.readTo
    if (isNew && !isDivided) {
      isDivided = true
      rows.push({ kind: 'unread', key: newFromHere })
    }
    rows.push(row)
  }
  const outgoing = timeline.outgoing.map((one): Row => ({
    kind: 'outgoing',
    key: `o-${one.requestId}`,
    outgoing: one,
  }))
  return [...rows, ...outgoing]
}
