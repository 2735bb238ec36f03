import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { canView } from '@/domain/order/policy'
import { presentOrder } from '@/domain/order/present'
import { eventWords } from '@/copy/order-events'
import { volunteer as volunteerWords } from '@/copy/volunteer'
import { humanEvents, orderStatuses } from '@/domain/order/status'
import OrderPage from '@/pages/order/index'
import { anAccount, aStaffMember, aVolunteer } from '../support/factories/account'
import { aTaker, anOrder, anOrderService, doorCode, hallOffer, secrets } from '../support/factories/order'
import { answer, refuse, requestsOf } from './_support/fake-cloud'
import { holdOrder, openPage, signIn } from './_support/render-page'

const me = anAccount()
const volunteer = aVolunteer()
const params = { id: 'order-0001' }

const viewers = { requester: me, volunteer, staff: aStaffMember() }
const eachStatus = orderStatuses.flatMap((status) =>
  (['requester', 'volunteer', 'staff'] as const)
    .filter((who) => canView(viewers[who], anOrder({ status })))
    .map((who) => [who, status] as const),
)
test.each(eachStatus)('%s: an order that is %s offers only what the server allows', async (who, status) => {
  const viewer = viewers[who]
  signIn(viewer)
  const order = anOrder({ status })
  holdOrder(order, viewer)
  openPage(OrderPage, params)
  await screen.findByText('厨房水龙头漏水')
  const allowed = presentOrder(viewer, order).allowedActions
  if (screen.queryByText('更多')) await userEvent.click(screen.getByText('更多'))
  const buttons = screen.queryAllByRole('button').map((button) => button.textContent)
  const all = humanEvents.map((event) => eventWords[event].button)
  const expected = humanEvents.filter((event) => allowed.includes(event))
  expect(new Set(all.filter((words) => buttons.includes(words)))).toEqual(
    new Set(expected.map((event) => eventWords[event].button)),
  )
})

/** Taps an event's button, wherever it stands. */
async function openEvent(button: string): Promise<void> {
  await screen.findByText('厨房水龙头漏水')
  if (!screen.queryByRole('button', { name: button })) await userEvent.click(screen.getByText('更多'))
  await userEvent.click(await screen.findByRole('button', { name: button }))
}

test('resident: says which of those who were to come did not', async () => {
  signIn(me)
  const takers = [
    aTaker({ checkedInAt: 1 }),
    aTaker({ userId: 'volunteer-zhao', name: '赵姐' }),
    aTaker({ userId: 'volunteer-sun', name: '孙姐' }),
  ]
  const order = anOrder({ status: 'inService', people: 3, takers, dueAt: 1 })
  holdOrder(order, me)
  answer('order.noShow', () => ({ order: presentOrder(me, order) }))
  openPage(OrderPage, params)
  const { button, reason } = eventWords.noShow
  await openEvent(button)
  await screen.findByText('谁没来')
  await userEvent.click(screen.getByRole('radio', { name: '孙姐' }))
  await userEvent.type(await screen.findByLabelText(reason), '打电话没人接')
  await userEvent.click(screen.getAllByRole('button', { name: button }).at(-1)!)
  await waitFor(() =>
    expect(requestsOf('order.noShow')[0]?.input).toEqual({
      orderId: 'order-0001',
      note: '打电话没人接',
      userId: 'volunteer-sun',
    }),
  )
})

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
  await openEvent('取消订单')
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
  await openEvent('评价')
  await userEvent.click(screen.getAllByRole('radio', { name: '4 星' })[0]!)
  await userEvent.click(screen.getByRole('checkbox', { name: '准时' }))
  await userEvent.type(screen.getByLabelText('说两句（可以不写）'), '谢谢小王')
  await userEvent.click(screen.getByText('交评价'))
  await waitFor(() =>
    expect(requestsOf('order.review')[0]?.input).toEqual({
      orderId: 'order-0001',
      stars: 4,
      dimensions: {},
      tags: ['onTime'],
      words: '谢谢小王',
      voice: null,
      thanks: '',
      onWall: false,
    }),
  )
})

test('requester: who is unhappy is not asked for praise, and praise tapped before is not sent', async () => {
  signIn(me)
  holdOrder(anOrder({ status: 'completed' }), me)
  answer('order.review', () => ({ order: presentOrder(me, anOrder({ status: 'reviewed' })) }))
  openPage(OrderPage, params)
  await openEvent('评价')
  await userEvent.click(screen.getByRole('checkbox', { name: '准时' }))
  await userEvent.click(screen.getAllByRole('radio', { name: '2 星' })[0]!)
  expect(screen.queryByRole('checkbox', { name: '准时' })).not.toBeInTheDocument()
  expect(screen.queryByLabelText('送他一句话（他可以留着）')).not.toBeInTheDocument()
  await userEvent.click(screen.getByText('交评价'))
  await waitFor(() =>
    expect(requestsOf('order.review')[0]?.input).toMatchObject({ stars: 2, tags: [], thanks: '' }),
  )
})

