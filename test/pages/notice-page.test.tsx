import { fireEvent, screen, waitFor } from '@testing-library/react'
import { notice as words } from '@/copy/notice'
import type { NoticeView } from '@/domain/notice/contract'
import NoticePage from '@/packages/staff/pages/notice'
import NoticesPage from '@/pages/notices'
import { aGrant, aLeader } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const leader = aLeader({
  roles: [aGrant('microGridLeader', places.building4, { areaName: '幸福里小区 4栋' })],
})
const notice = (overrides: Partial<NoticeView> = {}): NoticeView => ({
  _id: 'notice-0001',
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  title: '明天停水',
  text: '九点到十一点停水',
  authorName: '周敏',
  publishedAt: Date.UTC(2025, 0, 1),
  isRead: false,
  reach: null,
  ...overrides,
})
const hold = (...items: NoticeView[]): void => answer('notice.list', () => ({ items, nextCursor: null }))

function write(title: string, text: string): void {
  fireEvent.change(screen.getByLabelText(words.title), { target: { value: title } })
  fireEvent.change(screen.getByLabelText(words.text), { target: { value: text } })
  fireEvent.click(screen.getByText(words.publish))
}

test('leader: before it goes out, hears whom it reaches', async () => {
  signIn(leader)
  hold()
  answer('notice.publish', () => ({ notice: notice() }))
  openPage(NoticePage)
  await screen.findByText('幸福里小区 4栋（整栋楼）')
  write('明天停水', '九点到十一点')
  expect(screen.getByText(words.reaches('幸福里小区 4栋', '明天停水'))).toBeVisible()
  fireEvent.click(screen.getByText(words.confirm))
  await waitFor(() =>
    expect(requestsOf('notice.publish')[0]?.input).toEqual({
      areaPath: places.building4,
      title: '明天停水',
      text: '九点到十一点',
    }),
  )
})

test('leader: an empty notice is not sent, and is told what is missing', async () => {
  signIn(leader)
  hold()
  openPage(NoticePage)
  await screen.findByText(words.publish)
  write('', '')
  expect(screen.getByText(words.titleShort)).toBeVisible()
  expect(screen.getByText(words.textShort)).toBeVisible()
  expect(requestsOf('notice.publish')).toHaveLength(0)
})

test('leader: a notice whose answer was lost is sent again as the same one', async () => {
  signIn(leader)
  hold()
  answer('notice.publish', () => {
    throw lost
  })
  openPage(NoticePage)
  await screen.findByText(words.publish)
  write('明天停水', '九点到十一点')
  fireEvent.click(screen.getByText(words.confirm))
  await waitFor(() => expect(requestsOf('notice.publish')).toHaveLength(1))
  await waitFor(() => expect(screen.getByText(words.confirm)).not.toBeDisabled())
  fireEvent.click(screen.getByText(words.confirm))
  await waitFor(() => expect(requestsOf('notice.publish')).toHaveLength(2))
  const [one, two] = requestsOf('notice.publish')
  expect(two!.requestId).toBe(one!.requestId)
})

test('leader: sees how many have read it, and who has not', async () => {
  signIn(leader)
  hold(notice({ reach: { read: 23, residents: 60 } }))
  answer('notice.unread', () => ({
    items: [{ userId: 'resident-li', nickname: '李奶奶', areaName: '幸福里小区 4栋' }],
    total: 37,
  }))
  openPage(NoticePage)
  fireEvent.click(await screen.findByText('23 / 60 位已读'))
  expect(await screen.findByText(words.unreadTitle(37))).toBeVisible()
  expect(await screen.findByText('李奶奶')).toBeVisible()
  expect(screen.getByText(words.unreadMore(1))).toBeVisible()
})

test('resident: cannot publish, and is told who can', async () => {
  signIn()
  openPage(NoticePage)
  expect(await screen.findByText(words.noArea)).toBeVisible()
})

test('resident: opening a notice counts as reading it; nobody’s reading is shown', async () => {
  signIn()
  hold(notice(), notice({ _id: 'notice-0002', title: '电梯检修', isRead: true }))
  answer('notice.read', () => ({ notice: notice({ isRead: true }) }))
  openPage(NoticesPage)
  fireEvent.click(await screen.findByLabelText(`${words.unreadMark}：明天停水`))
  await waitFor(() => expect(requestsOf('notice.read')[0]?.input).toEqual({ noticeId: 'notice-0001' }))
  fireEvent.click(screen.getByLabelText('电梯检修'))
  expect(requestsOf('notice.read')).toHaveLength(1)
  expect(screen.queryByText(/位已读/)).toBeNull()
})
