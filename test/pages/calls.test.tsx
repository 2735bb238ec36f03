import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { orderWords } from '@/copy/order'
import CallsPage from '@/packages/staff/pages/calls/index'
import { aLeader } from '../support/factories/account'
import { answer } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const li = { userId: 'resident-li', nickname: '李阿姨', orderId: 'order-0001', moment: 'accepted' }

test('leader: calls whom no message reaches', async () => {
  signIn(aLeader())
  answer('order.listCalls', () => ({ calls: [{ ...li, phone: '13812345678' }] }))
  openPage(CallsPage)
  fireEvent.click(await screen.findByRole('button', { name: orderWords.call }))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '13812345678' })
})

test('leader: who left no phone is still on the list', async () => {
  signIn(aLeader())
  answer('order.listCalls', () => ({ calls: [{ ...li, phone: null }] }))
  openPage(CallsPage)
  expect(await screen.findByText('李阿姨')).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('button', { name: orderWords.call })).toBeNull())
})