test('volunteers: who said yes before the others waits for them, and who leads may say that they are enough', async () => {
  const zhao = aVolunteer({ _id: 'volunteer-zhao', nickname: '赵姐', memberships: me.memberships })
  const takers = [aTaker(), aTaker({ userId: 'volunteer-zhao', name: '赵姐' })]
  const order = anOrder({ status: 'dispatched', people: 3, offer: hallOffer, takers })
  signIn(volunteer)
  holdOrder(order, volunteer)
  const { unmount } = openPage(OrderPage, params)
  expect(
    await screen.findByText('已有 2 人，还差 1 人。您已接单，等人齐；够了就点“人够了”'),
  ).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '人够了' })).toBeInTheDocument()
  unmount()

  signIn(zhao)
  holdOrder(order, zhao)
  openPage(OrderPage, params)
  expect(await screen.findByText('已有 2 人，还差 1 人。您已接单，等人齐')).toBeInTheDocument()
  await userEvent.click(screen.getByText('更多'))
  expect(screen.getByRole('button', { name: eventWords.release.button })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: eventWords.follow.button })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '人够了' })).not.toBeInTheDocument()
})

test('volunteer: who was a second too late is told so, and sees how it stands now', async () => {
  signIn(volunteer)
  holdOrder(anOrder({ status: 'dispatched', offer: hallOffer }), volunteer)
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

test('volunteer: once taken, is told what to bring and what to mind', async () => {
  signIn(volunteer)
  const service = anOrderService({ hints: ['先断电再动手'] })
  holdOrder(anOrder({ status: 'accepted', service }), volunteer)
  openPage(OrderPage, params)
  expect(await screen.findByText(volunteerWords.bring[0])).toBeVisible()
  expect(screen.getByText('先断电再动手')).toBeVisible()
})

test('requester: has the door code to read out, and no list of what to bring', async () => {
  signIn(me)
  holdOrder(anOrder({ status: 'accepted' }), me)
  openPage(OrderPage, params)
  expect(await screen.findByText(`${doorCode.slice(0, 3)} ${doorCode.slice(3)}`)).toBeVisible()
  expect(screen.queryByText(volunteerWords.bringTitle)).toBeNull()
})

test('volunteer: never sees the door code', async () => {
  signIn(volunteer)
  holdOrder(anOrder({ status: 'accepted' }), volunteer)
  const { container } = openPage(OrderPage, params)
  await screen.findByText('厨房水龙头漏水')
  expect(container).not.toHaveTextContent(doorCode.slice(0, 3))
})

test('volunteer: tells the office how safe the visit was', async () => {
  signIn(volunteer)
  const order = anOrder({ status: 'completed' })
  holdOrder(order, volunteer)
  answer('order.rateVisit', () => ({ order: presentOrder(volunteer, order) }))
  openPage(OrderPage, params)
  await openEvent(eventWords.rateVisit.button)
  await userEvent.click(screen.getByRole('radio', { name: '有点不放心' }))
  await userEvent.click(screen.getAllByRole('button', { name: eventWords.rateVisit.button }).pop()!)
  await waitFor(() =>
    expect(requestsOf('order.rateVisit')[0]?.input).toEqual({
      orderId: 'order-0001',
      safety: 'uneasy',
      note: '',
    }),
  )
})

test('neighbour: with the same trouble follows it with one tap', async () => {
  const neighbour = anAccount({ _id: 'resident-ma' })
  const order = anOrder()
  signIn(neighbour)
  holdOrder(order, neighbour)
  answer('order.follow', () => ({
    order: presentOrder(neighbour, { ...order, followerIds: ['resident-ma'] }),
  }))
  openPage(OrderPage, params)
  await userEvent.click(await screen.findByRole('button', { name: eventWords.follow.button }))
  await waitFor(() => expect(requestsOf('order.follow')[0]?.input).toEqual({ orderId: 'order-0001' }))
})

test('requester: an order that was merged leads on to the other', async () => {
  signIn(me)
  holdOrder(anOrder({ status: 'merged', parentId: 'order-0002' }), me)
  openPage(OrderPage, params)
  await userEvent.click(await screen.findByText(volunteerWords.mergedInto))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/order/index?id=order-0002' })
})

test('requester: one that is somebody else’s job has their number', async () => {
  signIn(me)
  holdOrder(anOrder({ status: 'redirected' }), me)
  openPage(OrderPage, params)
  await userEvent.click(await screen.findByText('打电话 025-12345678'))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '025-12345678' })
})

test('requester: one that came out of another leads back to it', async () => {
  signIn(me)
  holdOrder(anOrder({ parentId: 'order-0002' }), me)
  openPage(OrderPage, params)
  await userEvent.click(await screen.findByText(volunteerWords.splitFrom))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/order/index?id=order-0002' })
})

test('requester: what is done may be ordered again', async () => {
  signIn(me)
  holdOrder(anOrder({ status: 'reviewed', takers: [aTaker()] }), me)
  openPage(OrderPage, params)
  await userEvent.click(await screen.findByText('再来一单'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/packages/ask/pages/order-new/index?again=order-0001',
  })
})
