import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { chat, preferWords } from '@/copy/chat'
import ChatPage from '@/pages/chat'
import { aLeader } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, requestsOf, watches } from './_support/fake-cloud'
import { aGroup, aLine, holdGroup } from './_support/held-group'
import { openPage, signIn } from './_support/render-page'

const member = (userId: string, nickname: string) => ({
  userId,
  nickname,
  title: 'neighbour' as const,
  avatarFileId: null,
  isMe: false,
})
const members = [member('resident-wang', '老王'), member('resident-zhao', '老赵')]
const holdMembers = (): void =>
  answer('chat.members', ({ search = '' }) => ({
    items: members.filter(({ nickname }) => nickname.startsWith(search)),
    nextCursor: null,
  }))
const type = (text: string): void =>
  void fireEvent.change(screen.getByLabelText(chat.field), { target: { value: text } })

describe('calling by name', () => {
  test('resident: an @ opens the members, the chosen one is told by id', async () => {
    holdGroup([aLine(1)])
    holdMembers()
    openPage(ChatPage)
    await screen.findByText('第 1 句')
    type('@')
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.queryByText(chat.callAll)).toBeNull()
    fireEvent.click(await sheet.findByText('老王'))
    expect(await screen.findByDisplayValue('@老王')).toBeVisible()
    type('@老王 在吗')
    fireEvent.click(screen.getByText(chat.send))
    await waitFor(() =>
      expect(requestsOf('chat.send')[0]?.input).toMatchObject({
        body: { kind: 'text', text: '@老王 在吗' },
        mentionIds: ['resident-wang'],
        mentionsAll: false,
      }),
    )
  })

  test('resident: looks for a name by its beginning', async () => {
    holdGroup([aLine(1)])
    holdMembers()
    openPage(ChatPage)
    await screen.findByText('第 1 句')
    type('@')
    await screen.findByText('老王')
    fireEvent.change(screen.getByLabelText(chat.callSearch), { target: { value: '老赵' } })
    await waitFor(() => expect(screen.queryByText('老王')).toBeNull())
    expect(await screen.findByText('老赵')).toBeVisible()
  })

  test('leader: may call everyone', async () => {
    holdGroup([aLine(1)])
    holdMembers()
    signIn(aLeader())
    openPage(ChatPage)
    fireEvent.click(await screen.findByLabelText(chat.plus))
    fireEvent.click(screen.getByText(chat.call))
    fireEvent.click(await screen.findByText(chat.callAll))
    type('@所有人 明天停水')
    fireEvent.click(screen.getByText(chat.send))
    await waitFor(() =>
      expect(requestsOf('chat.send')[0]?.input).toMatchObject({ mentionIds: [], mentionsAll: true }),
    )
  })

  test('who was called while away: is led to the first call, far above, and the way goes', async () => {
    const log = Array.from({ length: 200 }, (_, index) => aLine(index + 1, { mentionsMe: index === 9 }))
    holdGroup(log, { unread: 100, mentionSeq: 110 })
    log[109] = aLine(110, { mentionsMe: true, body: { kind: 'text', text: '@李阿姨 钥匙' } })
    openPage(ChatPage)
    fireEvent.click(await screen.findByText(chat.calledMe))
    expect(await screen.findByText('@李阿姨 钥匙')).toBeVisible()
    await waitFor(() => expect(screen.queryByText(chat.calledMe)).toBeNull())
  })

  test('with a hundred unread: opens at the end with few of them, and leads up to the first', async () => {
    const log = Array.from({ length: 200 }, (_, index) => aLine(index + 1))
    holdGroup(log, { unread: 99 })
    const history = (readTo: number): void =>
      answer('chat.history', ({ after, before, limit = 30 }) => {
        const found = log.filter(({ seq }) => seq > (after ?? 0) && seq < (before ?? Infinity))
        const items = after ? found.slice(0, limit) : found.slice(-limit)
        return { items, hasMore: found.length > limit, ...(after || before ? {} : { readTo }) }
      })
    history(101)
    openPage(ChatPage)
    expect(await screen.findByText('第 200 句')).toBeVisible()
    expect(screen.queryByText('第 150 句')).toBeNull()
    expect(screen.queryByText(chat.newFromHere)).toBeNull()
    fireEvent.click(screen.getByText(chat.newAbove(99)))
    expect(await screen.findByText(chat.newFromHere)).toBeVisible()
    expect(screen.getByText('第 102 句')).toBeVisible()
    expect(screen.queryByText(chat.newAbove(99))).toBeNull()
  })

  test('who has read everything: is led nowhere', async () => {
    holdGroup([aLine(1, { mentionsMe: true })])
    openPage(ChatPage)
    await screen.findByText('第 1 句')
    expect(screen.queryByText(chat.calledMe)).toBeNull()
  })
})

