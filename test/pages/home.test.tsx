import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { homeWords, newcomerWords } from '@/copy/pages'
import { presentOrder } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import Home from '@/pages/home/index'
import { aLeader, anAccount, aMembership, aStaffMember, aVolunteer } from '../support/factories/account'
import { aHandbook, aService } from '../support/factories/handbook'
import { anOrder, aTaker, peopleOffer, wang } from '../support/factories/order'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { aNoticeView } from './_support/notices'
import { openPage, signIn } from './_support/render-page'

/** The cloud holds these orders of mine, and tells the open from the done as it does. */
function holdMine(orders: Order[], me = anAccount()): void {
  answer('order.listMine', ({ view = 'all' }) => ({
    items: orders
      .filter(({ phase }) => view === 'all' || (phase === 'done') === (view === 'done'))
      .map((order) => presentOrder(me, order)),
    nextCursor: null,
  }))
}

function holdNothing(): void {
  holdMine([])
  answer('order.listTasks', () => ({ items: [], nextCursor: null }))
  answer('handbook.get', () => ({ handbook: { ...aHandbook(), trail: null, canEdit: false } }))
  answer('notice.list', () => ({ items: [], nextCursor: null }))
}

test('newcomer: looks around and is shown the way in', async () => {
  signIn(null)
  openPage(Home)
  expect(await screen.findByText('有事点一单')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '扫码加入' })).toBeInTheDocument()
  expect(screen.queryByText('去点单')).not.toBeInTheDocument()
})

test('an applicant without a home: scans a building’s code from here', async () => {
  signIn(anAccount({ memberships: [] }))
  holdNothing()
  openPage(Home)
  expect(await screen.findByText(homeWords.noHome)).toBeVisible()
  expect(screen.getByRole('button', { name: newcomerWords.scan })).toBeVisible()
})

