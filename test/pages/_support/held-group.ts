import { messageViewSchema, type GroupView, type MessageView } from '@/domain/chat/contract'
import type { GroupDetail } from '@/domain/group/contract'
import { places } from '../../support/factories/places'
import { answer } from './fake-cloud'
import { signIn } from './render-page'

export const start = Date.UTC(2025, 0, 1)

/** Said by a neighbour in building 4, unless it is said otherwise. */
export const aLine = (seq: number, overrides: Partial<MessageView> = {}): MessageView =>
  messageViewSchema.parse({
    _id: `message-${seq}`,
    groupPath: places.building4,
    seq,
    authorName: '张三',
    authorTitle: 'neighbour',
    body: { kind: 'text', text: `第 ${seq} 句` },
    sentAt: start + seq,
    isMine: false,
    allowedActions: ['reply', 'copy', 'thumb', 'forward'],
    ...overrides,
  })

export const aGroup = (overrides: Partial<GroupView> = {}): GroupView => ({
  groupPath: places.building4,
  name: '幸福里小区 4栋',
  lastSeq: 2,
  unread: 0,
  lastMessage: null,
  isMuted: false,
  isPinned: false,
  mentionSeq: null,
  lastAt: null,
  ...overrides,
})

/** A group in which nothing is set, as a neighbour sees it. */
export const aDetail = (overrides: Partial<GroupDetail> = {}): GroupDetail => ({
  groupPath: places.building4,
  name: '幸福里小区 4栋',
  memberCount: 12,
  parts: [],
  announcementHours: null,
  pins: [],
  wechatCode: null,
  mute: null,
  silences: [],
  version: 0,
  allowedActions: [],
  ...overrides,
})
export const holdDetail = (overrides: Partial<GroupDetail> = {}): void =>
  answer('group.get', () => ({ group: aDetail(overrides) }))

/** The log of a group that answers as the cloud does, and keeps what is sent to it. */
export function holdGroup(log: MessageView[], view: Partial<GroupView> = {}): MessageView[] {
  signIn()
  holdDetail()
  answer('notice.list', () => ({ items: [], nextCursor: null }))
  answer('chat.groups', () => ({ nextCursor: null, items: [aGroup({ lastSeq: log.length, ...view })] }))
  answer('chat.history', ({ after, before, limit = 30 }) => {
    const found = log.filter(({ seq }) => seq > (after ?? 0) && seq < (before ?? Infinity))
    const isCatchingUp = after !== undefined && after !== null
    const items = isCatchingUp ? found.slice(0, limit) : found.slice(-limit)
    return { items, hasMore: found.length > limit }
  })
  answer('chat.get', ({ seqs }) => ({ items: log.filter(({ seq }) => seqs.includes(seq)) }))
  answer('chat.markRead', ({ seq }) => ({ seq }))
  answer('chat.send', ({ body }, requestId) => {
    const known = log.find(({ _id }) => _id === requestId)
    const sent = known ?? aLine(log.length + 1, { _id: requestId, body, isMine: true, authorName: '李阿姨' })
    if (!known) log.push(sent)
    return { message: sent }
  })
  return log
}

/** A message becomes another, and the log says so. */
export function changeLine(log: MessageView[], seq: number, overrides: Partial<MessageView>): MessageView {
  const changed = { ...log[seq - 1]!, ...overrides }
  log[seq - 1] = changed
  log.push(aLine(log.length + 1, { body: { kind: 'change', of: seq }, authorName: '' }))
  return changed
}
