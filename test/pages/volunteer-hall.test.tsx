import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { volunteer as words } from '@/copy/volunteer'
import { presentOrder } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import HallPage from '@/packages/volunteer/pages/hall'
import TasksPage from '@/packages/volunteer/pages/tasks'
import { aMembership, aVolunteer } from '../support/factories/account'
import { anActivity, anOrder, personOffer } from '../support/factories/order'
import { places } from '../support/factories/places'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const me = aVolunteer({ memberships: [aMembership()], skills: ['repair'] })
const view = (order: Order) => presentOrder(me, order)
const inHall = (overrides: Partial<Order> = {}) =>
  anOrder({ status: 'dispatched', offer: { kind: 'hall' }, ...overrides })

/** The hall holds these; others are offered to me by name. */
function holdHall(hall: Order[], offered: Order[] = []): void {
  signIn(me)
  answer('order.listHall', () => ({ items: hall.map(view), nextCursor: null }))
  answer('order.listTasks', () => ({ items: offered.map(view), nextCursor: null }))
}

test('volunteer: sees what is to be done, how far, and that it is theirs to do well', async () => {
  holdHall([inHall()])
  openPage(HallPage)
  expect(await screen.findByText('厨房水龙头漏水')).toBeVisible()
  expect(screen.getByText('同栋')).toBeVisible()
  expect(screen.getByText(words.skilled)).toBeVisible()
})

test('volunteer: takes an order and is led to it', async () => {
  holdHall([inHall()])
  answer('order.accept', () => ({ order: view(anOrder({ status: 'accepted' })) }))
  openPage(HallPage)
  fireEvent.click(await screen.findByText(words.accept))
  await waitFor(() =>
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/order/index?id=order-0001' }),
  )
})

test('volunteer: one that another has taken goes away with kind words, not an error', async () => {
  holdHall([inHall(), inHall({ _id: 'order-0002', text: '搬个柜子', areaPath: places.otherEstate })])
  answer('order.accept', () => refuse('Conflict'))
  openPage(HallPage)
  const [first] = await screen.findAllByText(words.accept)
  fireEvent.click(first!)
  expect(await screen.findByText(words.tooLate)).toBeVisible()
  expect(screen.queryByText('厨房水龙头漏水')).toBeNull()
  expect(screen.getByText('搬个柜子')).toBeVisible()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test('volunteer: tapping again after the network failed is one taking', async () => {
  holdHall([inHall()])
  answer('order.accept', () => {
    throw lost
  })
  openPage(HallPage)
  fireEvent.click(await screen.findByText(words.accept))
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalled())
  answer('order.accept', () => ({ order: view(anOrder({ status: 'accepted' })) }))
  fireEvent.click(await screen.findByText(words.accept))
  await waitFor(() => expect(requestsOf('order.accept')).toHaveLength(2))
  const [one, two] = requestsOf('order.accept')
  expect(two!.requestId).toBe(one!.requestId)
})

test('volunteer: asked by name, sees how long there is to answer, and says no with a reason', async () => {
  const offered = anOrder({
    status: 'dispatched',
    offer: personOffer(),
    activity: [anActivity({ event: 'dispatch', to: 'dispatched', at: Date.now() - 60_000 })],
  })
  holdHall([], [offered])
  answer('order.decline', () => ({ order: view(anOrder()) }))
  openPage(HallPage)
  expect(await screen.findByText(words.waitsFor('1 小时'))).toBeVisible()
  fireEvent.click(screen.getByText(words.decline))
  fireEvent.click(screen.getByText('身体不舒服'))
  fireEvent.click(screen.getAllByText(words.decline).pop()!)
  await waitFor(() =>
    expect(requestsOf('order.decline')[0]?.input).toEqual({ orderId: 'order-0001', note: '身体不舒服' }),
  )
})

test('volunteer: an empty hall says so kindly', async () => {
  holdHall([])
  openPage(HallPage)
  expect(await screen.findByText(new RegExp(words.hallEmpty))).toBeVisible()
})

test('volunteer: an order on the way shows its next step; the done ones add up', async () => {
  signIn(me)
  answer('order.listTasks', ({ view: which }) => ({
    items: [view(anOrder({ status: which === 'active' ? 'accepted' : 'reviewed' }))],
    nextCursor: null,
  }))
  openPage(TasksPage)
  expect(await screen.findByText(words.next.checkIn)).toBeVisible()
  fireEvent.click(screen.getByText(words.tasksDone))
  expect(await screen.findByText(words.orders(1))).toBeVisible()
  expect(screen.getByText(words.hours(1))).toBeVisible()
})