test('newcomer: types the code of an invitation', async () => {
  signIn(null)
  openPage(Home)
  await userEvent.click(await screen.findByText('输邀请码'))
  await userEvent.type(screen.getByLabelText('邀请码'), 'abc')
  await userEvent.click(screen.getByText('打开'))
  expect(screen.getByText('没认出这个码，请对照着再输一遍')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('邀请码'), 'defgh')
  await userEvent.click(screen.getByText('打开'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/join/index?scene=abcdefgh' })
})

test('resident: a sentence on the home page opens the order form with it', async () => {
  signIn()
  holdNothing()
  openPage(Home)
  await userEvent.type(await screen.findByLabelText('需要帮忙？'), '灯不亮了')
  await userEvent.click(screen.getByText('去点单'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/packages/ask/pages/order-new/index?service=&text=${encodeURIComponent('灯不亮了')}`,
  })
})

test('resident: one tap on a usual service opens the form with it; the office says what is usual', async () => {
  signIn()
  holdNothing()
  const services = [aService({ id: 'piano', name: '调钢琴' }), aService({ name: '停办的', isActive: false })]
  const many = Array.from({ length: 7 }, (_, at) => aService({ id: `extra-${at}`, name: `别的${at}` }))
  answer('handbook.get', () => ({
    handbook: { ...aHandbook({ services: [...services, ...many] }), trail: null, canEdit: false },
  }))
  openPage(Home)
  await userEvent.click(await screen.findByText('调钢琴'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/packages/ask/pages/order-new/index?service=piano&text=',
  })
  expect(screen.queryByText('停办的')).not.toBeInTheDocument()
  expect(screen.getByText('别的4')).toBeInTheDocument()
  expect(screen.queryByText('别的5')).not.toBeInTheDocument()
})

test('resident: emergency numbers are one tap away, with the gas company and the office of the place', async () => {
  signIn()
  holdNothing()
  const gas = { ...aHandbook().guide[0]!, id: 'gasCompany', name: '燃气抢修', phone: '025-96777' }
  answer('handbook.get', () => ({
    handbook: { ...aHandbook({ guide: [gas] }), trail: null, canEdit: false },
  }))
  openPage(Home)
  await screen.findByText('小修小补')
  await userEvent.click(screen.getByRole('button', { name: '紧急电话' }))
  const calls = screen.getAllByRole('button', { name: /^打给/ })
  const numbers = calls.map((row) => row.getAttribute('aria-label')?.split('，')[1])
  expect(numbers).toEqual(['120', '119', '110', '025-96777', '025-87654321'])
  await userEvent.click(calls[0]!)
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '120' })
})

test('newcomer: emergency numbers are there for those whom nobody knows yet', async () => {
  signIn(null)
  openPage(Home)
  await userEvent.click(await screen.findByRole('button', { name: '紧急电话' }))
  expect(screen.getByRole('button', { name: '打给急救，120' })).toBeInTheDocument()
})

test('resident: sees the open orders, not the finished ones, and no entry of a role', async () => {
  signIn()
  holdNothing()
  holdMine([
    anOrder({ _id: 'order-open', text: '水龙头漏水' }),
    anOrder({ _id: 'order-done', text: '早就办完了', status: 'cancelled', seriesId: 'series-0001' }),
  ])
  openPage(Home)
  expect(await screen.findByText('水龙头漏水')).toBeInTheDocument()
  expect(screen.getByText('还没有人接单，我们在帮您找')).toBeInTheDocument()
  expect(screen.queryByText('早就办完了')).not.toBeInTheDocument()
  expect(screen.queryByText('接单大厅')).not.toBeInTheDocument()
  expect(screen.queryByText('派单台')).not.toBeInTheDocument()
})

test('resident: an order that waits for a rating says so', async () => {
  signIn()
  holdNothing()
  holdMine([anOrder({ _id: 'order-helped', text: '换好的水龙头', status: 'completed' })])
  openPage(Home)
  expect(await screen.findByText('等您：评价')).toBeInTheDocument()
})

test('resident: orders the same once more; of equal wishes one is offered', async () => {
  signIn()
  holdNothing()
  holdMine([
    anOrder({ _id: 'order-latest', text: '陪我去拿药', status: 'reviewed' }),
    anOrder({ _id: 'order-before', text: '陪我去拿药', status: 'reviewed' }),
  ])
  openPage(Home)
  await userEvent.click(await screen.findByRole('button', { name: '再来一单：陪我去拿药' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/packages/ask/pages/order-new/index?again=order-latest',
  })
})

test('volunteer: offers and asks to stand in are among the live cards', async () => {
  const me = aVolunteer()
  signIn(me)
  holdNothing()
  const zhao = aTaker({ userId: 'volunteer-zhao', name: '赵姐', standIn: wang })
  const orders = [
    anOrder({ _id: 'order-offered', text: '请您去的', status: 'dispatched', offer: peopleOffer() }),
    anOrder({ _id: 'order-stand-in', text: '请您代的', status: 'accepted', takers: [zhao] }),
  ]
  answer('order.listTasks', ({ view }) => ({
    items: view === 'offered' ? orders.map((order) => presentOrder(me, order)) : [],
    nextCursor: null,
  }))
  openPage(Home)
  expect(await screen.findByText('等您：接单')).toBeInTheDocument()
  expect(screen.getByText('等您：我来代班')).toBeInTheDocument()
})

test('resident: without the handbook the sentence can still be written, and another try is offered', async () => {
  signIn()
  holdNothing()
  answer('handbook.get', () => {
    throw lost
  })
  openPage(Home)
  expect(await screen.findByText('再试一次')).toBeInTheDocument()
  expect(screen.getByLabelText('需要帮忙？')).toBeInTheDocument()
})

test('resident: reads the newest notice, and it is known to have been read', async () => {
  signIn()
  holdNothing()
  const notice = aNoticeView()
  answer('notice.list', () => ({ items: [notice], nextCursor: null }))
  answer('notice.read', () => ({ notice: { ...notice, isRead: true } }))
  openPage(Home)
  await userEvent.click(await screen.findByText('明天停水'))
  await userEvent.click(screen.getByText('知道了'))
  expect(requestsOf('notice.read')[0]?.input).toEqual({ noticeId: 'notice-0001' })
})

test('resident: what is urgent stands before what is newer, with a way to its pictures and its button', async () => {
  signIn()
  holdNothing()
  const urgent = aNoticeView({
    _id: 'notice-0002',
    title: '今晚停气',
    isUrgent: true,
    photoFileIds: ['cloud://test/photos/valve.jpg'],
  })
  answer('notice.list', () => ({ items: [aNoticeView(), urgent], nextCursor: null }))
  openPage(Home)
  await userEvent.click(await screen.findByText('今晚停气'))
  expect(screen.queryByText('明天停水')).not.toBeInTheDocument()
  await userEvent.click(screen.getByText('看照片和详情'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/talk/pages/board/notice?id=notice-0002' })
})

test('leader: sees what waits in the groups; a promise of another day is not among it', async () => {
  signIn(aLeader())
  holdNothing()
  answer('inbox.counts', () => ({ waiting: 3, reports: 1, promises: 5, overdue: 2, visits: 4 }))
  openPage(Home)
  await userEvent.click(await screen.findByText('3 句等回，7 件要办'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/talk/pages/inbox/index' })
})

test('resident: is told while the home is not confirmed yet', async () => {
  signIn(anAccount({ memberships: [aMembership({ standing: 'unconfirmed' })] }))
  holdNothing()
  openPage(Home)
  expect(await screen.findByText(/楼长还没确认/)).toBeInTheDocument()
})

test('volunteer: finds the hall', async () => {
  signIn(aVolunteer())
  holdNothing()
  openPage(Home)
  await userEvent.click(await screen.findByText('接单大厅'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/volunteer/pages/hall/index' })
})

test('staff: sees at a glance how many orders wait and how many are late', async () => {
  signIn(aStaffMember())
  holdNothing()
  answer('order.countDesk', () => ({ waiting: 12, later: 0, moving: 3, late: 2, unhappy: 0, unsafe: 0 }))
  openPage(Home)
  expect(await screen.findByText('12 单等派，2 单晚了')).toBeInTheDocument()
})

test('anyone: without an answer is told why, and can try again', async () => {
  answer('account.me', () => {
    throw lost
  })
  openPage(Home)
  expect(await screen.findByText('网络断开了，连上后再点一次')).toBeInTheDocument()
  signIn(null)
  await userEvent.click(screen.getByText('再试一次'))
  expect(await screen.findByText('扫码加入')).toBeInTheDocument()
})
