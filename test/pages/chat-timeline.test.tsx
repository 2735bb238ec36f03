import { messageViewSchema, type MessageView } from '@/domain/chat/contract'
import type { NoticeView } from '@/domain/notice/contract'
import { rowsOf, type Row } from '@/features/chat/rows'
import { putOutgoing, unsent, type Outgoing } from '@/features/chat/outgoing'
import * as timelines from '@/features/chat/timeline'
import { addSent, isBehind, openTimeline, restart, watch, windowSize } from '@/features/chat/timeline'
import type { HistoryPage, Timeline } from '@/features/chat/timeline'
import { aNoticeView } from './_support/notices'

const start = Date.UTC(2025, 0, 1)
const minute = 60_000

const message = (seq: number, overrides: Partial<MessageView> = {}): MessageView =>
  messageViewSchema.parse({
    _id: `message-${seq}`,
    groupPath: 'heping/c1/e1/b4/',
    seq,
    authorName: '李阿姨',
    authorTitle: 'neighbour',
    body: { kind: 'text', text: `第 ${seq} 句` },
    sentAt: start + seq * 1000,
    replyTo: null,
    mentionsAll: false,
    state: 'normal',
    mediaCheck: 'none',
    forwardedFrom: null,
    isMine: false,
    ...overrides,
  })
/** Pages that were asked for just now, of what the window lacks. */
const addNewer = (timeline: Timeline, page: HistoryPage): Timeline =>
  timelines.addNewer(timeline, { ...page, bound: timeline.syncedTo, asOf: timeline.knownTo })
const addEarlier = (timeline: Timeline, page: HistoryPage): Timeline =>
  timelines.addEarlier(timeline, { ...page, bound: timeline.syncedFrom, asOf: timeline.knownTo })
const messages = (from: number, to: number): MessageView[] =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index))
const seqs = (list: readonly MessageView[]): number[] => list.map(({ seq }) => seq)
const outgoing = (requestId: string, state: Outgoing['state'] = 'sending'): Outgoing => ({
  requestId,
  body: { kind: 'text', text: '马上来' },
  address: { replyTo: null, called: [] },
  writtenAt: start,
  state,
})
const notice = (publishedAt: number, overrides: Partial<NoticeView> = {}): NoticeView =>
  aNoticeView({ publishedAt, ...overrides })
const kinds = (rows: readonly Row[]): string[] => rows.map(({ kind }) => kind)

describe('what a phone holds of a group', () => {
  test('opens with the newest page and knows whether there is more above', () => {
    const timeline = openTimeline({ items: messages(11, 20), hasMore: true }, 15)
    expect(timeline).toMatchObject({ syncedTo: 20, hasEarlier: true, hasLater: false, readTo: 15 })
  })

  test('adds what came since, each message once and in the order of its number', () => {
    const timeline = openTimeline({ items: messages(1, 3), hasMore: false }, 3)
    const next = addNewer(timeline, { items: [message(5), message(3), message(4)], hasMore: false })
    expect(seqs(next.messages)).toEqual([1, 2, 3, 4, 5])
    expect(next.syncedTo).toBe(5)
  })

  test('my message that overtook others leaves a gap, which is known and then filled', () => {
    const opened = putOutgoing(
      openTimeline({ items: messages(1, 3), hasMore: false }, 3),
      outgoing('mine-0001'),
    )
    const mine = message(6, { _id: 'mine-0001', isMine: true })
    const sent = addSent(opened, mine)
    expect(seqs(sent.messages)).toEqual([1, 2, 3, 6])
    expect(sent.outgoing).toEqual([])
    expect(sent.syncedTo).toBe(3)
    expect(isBehind(sent)).toBe(true)
    const filled = addNewer(sent, { items: [message(4), message(5), mine], hasMore: false })
    expect(seqs(filled.messages)).toEqual([1, 2, 3, 4, 5, 6])
    expect(isBehind(filled)).toBe(false)
  })

  test('my message that comes back through the chat is no longer on its way', () => {
    const opened = putOutgoing(openTimeline({ items: [], hasMore: false }, 0), outgoing('mine-0001'))
    const next = addNewer(opened, { items: [message(1, { _id: 'mine-0001', isMine: true })], hasMore: false })
    expect(next.outgoing).toEqual([])
    expect(putOutgoing(next, outgoing('mine-0001', 'failed')).outgoing).toEqual([])
  })

  test('a failed message tried again is the same message', () => {
    const failed = putOutgoing(
      openTimeline({ items: [], hasMore: false }, 0),
      outgoing('mine-0001', 'failed'),
    )
    const again = putOutgoing(failed, outgoing('mine-0001'))
    expect(again.outgoing).toEqual([outgoing('mine-0001')])
  })

  test('what was on its way when the app closed counts as not sent', () => {
    expect(unsent([outgoing('mine-0001')])).toEqual([outgoing('mine-0001', 'failed')])
  })

  test('holds a window only: the oldest go when new ones come', () => {
    const timeline = openTimeline({ items: messages(1, windowSize), hasMore: false }, windowSize)
    const next = addNewer(timeline, { items: [message(windowSize + 1)], hasMore: false })
    expect(next.messages).toHaveLength(windowSize)
    expect(next.messages[0]?.seq).toBe(2)
    expect(next.hasEarlier).toBe(true)
  })

  test('paging far back lets the newest go, and finds them again on the way down', () => {
    const held = openTimeline({ items: messages(101, 100 + windowSize), hasMore: true }, 0)
    const back = addEarlier(held, { items: messages(71, 100), hasMore: true })
    expect(back.messages).toHaveLength(windowSize)
    expect(back).toMatchObject({ hasLater: true, syncedTo: 70 + windowSize })
    const down = addNewer(back, { items: messages(71 + windowSize, 100 + windowSize), hasMore: false })
    expect(down.hasLater).toBe(false)
    expect(down.messages[down.messages.length - 1]?.seq).toBe(100 + windowSize)
  })

  test('a message sent from deep in the past shows once the end is loaded', () => {
    const held = openTimeline({ items: messages(31, 30 + windowSize), hasMore: true }, 0)
    const back = putOutgoing(
      addEarlier(held, { items: messages(1, 30), hasMore: false }),
      outgoing('mine-0001'),
    )
    const mine = message(31 + windowSize, { _id: 'mine-0001', isMine: true })
    const sent = addSent(back, mine)
    expect(sent.outgoing).toEqual([])
    expect(isBehind(sent)).toBe(false)
    expect(seqs(restart(sent, { items: [mine], hasMore: true }).messages)).toEqual([31 + windowSize])
  })
})

