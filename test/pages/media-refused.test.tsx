import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { notice as noticeWords } from '@/copy/notice'
import { orderWords } from '@/copy/order'
import type { Activity } from '@/domain/order/parts'
import NoticePage from '@/packages/talk/pages/board/notice'
import OrderPage from '@/pages/order/index'
import { anAccount } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { answer } from './_support/fake-cloud'
import { aNoticeView } from './_support/notices'
import { holdOrder, openPage, signIn } from './_support/render-page'

const me = anAccount()
const photoGone = '有一张照片没通过微信的检查，已经拿掉了'
const voiceGone = '有一段语音没通过微信的检查，已经拿掉了'

const lineOf = (event: Activity['event'], at: number): Activity => ({
  event,
  from: 'placed',
  to: 'placed',
  by: null,
  byName: '',
  at,
  note: '',
  isInternal: false,
  requestId: `check-${at}`,
})

async function openOrder(...events: Activity['event'][]): Promise<void> {
  signIn(me)
  const order = anOrder()
  const lines = events.map((event, index) => lineOf(event, order.createdAt + index + 1))
  holdOrder({ ...order, activity: [...order.activity, ...lines] }, me)
  openPage(OrderPage, { id: order._id })
  await screen.findByText('厨房水龙头漏水')
}

test('an order says once what was taken out of it, also where two pictures were', async () => {
  await openOrder('refusePhoto', 'refusePhoto', 'refuseVoice')
  expect(screen.getAllByText(photoGone)).toHaveLength(1)
  expect(screen.getAllByText(voiceGone)).toHaveLength(1)
})

test('an order out of which nothing was taken says nothing of it', async () => {
  await openOrder()
  expect(screen.queryByText(/没通过微信的检查/)).toBeNull()
})

test('the history of an order tells it each time, as nobody’s doing', async () => {
  await openOrder('refusePhoto', 'refusePhoto')
  await userEvent.click(screen.getByText(orderWords.trail))
  expect(screen.getAllByText(photoGone)).toHaveLength(3)
})

test.each([
  [1, photoGone],
  [3, '有3张照片没通过微信的检查，已经拿掉了'],
])('a notice says how many pictures were taken out of it: %i', async (photosRefused, words) => {
  signIn(me)
  answer('notice.get', () => ({ notice: aNoticeView({ photosRefused }) }))
  openPage(NoticePage, { id: 'notice-0001' })
  expect(await screen.findByText(words)).toBeVisible()
  expect(noticeWords.photosRefused(photosRefused)).toBe(words)
})

test('a notice out of which nothing was taken says nothing of it', async () => {
  signIn(me)
  answer('notice.get', () => ({ notice: aNoticeView() }))
  openPage(NoticePage, { id: 'notice-0001' })
  await screen.findByText('明天停水')
  expect(screen.queryByText(/没通过微信的检查/)).toBeNull()
})
