import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { deskWords } from '@/copy/dispatch'
import { latenessWords, orderWords } from '@/copy/order'
import { presentOrder } from '@/domain/order/present'
import CallsPage from '@/packages/staff/pages/calls/index'
import InCarePage from '@/packages/staff/pages/in-care/index'
import { aLeader } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { answer } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const li = { userId: 'resident-li', nickname: '李阿姨', orderId: 'order-0001', moment: 'accepted' }

test('leader: calls whom no message reaches', async () => {
  signIn(aLeader())
  answer('order.listCalls', () => ({ calls: [{ ...li, hasPhone: true }] }))
  answer('order.phone', () => ({ phone: '13812345678' }))
  openPage(CallsPage)
  fireEvent.click(await screen.findByRole('button', { name: deskWords.seePhone }))
  fireEvent.click(await screen.findByRole('button', { name: `${orderWords.call} 13812345678` }))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '13812345678' })
})

test('leader: who left no phone is still on the list', async () => {
  signIn(aLeader())
  answer('order.listCalls', () => ({ calls: [{ ...li, hasPhone: false }] }))
  openPage(CallsPage)
  expect(await screen.findByText('李阿姨')).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('button', { name: deskWords.seePhone })).toBeNull())
})

test('leader: sees what is late first, and may ask for the phone of that one', async () => {
  const leader = aLeader()
  signIn(leader)
  const late = anOrder({ _id: 'order-late', text: '灯不亮', lateness: 1 })
  const items = [late, anOrder({ text: '水龙头漏水' })].map((order) => presentOrder(leader, order))
  answer('order.listInCare', () => ({ items }))
  openPage(InCarePage)
  expect(await screen.findByText('灯不亮')).toBeVisible()
  expect(screen.getByText('水龙头漏水')).toBeVisible()
  expect(screen.getByText(latenessWords[1])).toBeVisible()
  expect(screen.getAllByRole('button', { name: deskWords.seePhone })).toHaveLength(1)
})

test('leader: nothing is open', async () => {
  signIn(aLeader())
  answer('order.listInCare', () => ({ items: [] }))
  openPage(InCarePage)
  expect(await screen.findByText(orderWords.inCareEmpty)).toBeVisible()
})
