import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { presentOrder } from '@/domain/order/present'
import { orderStatuses } from '@/domain/order/schema'
import { eventButtons } from '@/copy/order'
import OrderPage from '@/pages/order/index'
import { anAccount, aStaffMember, aVolunteer } from '../support/factories/account'
import { anOrder, secrets } from '../support/factories/order'
import { answer, refuse, requestsOf } from './_support/fake-cloud'
import { holdOrder, openPage, signIn } from './_support/render-page'

const me = anAccount()
const volunteer = aVolunteer()
const params = { id: 'order-0001' }

test.each(orderStatuses)(
  'requester: an order that is %s offers only what the server allows',
  async (status) => {
    signIn(me)
    const order = anOrder({ status })
    holdOrder(order, me)
    openPage(OrderPage, params)
    await screen.findByText('厨房水龙头漏水')
    const allowed = presentOrder(me, order).allowedActions
    if (allowed.length > 1 && screen.queryByText('更多')) await userEvent.click(screen.getByText('更多'))
    const buttons = screen.queryAllByRole('button').map((button) => button.textContent)
    const shown = Object.values(eventButtons).filter((words) => words !== '' && buttons.includes(words))
    expect(new Set(shown)).toEqual(new Set(allowed.map((event) => eventButtons[event])))
  },
)

test('volunteer: sees door and phone of an order they have taken', async () => {
  signIn(volunteer)
  holdOrder(anOrder({ status: 'accepted' }), volunteer)
  openPage(OrderPage, params)
  expect(await screen.findByText(secrets.roomNumber)).toBeInTheDocument()
  await userEvent.click(screen.getByText('打电话'))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: secrets.phone })
})

test('staff: sees neither door nor phone', async () => {
  const staff = aStaffMember()
  signIn(staff)
  holdOrder(anOrder({ status: 'accepted' }), staff)
  const { container } = openPage(OrderPage, params)
  await screen.findByText('厨房水龙头漏水')
  expect(container).not.toHaveTextContent(secrets.roomNumber)
  expect(container).not.toHaveTextContent(secrets.phone)
  expect(screen.queryByText('打电话')).not.toBeInTheDocument()
})

test('requester: cancelling asks why and names the consequence', async () => {
  signIn(me)
  const order = anOrder()
  holdOrder(order, me)
  answer('order.cancel', () => ({
    order: presentOrder(me, { ...order, status: 'cancelled', phase: 'done' }),
  }))
  openPage(OrderPage, params)
  await userEvent.click(await screen.findByText('取消订单'))
  expect(screen.getByText(/取消后没有人会来/)).toBeInTheDocument()
  const confirm = screen.getAllByText('取消订单').at(-1)
  expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await userEvent.type(screen.getByLabelText('为什么取消'), '儿子来修了')
  if (confirm) await userEvent.click(confirm)
  await waitFor(() =>
    expect(requestsOf('order.cancel')[0]?.input).toEqual({ orderId: 'order-0001', note: '儿子来修了' }),
  )
})

test('requester: rates with stars, tags and words', async () => {
  signIn(me)
  const order = anOrder({ status: 'completed' })
  holdOrder(order, me)
  answer('order.review', () => ({ order: presentOrder(me, anOrder({ status: 'reviewed' })) }))
  openPage(OrderPage, params)
  await userEvent.click(await screen.findByText('评价'))
  await userEvent.click(screen.getByRole('radio', { name: '4 星' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '准时' }))
  await userEvent.type(screen.getByLabelText('说两句（可以不写）'), '谢谢小王')
  await userEvent.click(screen.getByText('交评价'))
  await waitFor(() =>
    expect(requestsOf('order.review')[0]?.input).toEqual({
      orderId: 'order-0001',
      stars: 4,
      tags: ['onTime'],
      words: '谢谢小王',
    }),
  )
})

test('volunteer: who was a second too late is told so, and sees how it stands now', async () => {
  signIn(volunteer)
  holdOrder(anOrder({ status: 'dispatched', offer: { kind: 'hall' } }), volunteer)
  answer('order.accept', () => refuse('Conflict'))
  openPage(OrderPage, params)
  await userEvent.click(await screen.findByRole('button', { name: '接单' }))
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: '刚刚有了变化，已为您更新' }),
    ),
  )
  await waitFor(() => expect(requestsOf('order.get').length).toBeGreaterThan(1))
})

test('the whole story is folded until asked for', async () => {
  signIn(me)
  holdOrder(anOrder(), me)
  openPage(OrderPage, params)
  await userEvent.click(await screen.findByText('全部经过'))
  expect(screen.getByText('李阿姨点了这一单')).toBeInTheDocument()
})

test('late: says by how much', async () => {
  signIn(me)
  holdOrder(anOrder({ dueAt: Date.now() - 2 * 3_600_000 }), me)
  openPage(OrderPage, params)
  expect(await screen.findByText('已晚 2 小时')).toBeInTheDocument()
})

test('anyone: an order that is gone is explained', async () => {
  signIn(me)
  answer('order.get', () => refuse('NotFound'))
  openPage(OrderPage, params)
  expect(await screen.findByText('没找到，可能已经撤下了')).toBeInTheDocument()
})
