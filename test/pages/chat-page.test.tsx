import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { chat } from '@/copy/chat'
import { common } from '@/copy/common'
import { errorWords } from '@/copy/errors'
import { thanksWords } from '@/copy/thanks'
import { notice as noticeWords } from '@/copy/notice'
import { messageViewSchema, type GroupView, type MessageView } from '@/domain/chat/contract'
import { AppError } from '@/domain/shared/errors'
import ChatPage from '@/pages/chat'
import { aimChat } from '@/platform/chat-aim'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { holdDetail } from './_support/held-group'
import { aNoticeView } from './_support/notices'
import { openPage, signIn } from './_support/render-page'

const start = Date.UTC(2025, 0, 1)
const message = (seq: number, overrides: Partial<MessageView> = {}): MessageView =>
  messageViewSchema.parse({
    _id: `message-${seq}`,
    groupPath: places.building4,
    seq,
    authorName: '周敏',
    authorTitle: 'microGridLeader',
    body: { kind: 'text', text: `第 ${seq} 句` },
    sentAt: start + seq,
    isMine: false,
    ...overrides,
  })
const group = (overrides: Partial<GroupView> = {}): GroupView => ({
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
const noNotices = (): void => answer('notice.list', () => ({ items: [], nextCursor: null }))

/** A group that keeps what is sent to it. */
function holdGroup(...held: MessageView[]): MessageView[] {
  signIn()
  holdDetail()
  noNotices()
  answer('chat.groups', () => ({ nextCursor: null, items: [group({ lastSeq: held.length })] }))
  answer('chat.history', ({ after }) => ({
    items: held.filter(({ seq }) => seq > (after ?? 0)),
    hasMore: false,
  }))
  answer('chat.markRead', ({ seq }) => ({ seq }))
  answer('chat.send', ({ body }, requestId) => {
    const sent = message(held.length + 1, { _id: requestId, body, isMine: true, authorName: '李阿姨' })
    if (!held.some(({ _id }) => _id === requestId)) held.push(sent)
    return { message: held.find(({ _id }) => _id === requestId) ?? sent }
  })
  return held
}

async function say(text: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText(chat.field), { target: { value: text } })
  fireEvent.click(screen.getByText(chat.send))
}

test('newcomer: is shown the way in, not an empty chat', async () => {
  signIn(null)
  openPage(ChatPage)
  expect(await screen.findByText(chat.noHome)).toBeVisible()
  expect(screen.getByText(chat.scan)).toBeVisible()
})

test('resident with one group: it opens by itself, with names and titles', async () => {
  holdGroup(message(1), message(2, { authorTitle: 'neighbour', authorName: '老张' }))
  openPage(ChatPage)
  expect(await screen.findByText('第 1 句')).toBeVisible()
  expect(screen.getByText('微网格长')).toBeVisible()
  expect(screen.queryByText('邻居')).toBeNull()
  await waitFor(() =>
    expect(requestsOf('chat.markRead').map(({ input }) => input)).toContainEqual({
      groupPath: places.building4,
      seq: 2,
    }),
  )
})

test('resident with two groups: chooses among them', async () => {
  holdGroup(message(1))
  answer('chat.groups', () => ({
    nextCursor: null,
    items: [group({ unread: 3 }), group({ groupPath: places.building5, name: '幸福里小区 5栋' })],
  }))
  openPage(ChatPage)
  fireEvent.click(await screen.findByText('幸福里小区 4栋'))
  expect(await screen.findByText('第 1 句')).toBeVisible()
  fireEvent.click(screen.getByLabelText(chat.openList))
  expect(await screen.findByText('幸福里小区 5栋')).toBeVisible()
})

/** Of more groups than are shown at once; the others are found by their names, or alone. */
function holdMany(): void {
  holdGroup(message(1, { groupPath: places.unit }))
  const unit = group({ groupPath: places.unit, name: '幸福里小区 4栋 2单元' })
  const silent = group({ groupPath: 'heping/c1/e1/b9/', name: '幸福里小区 9栋', lastSeq: 0 })
  const first = [group({ lastSeq: 0 }), group({ groupPath: places.building5, name: '幸福里小区 5栋' })]
  answer('chat.groups', ({ cursor = null, groupPath = null, search = '' }) => {
    if (groupPath !== null) return { nextCursor: null, items: [unit] }
    if (cursor === 'further') return { nextCursor: null, items: [silent] }
    return search === ''
      ? { nextCursor: 'further', items: first }
      : { nextCursor: null, items: search === '2单元' ? [unit] : [] }
  })
}

test('staff: a message of a group that the list doesn’t hold opens there; the way back is the list', async () => {
  holdMany()
  aimChat({ groupPath: places.unit, seq: 1 })
  openPage(ChatPage)
  expect(await screen.findByText('第 1 句')).toBeVisible()
  fireEvent.click(screen.getByLabelText(chat.openList))
  expect(await screen.findByText('幸福里小区 5栋')).toBeVisible()
  expect(screen.queryByText('幸福里小区 4栋 2单元')).toBeNull()
})

test('staff of more groups than are shown at once: finds the others further down, and by their names', async () => {
  holdMany()
  openPage(ChatPage)
  fireEvent.click(await screen.findByText(common.more))
  expect(await screen.findByText('幸福里小区 9栋')).toBeVisible()
  expect(screen.queryByText(common.more)).toBeNull()
  const search = await screen.findByLabelText(chat.searchGroups)
  fireEvent.change(search, { target: { value: '没有' } })
  expect(await screen.findByText(chat.noSuch.words)).toBeVisible()
  fireEvent.change(search, { target: { value: '2单元' } })
  fireEvent.click(await screen.findByText('幸福里小区 4栋 2单元'))
  expect(await screen.findByText('第 1 句')).toBeVisible()
})

test('a message shows at once and, once answered, stands once', async () => {
  holdGroup(message(1))
  openPage(ChatPage)
  await say('我家有梯子')
  expect(await screen.findAllByText('我家有梯子')).toHaveLength(1)
  await waitFor(() => expect(screen.queryByLabelText(chat.sending)).toBeNull())
  expect(screen.getAllByText('我家有梯子')).toHaveLength(1)
})

test('a message that failed is kept, and tried again under the same request id', async () => {
  const held = holdGroup(message(1))
  answer('chat.send', () => {
    throw lost
  })
  openPage(ChatPage)
  await say('电梯坏了')
  expect(await screen.findByText(chat.failed)).toBeVisible()

  answer('chat.send', ({ body }, requestId) => {
    held.push(message(2, { _id: requestId, body, isMine: true }))
    return { message: message(2, { _id: requestId, body, isMine: true }) }
  })
  fireEvent.click(screen.getByText(chat.failed))
  await waitFor(() => expect(screen.queryByText(chat.failed)).toBeNull())
  expect(screen.getAllByText('电梯坏了')).toHaveLength(1)
  const [first, second] = requestsOf('chat.send')
  expect(second!.requestId).toBe(first!.requestId)
})

test('what failed is still there after the app was left, and goes out by itself: once', async () => {
  const held = holdGroup(message(1))
  answer('chat.send', () => {
    throw lost
  })
  const page = openPage(ChatPage)
  await say('电梯坏了')
  await screen.findByText(chat.failed)
  page.unmount()
  answer('chat.send', ({ body }, requestId) => {
    held.push(message(2, { _id: requestId, body, isMine: true }))
    return { message: held[1]! }
  })
  openPage(ChatPage)
  expect(await screen.findAllByText('电梯坏了')).toHaveLength(1)
  await waitFor(() => expect(screen.queryByText(chat.failed)).toBeNull())
  expect(new Set(requestsOf('chat.send').map(({ requestId }) => requestId)).size).toBe(1)
  expect(held).toHaveLength(2)
})

test('a draft is kept per group', async () => {
  holdGroup(message(1))
  const page = openPage(ChatPage)
  fireEvent.change(await screen.findByLabelText(chat.field), { target: { value: '还没想好' } })
  page.unmount()
  openPage(ChatPage)
  expect(await screen.findByDisplayValue('还没想好')).toBeVisible()
})

test('my message that overtook another fetches the one in between, and only that', async () => {
  const held = holdGroup(message(1))
  openPage(ChatPage)
  await screen.findByText('第 1 句')
  held.push(message(2))
  await say('我也去')
  expect(await screen.findByText('第 2 句')).toBeVisible()
  const last = requestsOf('chat.history').pop()
  expect(last?.input).toMatchObject({ after: 1 })
})

test('what is new since the last visit stands under a line', async () => {
  holdGroup(message(1), message(2))
  answer('chat.groups', () => ({ nextCursor: null, items: [group({ lastSeq: 2, unread: 1 })] }))
  openPage(ChatPage)
  expect(await screen.findByText(chat.newFromHere)).toBeVisible()
})

test('plus opens the order form with what was typed', async () => {
  holdGroup(message(1))
  openPage(ChatPage)
  fireEvent.change(await screen.findByLabelText(chat.field), { target: { value: '谁会看燃气' } })
  fireEvent.click(screen.getByLabelText(chat.plus))
  fireEvent.click(screen.getByText(chat.ask))
  const [[{ url }]] = jest.mocked(Taro.navigateTo).mock.calls as [[{ url: string }]]
  expect(decodeURIComponent(url)).toContain('text=谁会看燃气')
})

test('a notice stands in the chat; saying "I know" marks it read', async () => {
  holdGroup(message(1))
  let isRead = false
  const notice = () => aNoticeView({ title: '明天停水', publishedAt: start, isRead })
  answer('notice.list', () => ({ items: [notice()], nextCursor: null }))
  answer('notice.read', () => {
    isRead = true
    return { notice: notice() }
  })
  openPage(ChatPage)
  expect(await screen.findByText(noticeWords.unreadBar('明天停水'))).toBeVisible()
  fireEvent.click(screen.getByText(noticeWords.gotIt))
  expect(await screen.findByText(noticeWords.isRead)).toBeVisible()
  expect(screen.queryByText(noticeWords.unreadBar('明天停水'))).toBeNull()
})

test('when the chat cannot be fetched, it says why and tries again', async () => {
  holdGroup(message(1))
  answer('chat.history', () => {
    throw new AppError('Internal')
  })
  openPage(ChatPage)
  expect(await screen.findByText(errorWords(new AppError('Internal')))).toBeVisible()
  answer('chat.history', () => ({ items: [message(1)], hasMore: false }))
  fireEvent.click(screen.getByText('再试一次'))
  expect(await screen.findByText('第 1 句')).toBeVisible()
})

test('resident: gets from the group’s head to the building’s wall of thanks', async () => {
  holdGroup(message(1))
  openPage(ChatPage)
  await screen.findByText('第 1 句')
  fireEvent.click(screen.getByText(thanksWords.title))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/packages/ask/pages/thanks/index?group=${encodeURIComponent(places.building4)}`,
  })
})