describe('my groups', () => {
  const holdGroups = (): void => {
    holdGroup([aLine(1)])
    answer('chat.groups', () => ({
      nextCursor: null,
      items: [
        aGroup({ unread: 120, lastAt: 5 }),
        aGroup({ groupPath: places.building5, name: '5栋', isMuted: true, unread: 3, lastAt: 9 }),
        aGroup({ groupPath: 'staff:heping/c1/', name: '工作群', isPinned: true, lastAt: 1 }),
      ],
    }))
  }

  test('pinned ones on top, then the last spoken in; quiet ones without a number; many is 99+', async () => {
    holdGroups()
    openPage(ChatPage)
    await screen.findByText('工作群')
    const names = screen.getAllByText(/^(幸福里小区 4栋|5栋|工作群)$/).map(({ textContent }) => textContent)
    expect(names).toEqual(['工作群', '5栋', '幸福里小区 4栋'])
    expect(screen.getByText('99+')).toBeVisible()
    expect(screen.getByLabelText(chat.hasNews)).toBeVisible()
    expect(screen.queryByText('3')).toBeNull()
  })

  test.each([
    [preferWords.pin(false), { isPinned: true }],
    [preferWords.mute(false), { isMuted: true }],
  ])('%s: by long press or 更多', async (words, wish) => {
    holdGroups()
    answer('chat.prefer', () => ({ isMuted: false, isPinned: false }))
    openPage(ChatPage)
    fireEvent.click(await screen.findByLabelText(chat.groupMore('幸福里小区 4栋')))
    fireEvent.click(screen.getByText(words))
    await waitFor(() =>
      expect(requestsOf('chat.prefer')[0]?.input).toEqual({ groupPath: places.building4, ...wish }),
    )
  })

  test('what I began to write stands in the place of what was said last', async () => {
    holdGroups()
    const page = openPage(ChatPage)
    fireEvent.click(await screen.findByText('5栋'))
    await screen.findByText('第 1 句')
    type('还没想好')
    fireEvent.click(screen.getByLabelText(chat.openList))
    expect(await screen.findByText(`[${chat.draft}] 还没想好`)).toBeVisible()
    page.unmount()
  })
})

test('staff: the list of groups they hear nothing of is asked for anew while it is looked at', async () => {
  jest.useFakeTimers({ advanceTimers: true })
  try {
    const list = (unread: number): void =>
      answer('chat.groups', () => ({
        nextCursor: null,
        items: [aGroup({ unread }), aGroup({ groupPath: places.building5, name: '5栋' })],
      }))
    holdGroup([aLine(1)])
    list(0)
    openPage(ChatPage)
    await screen.findByText('5栋')
    list(7)
    await act(() => jest.advanceTimersByTimeAsync(11_000))
    expect(await screen.findByText('7')).toBeVisible()
  } finally {
    jest.useRealTimers()
  }
})

test('staff: a building that is not among their topics is watched while it is open', async () => {
  holdGroup([aLine(1)])
  const page = openPage(ChatPage)
  await screen.findByText('第 1 句')
  await waitFor(() =>
    expect(watches.map(({ topics }) => topics)).toContainEqual([`chat:${places.building4}`]),
  )
  page.unmount()
  expect(watches.every(({ isClosed }) => isClosed)).toBe(true)
})