describe('the rows of the chat', () => {
  test('new ones stand under "new from here", my own do not', () => {
    const items = [message(1), message(2, { isMine: true }), message(3)]
    const rows = rowsOf(openTimeline({ items, hasMore: false }, 1), [])
    expect(kinds(rows)).toEqual(['time', 'message', 'message', 'unread', 'message'])
  })

  test('who is looking needs no such line for what arrives', () => {
    const timeline = openTimeline({ items: messages(1, 2), hasMore: false }, 2)
    const live = addNewer(timeline, { items: [message(3)], hasMore: false })
    expect(kinds(rowsOf(live, []))).not.toContain('unread')
  })

  test('who looked away finds the line where they left', () => {
    const timeline = watch(openTimeline({ items: messages(1, 2), hasMore: false }, 2), false)
    const later = watch(addNewer(timeline, { items: [message(3)], hasMore: false }), true)
    expect(kinds(rowsOf(later, []))).toEqual(['time', 'message', 'message', 'unread', 'message'])
  })

  test('a newcomer to a group sees no line above its whole history', () => {
    expect(kinds(rowsOf(openTimeline({ items: messages(1, 2), hasMore: false }, 0), []))).not.toContain(
      'unread',
    )
  })

  test('a silence of more than five minutes is worth a time', () => {
    const items = [message(1), message(2, { sentAt: start + 10 * minute })]
    expect(kinds(rowsOf(openTimeline({ items, hasMore: false }, 2), []))).toEqual([
      'time',
      'message',
      'time',
      'message',
    ])
  })

  test('a notice stands where its time belongs', () => {
    const items = [message(1), message(2, { sentAt: start + 2 * minute })]
    const rows = rowsOf(openTimeline({ items, hasMore: false }, 2), [notice(start + minute)])
    expect(kinds(rows)).toEqual(['time', 'message', 'notice', 'message'])
  })

  test('a notice older than the window waits until one pages back to it', () => {
    const old = [notice(start - minute)]
    expect(kinds(rowsOf(openTimeline({ items: messages(5, 6), hasMore: true }, 6), old))).not.toContain(
      'notice',
    )
    expect(kinds(rowsOf(openTimeline({ items: messages(1, 2), hasMore: false }, 2), old))).toContain('notice')
  })

  test('a clock that ran backwards does not reorder messages', () => {
    const items = [message(1, { sentAt: start + minute }), message(2, { sentAt: start })]
    const rows = rowsOf(openTimeline({ items, hasMore: false }, 2), [])
    expect(rows.flatMap((row) => (row.kind === 'message' ? [row.message.seq] : []))).toEqual([1, 2])
  })

  test('what is on its way stands last', () => {
    const timeline = putOutgoing(
      openTimeline({ items: messages(1, 1), hasMore: false }, 1),
      outgoing('mine-0001'),
    )
    expect(kinds(rowsOf(timeline, []))).toEqual(['time', 'message', 'outgoing'])
  })
})
