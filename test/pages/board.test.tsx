import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { common } from '@/copy/common'
import { notice as words } from '@/copy/notice'
import { noticeButtonWords } from '@/copy/notice-form'
import { hours } from '@/domain/shared/time'
import BoardPage from '@/packages/talk/pages/board'
import NoticePage from '@/packages/talk/pages/board/notice'
import { routes } from '@/routes'
import { aLeader } from '../support/factories/account'
import { aHandbook } from '../support/factories/handbook'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { aNoticeView } from './_support/notices'
import { openPage, signIn } from './_support/render-page'

const tap = async (said: string | RegExp) => userEvent.click(await screen.findByText(said))
const hold = (overrides: Parameters<typeof aNoticeView>[0] = {}): void =>
  answer('notice.get', () => ({ notice: aNoticeView(overrides) }))
const openIt = () => openPage(NoticePage, { id: 'notice-0001' })

test('resident: the board shows what holds now, then all; why one is no more is said', async () => {
  signIn()
  const past = [
    aNoticeView({
      _id: 'notice-0003',
      title: '写错了的',
      state: 'withdrawn',
      withdrawn: { by: { name: '周敏' }, reason: '时间写错了', at: Date.now() },
    }),
    aNoticeView({
      _id: 'notice-0004',
      title: '上周的',
      isExpired: true,
      expiresAt: Date.now() - hours(1),
    }),
  ]
  answer('notice.list', ({ view }) => ({
    items: view === 'current' ? [aNoticeView()] : [aNoticeView(), ...past],
    nextCursor: null,
  }))
  openPage(BoardPage)
  expect(await screen.findByRole('button', { name: '没看过：明天停水' })).toBeVisible()
  expect(screen.queryByText('写错了的')).toBeNull()
  await tap(words.all)
  expect(await screen.findByText(words.withdrawn('周敏', '时间写错了'))).toBeVisible()
  expect(screen.getByText(/就过期了$/)).toBeVisible()
  // What holds no more is nothing to catch up on.
  expect(screen.getAllByText(words.unreadMark)).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: '没看过：明天停水' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.notices('notice-0001') })
})

test('resident: nothing holds now, and nothing ever did', async () => {
  signIn()
  answer('notice.list', () => ({ items: [], nextCursor: null }))
  openPage(BoardPage)
  expect(await screen.findByText(words.currentEmpty)).toBeVisible()
  await tap(words.seeAll)
  expect(await screen.findByText(words.listEmpty)).toBeVisible()
})

test('resident: a board that cannot be fetched says why and tries again', async () => {
  signIn()
  answer('notice.list', () => {
    throw lost
  })
  openPage(BoardPage)
  await screen.findByText('网络断开了，连上后再点一次')
  answer('notice.list', () => ({ items: [aNoticeView()], nextCursor: null }))
  await tap('再试一次')
  expect(await screen.findByText('明天停水')).toBeVisible()
})

test('resident: "I know" marks it read; nobody else’s reading is shown', async () => {
  signIn()
  let isRead = false
  answer('notice.get', () => ({ notice: aNoticeView({ isRead }) }))
  answer('notice.read', () => {
    isRead = true
    return { notice: aNoticeView({ isRead }) }
  })
  openIt()
  await tap(words.gotIt)
  expect(await screen.findByText(words.isRead)).toBeVisible()
  await waitFor(() => expect(screen.queryByText(words.gotIt)).toBeNull())
  expect(requestsOf('notice.read').map(({ input }) => input)).toEqual([{ noticeId: 'notice-0001' }])
  expect(screen.queryByText(words.reachTitle)).toBeNull()
})

test('resident: its button opens the order form with the service, named as the handbook names it', async () => {
  signIn()
  const [service] = aHandbook().services.filter(({ guideId, isActive }) => guideId === null && isActive)
  hold({ button: { kind: 'order', serviceId: service!.id } })
  answer('handbook.get', () => ({ handbook: { ...aHandbook(), trail: null, canEdit: false } }))
  openIt()
  await tap(noticeButtonWords.order(service!.name))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.orderNew({ serviceId: service!.id }) })
})

test('resident: its button opens a page, or calls', async () => {
  signIn()
  hold({ button: { kind: 'page', page: 'directory' } })
  const { unmount } = openIt()
  await tap(noticeButtonWords.page.directory)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.directory() })
  unmount()
  hold({ button: { kind: 'call', name: '物业', phone: '0711-3350001' } })
  openIt()
  await tap(noticeButtonWords.call('物业'))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '0711-3350001' })
})

