import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { errorWords } from '@/copy/errors'
import { groupWords as words } from '@/copy/group'
import { momentWords, nearDayWords } from '@/copy/time'
import { longestWechatCode } from '@/domain/group/schema'
import { AppError } from '@/domain/shared/errors'
import { days, hours } from '@/domain/shared/time'
import GroupPage from '@/packages/talk/pages/group'
import { takeChatAim } from '@/platform/chat-aim'
import { routes } from '@/routes'
import { places } from '../support/factories/places'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { aDetail, aGroup, holdDetail } from './_support/held-group'
import { openPage, signIn } from './_support/render-page'

const groupPath = places.building4
const code = (expiresAt: number) => ({
  fileId: 'cloud://test/photos/leader/code.jpg',
  expiresAt,
  by: { name: '周敏' },
})
const openGroup = () => openPage(GroupPage, { group: encodeURIComponent(groupPath) })
const opened = (url: string) => expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
const leader = { allowedActions: ['setHours', 'putWechatCode', 'moderate', 'settleTopics'] as const }
const asLeader = (overrides: Parameters<typeof holdDetail>[0] = {}) =>
  holdDetail({ ...overrides, allowedActions: [...leader.allowedActions] })

beforeEach(() => {
  signIn()
  answer('chat.groups', () => ({ nextCursor: null, items: [aGroup()] }))
})

test('neighbour: what belongs to the group, each with its way; nothing to manage', async () => {
  holdDetail()
  openGroup()
  expect(await screen.findByText('幸福里小区 4栋')).toBeVisible()
  fireEvent.click(screen.getByText(words.topics))
  opened(routes.groupTopics(groupPath))
  fireEvent.click(screen.getByText(words.board))
  opened(routes.notices())
  fireEvent.click(screen.getByText(words.myCases))
  opened(routes.myCases)
  for (const hidden of [words.manage, words.hours, words.wechat, words.reports]) {
    expect(screen.queryByText(hidden)).toBeNull()
  }
})

test('leader: finds the groups of the stairwells, and opens one to say the first word', async () => {
  const unit = { groupPath: places.unit, name: '2单元', isBegun: false }
  asLeader({ parts: [unit] })
  openGroup()
  expect(await screen.findByText(words.partSilent)).toBeVisible()
  fireEvent.click(screen.getByText(words.part('2单元')))
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: routes.chat })
  expect(takeChatAim()).toEqual({ groupPath: places.unit, seq: 0 })
})

test('neighbour: sees who is here, without being asked to choose one', async () => {
  holdDetail()
  answer('chat.members', () => ({
    items: [
      { userId: 'user-00001', nickname: '老王', title: 'neighbour', avatarFileId: null, isMe: false },
      { userId: 'user-00002', nickname: '李阿姨', title: 'neighbour', avatarFileId: null, isMe: true },
    ],
    nextCursor: null,
  }))
  openGroup()
  fireEvent.click(await screen.findByText(words.members))
  const sheet = within(await screen.findByRole('dialog'))
  expect(await sheet.findByText('老王')).toBeVisible()
  expect(sheet.getByText('李阿姨')).toBeVisible()
})

test('how I want to hear of it: quiet and on top, each at a tap', async () => {
  holdDetail()
  answer('chat.prefer', ({ isMuted = false, isPinned = false }) => ({ isMuted, isPinned }))
  openGroup()
  fireEvent.click(await screen.findByLabelText(words.mute))
  fireEvent.click(screen.getByLabelText(words.pin))
  await waitFor(() =>
    expect(requestsOf('chat.prefer').map(({ input }) => input)).toEqual([
      { groupPath, isMuted: true },
      { groupPath, isPinned: true },
    ]),
  )
})

