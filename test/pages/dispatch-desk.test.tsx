import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { dispatch as words, reasonWords } from '@/copy/dispatch'
import { presentOrder } from '@/domain/order/present'
import { rankReasonSchema } from '@/domain/order/rank'
import type { Order } from '@/domain/order/schema'
import DeskPage from '@/packages/staff/pages/desk'
import DeskOrderPage from '@/packages/staff/pages/order'
import { aStaffMember } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { answer, requestsOf } from './_support/fake-cloud'
import { holdOrder, openPage, signIn } from './_support/render-page'

const me = aStaffMember()
const view = (order: Order) => presentOrder(me, order)
const params = { id: 'order-0001' }
const chen = {
  userId: 'volunteer-chen',
  nickname: '陈浩',
  score: 80,
  openCount: 0,
  reasons: ['skilled' as const, 'sameBuilding' as const, 'free' as const],
}

function holdDesk(orders: Order[]): void {
  signIn(me)
  answer('order.countDesk', () => ({ waiting: orders.length, moving: 7, late: 3 }))
  answer('order.listDesk', () => ({ items: orders.map(view), nextCursor: null }))
}

test('reasons are said in plain words', () => {
  expect(reasonWords(['skilled', 'sameBuilding', 'free'], 'gasAlarm')).toBe(
    '会看燃气 · 住同一栋 · 手上没有单',
  )
  for (const reason of rankReasonSchema.options) expect(reasonWords([reason], 'repair')).not.toBe('')
})

test('staff: sees the counts, the queue, and opens an order', async () => {
  holdDesk([anOrder({ dueAt: Date.now() - 2 * 3_600_000 })])
  openPage(DeskPage)
  expect(await screen.findByText('厨房水龙头漏水')).toBeVisible()
  expect(screen.getByText('7')).toBeVisible()
  expect(screen.getByText('已晚 2 小时')).toBeVisible()
  fireEvent.click(screen.getByText('厨房水龙头漏水'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/staff/pages/order/index?id=order-0001' })
})

test('staff: an empty queue is good news', async () => {
  holdDesk([])
  openPage(DeskPage)
  expect(await screen.findByText('都派出去了，喝口水吧')).toBeVisible()
})

test('resident: the desk says whose it is', async () => {
  signIn()
  openPage(DeskPage)
  expect(await screen.findByText(words.notStaff)).toBeVisible()
})

test('staff: sees why someone is suggested and sends them with one tap', async () => {
  holdDesk([])
  const order = anOrder({ service: 'gasAlarm' })
  holdOrder(order, me)
  answer('order.suggest', () => ({ items: [chen] }))
  answer('order.dispatch', () => ({ order: view({ ...order, status: 'dispatched' }) }))
  openPage(DeskOrderPage, params)
  expect(await screen.findByText('会看燃气 · 住同一栋 · 手上没有单')).toBeVisible()
  fireEvent.click(screen.getByText('派给陈浩'))
  await waitFor(() =>
    expect(requestsOf('order.dispatch')[0]?.input).toEqual({
      orderId: 'order-0001',
      to: { kind: 'person', volunteerId: 'volunteer-chen' },
    }),
  )
})

test('staff: without volunteers the hall is still there', async () => {
  holdDesk([])
  holdOrder(anOrder(), me)
  answer('order.suggest', () => ({ items: [] }))
  answer('order.dispatch', () => ({ order: view(anOrder({ status: 'dispatched' })) }))
  openPage(DeskOrderPage, params)
  fireEvent.click(await screen.findByText(words.toHall))
  await waitFor(() => expect(requestsOf('order.dispatch')[0]?.input).toMatchObject({ to: { kind: 'hall' } }))
})

test('staff: taking an order back from a volunteer needs a reason', async () => {
  holdDesk([])
  const order = anOrder({ status: 'accepted' })
  holdOrder(order, me)
  answer('order.withdraw', () => ({ order: view(anOrder()) }))
  openPage(DeskOrderPage, params)
  fireEvent.click(await screen.findByText(words.transfer))
  expect(screen.getByText(words.transferCheck)).toBeVisible()
  fireEvent.click(screen.getByText('等得太久'))
  fireEvent.click(screen.getAllByText(words.transfer).pop()!)
  await waitFor(() => expect(requestsOf('order.withdraw')[0]?.input).toMatchObject({ note: '等得太久' }))
})

test('staff: an order in service can be transferred, not cancelled', async () => {
  holdDesk([])
  holdOrder(anOrder({ status: 'inService' }), me)
  openPage(DeskOrderPage, params)
  expect(await screen.findByText(words.transfer)).toBeVisible()
  expect(screen.queryByText(words.cancel)).toBeNull()
  expect(screen.queryByText(words.helpers)).toBeNull()
})