test('resident: one that holds no more asks for nothing', async () => {
  signIn()
  hold({ isExpired: true, expiresAt: Date.now() - hours(1), button: { kind: 'page', page: 'guide' } })
  openIt()
  expect(await screen.findByText('明天停水')).toBeVisible()
  expect(screen.queryByText(words.gotIt)).toBeNull()
  expect(screen.queryByText(noticeButtonWords.page.guide)).toBeNull()
})

const reach = { read: 140, residents: 312, readHouseholds: 97, households: 128 }

test('leader: sees by building where nobody has read it, and who should be looked in on first', async () => {
  signIn(aLeader())
  hold({ reach, allowedActions: ['remind', 'withdraw'] })
  answer('notice.unread', () => ({
    items: [
      { userId: 'resident-wu', nickname: '小吴', areaName: '4栋', needsCare: false },
      { userId: 'resident-li', nickname: '李奶奶', areaName: '4栋', needsCare: true },
      { userId: 'resident-ma', nickname: '马叔', areaName: '5栋', needsCare: false },
    ],
    households: 31,
    nextCursor: null,
  }))
  openIt()
  await tap('128 户里 97 户看过')
  expect(await screen.findByText(words.unreadTitle(31))).toBeVisible()
  const names = (await screen.findAllByText(/^(小吴|李奶奶|马叔)$/)).map(({ textContent }) => textContent)
  expect(names).toEqual(['李奶奶', '小吴', '马叔'])
  expect(screen.getAllByText(words.needsCare)).toHaveLength(1)
})

test('leader: goes on through all who have not read it, past those who all have', async () => {
  signIn(aLeader())
  hold({ reach, allowedActions: ['remind', 'withdraw'] })
  const line = (userId: string, nickname: string, areaName: string) => ({
    ...{ userId, nickname, areaName },
    needsCare: false,
  })
  const pages = [
    { items: [], nextCursor: 'behind-4' },
    { items: [line('resident-wu', '小吴', '5栋')], nextCursor: 'behind-5' },
    { items: [line('resident-ma', '马叔', '5栋'), line('resident-he', '小何', '6栋')], nextCursor: null },
  ]
  const cursors = [null, 'behind-4', 'behind-5']
  answer('notice.unread', ({ cursor }) => ({ ...pages[cursors.indexOf(cursor ?? null)]!, households: 31 }))
  openIt()
  await tap('128 户里 97 户看过')
  expect(await screen.findByText('小吴')).toBeVisible()
  expect(screen.queryByText('小何')).toBeNull()
  await tap(common.more)
  expect(await screen.findByText('小何')).toBeVisible()
  expect(screen.getAllByText('5栋')).toHaveLength(1)
  expect(screen.queryByText(common.more)).toBeNull()
  expect(requestsOf('notice.unread')).toHaveLength(3)
})

test('leader: reminds after being told whom; the next time is said', async () => {
  signIn(aLeader())
  let remindedAt: number | null = null
  const view = () =>
    aNoticeView({ reach, remindedAt, allowedActions: remindedAt ? ['withdraw'] : ['remind', 'withdraw'] })
  answer('notice.get', () => ({ notice: view() }))
  answer('notice.remind', () => {
    remindedAt = Date.now()
    return { notice: view() }
  })
  openIt()
  await tap(words.remind)
  expect(screen.getByText(words.remindWho(31))).toBeVisible()
  expect(requestsOf('notice.remind')).toHaveLength(0)
  await userEvent.click(screen.getAllByText(words.remind).at(-1)!)
  expect(await screen.findByText(/^刚提醒过/)).toBeVisible()
  expect(screen.queryByText(words.remind)).toBeNull()
})

test('leader: takes it back with a reason, which everyone then sees', async () => {
  signIn(aLeader())
  let reason = ''
  const view = () =>
    reason === ''
      ? aNoticeView({ reach, allowedActions: ['withdraw'] })
      : aNoticeView({
          reach,
          state: 'withdrawn',
          withdrawn: { by: { name: '周敏' }, reason, at: Date.now() },
        })
  answer('notice.get', () => ({ notice: view() }))
  answer('notice.withdraw', (input) => {
    reason = input.reason
    return { notice: view() }
  })
  openIt()
  await tap(words.withdraw)
  await tap('时间写错了')
  await userEvent.click(screen.getAllByText(words.withdraw).at(-1)!)
  expect(await screen.findByText(words.withdrawn('周敏', '时间写错了'))).toBeVisible()
})
