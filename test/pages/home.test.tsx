import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { presentOrder } from '@/domain/order/present'
import Home from '@/pages/home/index'
import { anAccount, aMembership, aStaffMember, aVolunteer } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const aNotice = {
  _id: 'notice-0001',
  areaPath: 'heping/c1/e1/b4/',
  areaName: '幸福里小区 4栋',
  title: '明天停水',
  text: '上午九点到十一点停水，请备好水。',
  authorName: '陈社工',
  publishedAt: Date.now(),
  isRead: false,
  reach: null,
}

function holdNothing(): void {
  answer('order.listMine', () => ({ items: [], nextCursor: null }))
  answer('notice.list', () => ({ items: [], nextCursor: null }))
}

test('newcomer: looks around and is shown the way in', async () => {
  signIn(null)
  openPage(Home)
  expect(await screen.findByText('有事点一单')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '扫码加入' })).toBeInTheDocument()
  expect(screen.queryByText('去点单')).not.toBeInTheDocument()
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
    url: `/pages/order-new/index?service=&text=${encodeURIComponent('灯不亮了')}`,
  })
})

test('resident: sees the open orders, not the finished ones, and no entry of a role', async () => {
  const me = anAccount()
  signIn(me)
  holdNothing()
  answer('order.listMine', () => ({
    items: [
      presentOrder(me, anOrder({ _id: 'order-open', text: '水龙头漏水' })),
      presentOrder(me, anOrder({ _id: 'order-done', text: '早就办完了', status: 'reviewed' })),
    ],
    nextCursor: null,
  }))
  openPage(Home)
  expect(await screen.findByText('水龙头漏水')).toBeInTheDocument()
  expect(screen.getByText('还没有人接单，我们在帮您找')).toBeInTheDocument()
  expect(screen.queryByText('早就办完了')).not.toBeInTheDocument()
  expect(screen.queryByText('接单大厅')).not.toBeInTheDocument()
  expect(screen.queryByText('派单台')).not.toBeInTheDocument()
})

test('resident: reads the newest notice, and it is known to have been read', async () => {
  signIn()
  holdNothing()
  answer('notice.list', () => ({ items: [aNotice], nextCursor: null }))
  answer('notice.read', () => ({ notice: { ...aNotice, isRead: true } }))
  openPage(Home)
  await userEvent.click(await screen.findByText('明天停水'))
  await userEvent.click(screen.getByText('知道了'))
  expect(requestsOf('notice.read')[0]?.input).toEqual({ noticeId: 'notice-0001' })
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
  answer('order.countDesk', () => ({ waiting: 12, moving: 3, late: 2 }))
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