describe('the code of the WeChat group', () => {
  test('neighbour: the picture, until when it holds, and how to use it', async () => {
    const expiresAt = Date.now() + days(3)
    holdDetail({ wechatCode: code(expiresAt) })
    openGroup()
    expect(await screen.findByText(words.wechatHint)).toBeVisible()
    expect(screen.getByText(new RegExp(words.wechatUntil(nearDayWords(expiresAt, Date.now()))))).toBeVisible()
    expect(await screen.findByLabelText(words.wechat)).toHaveAttribute('src', code(expiresAt).fileId)
    expect(screen.queryByText(words.wechatReplace)).toBeNull()
  })

  test('once it has expired: whom to ask for a new one, and no picture that leads nowhere', async () => {
    holdDetail({ wechatCode: code(Date.now() - 1) })
    openGroup()
    expect(await screen.findByText(words.wechatExpired)).toBeVisible()
    expect(screen.queryByLabelText(words.wechat)).toBeNull()
  })

  test('leader: is reminded in its last day, and not before', async () => {
    const soon = Date.now() + hours(20)
    asLeader({ wechatCode: code(soon) })
    const { unmount } = openGroup()
    expect(await screen.findByText(words.wechatSoon(momentWords(soon, Date.now())))).toBeVisible()
    unmount()
    const later = Date.now() + days(2)
    asLeader({ wechatCode: code(later) })
    openGroup()
    await screen.findByText(words.wechatHint)
    expect(screen.queryByText(words.wechatSoon(momentWords(later, Date.now())))).toBeNull()
  })

  test('leader: puts up a picture that was written anew, until the day that WeChat says', async () => {
    asLeader()
    ;(Taro.chooseMedia as jest.Mock).mockResolvedValueOnce({
      tempFiles: [{ tempFilePath: 'wxfile://code.jpg', size: 1000 }],
    })
    ;(Taro.compressImage as jest.Mock).mockResolvedValueOnce({ tempFilePath: 'wxfile://small.jpg' })
    answer('group.putWechatCode', ({ wechatCode }) => ({
      group: aDetail({ wechatCode: wechatCode && { ...wechatCode, by: { name: '周敏' } }, version: 1 }),
    }))
    openGroup()
    fireEvent.click(await screen.findByText(words.wechatPut))
    fireEvent.click(screen.getByText('加照片'))
    await screen.findByLabelText('拿掉这张')
    const now = Date.now()
    fireEvent.click(screen.getByText(nearDayWords(now + days(2), now)))
    fireEvent.click(screen.getByText(words.wechatSave))
    await waitFor(() => expect(requestsOf('group.putWechatCode')).toHaveLength(1))
    const { version, wechatCode } = requestsOf('group.putWechatCode')[0]!.input as {
      version: number
      wechatCode: { fileId: string; expiresAt: number }
    }
    expect(version).toBe(0)
    expect(wechatCode.fileId).toBe('cloud://test/photos/one.jpg')
    expect(nearDayWords(wechatCode.expiresAt, now)).toBe(nearDayWords(now + days(2), now))
    expect(wechatCode.expiresAt - now).toBeLessThan(longestWechatCode)
  })

  test('leader: takes it down once confirmed', async () => {
    asLeader({ wechatCode: code(Date.now() + days(3)), version: 4 })
    answer('group.putWechatCode', () => ({ group: aDetail() }))
    openGroup()
    fireEvent.click(await screen.findByText(words.wechatRemove))
    expect(requestsOf('group.putWechatCode')).toHaveLength(0)
    fireEvent.click(within(screen.getByRole('dialog')).getByText(words.wechatRemove))
    await waitFor(() =>
      expect(requestsOf('group.putWechatCode').map(({ input }) => input)).toEqual([
        { groupPath, version: 4, wechatCode: null },
      ]),
    )
  })
})

describe('quiet hours', () => {
  test('neighbour: reads them where there are some', async () => {
    holdDetail({ announcementHours: { from: 1320, to: 420 } })
    openGroup()
    expect(await screen.findByText(words.hoursNow('晚上10点到早上7点'))).toBeVisible()
    expect(screen.queryByText(words.hoursChange)).toBeNull()
  })

  test('leader: sets the usual night in two taps', async () => {
    asLeader({ version: 2 })
    answer('group.setHours', ({ announcementHours }) => ({ group: aDetail({ announcementHours }) }))
    openGroup()
    fireEvent.click(await screen.findByText(words.hoursSet))
    fireEvent.click(screen.getByText(words.hoursSave))
    await waitFor(() =>
      expect(requestsOf('group.setHours').map(({ input }) => input)).toEqual([
        { groupPath, version: 2, announcementHours: { from: 1320, to: 420 } },
      ]),
    )
  })

  test('leader: lifts them once confirmed; somebody was quicker: it says so and shows how it stands', async () => {
    asLeader({ announcementHours: { from: 1320, to: 420 }, version: 3 })
    answer('group.setHours', () => refuse('Conflict'))
    openGroup()
    fireEvent.click(await screen.findByText(words.hoursClear))
    expect(screen.getByText(words.hoursClearWhy)).toBeVisible()
    fireEvent.click(within(screen.getByRole('dialog')).getByText(words.hoursClear))
    await waitFor(() =>
      expect(Taro.showToast).toHaveBeenCalledWith(
        expect.objectContaining({ title: errorWords(new AppError('Conflict')) }),
      ),
    )
    await waitFor(() => expect(requestsOf('group.get').length).toBeGreaterThan(1))
  })
})

test('leader: who is silenced, until when, why and by whom; and the way to what was reported', async () => {
  const until = Date.now() + hours(3)
  asLeader({
    silences: [
      { name: '小吴', until, reason: '刷屏', by: { name: '周敏' } },
      { name: '老赵', until: Date.now() - 1, reason: '旧的', by: { name: '周敏' } },
    ],
  })
  openGroup()
  expect(await screen.findByText(words.silence('小吴', momentWords(until, Date.now())))).toBeVisible()
  expect(screen.getByText(words.silenceWhy('刷屏', '周敏'))).toBeVisible()
  expect(screen.queryByText(/老赵/)).toBeNull()
  fireEvent.click(screen.getByText(words.reports))
  opened(routes.moderation)
})

test('without a network: says so, and opens once tried again', async () => {
  answer('group.get', () => {
    throw lost
  })
  openGroup()
  const again = await screen.findByText('再试一次')
  holdDetail()
  fireEvent.click(again)
  expect(await screen.findByText('幸福里小区 4栋')).toBeVisible()
})
