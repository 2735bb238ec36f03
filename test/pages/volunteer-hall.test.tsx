import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { eventWords } from '@/copy/order-events'
import { volunteer as words } from '@/copy/volunteer'
import type { FitReason } from '@/domain/order/fit'
import { presentOrder } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { hours } from '@/domain/shared/time'
import HallPage from '@/packages/volunteer/pages/hall'
import { aMembership, aVolunteer } from '../support/factories/account'
import { aTaker, anOrder, hallOffer, peopleOffer } from '../support/factories/order'
import { places } from '../support/factories/places'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const me = aVolunteer({ memberships: [aMembership()], skills: ['repair'] })
const view = (order: Order) => presentOrder(me, order)
const inHall = (overrides: Partial<Order> = {}) =>
  anOrder({ status: 'dispatched', offer: hallOffer, ...overrides })

interface Held {
  hall?: Order[]
  reasons?: FitReason[]
  offered?: Order[]
  standIn?: Order[]
}

/** The hall holds these, which fit for these reasons; others are offered to me, or a fellow asks me to go. */
function holdHall({ hall = [], reasons = [], offered = [], standIn = [] }: Held): void {
  signIn(me)
  const items = hall.map((order) => ({ order: view(order), reasons }))
  answer('order.listHall', () => ({ items, nextCursor: null }))
  answer('order.listTasks', ({ view: which }) => ({
    items: (which === 'standIn' ? standIn : offered).map(view),
    nextCursor: null,
  }))
}

test('volunteer: sees what is to be done, how far, how long, and why it fits', async () => {
  holdHall({ hall: [inHall()], reasons: ['sameBuilding', 'skilled', 'freeThen', 'gaveBackBefore'] })
  openPage(HallPage)
  expect(await screen.findByText('厨房水龙头漏水')).toBeVisible()
  expect(screen.getByText('同栋')).toBeVisible()
  expect(screen.getByText('大约 1 小时')).toBeVisible()
  expect(screen.getByText('您会修东西')).toBeVisible()
  expect(screen.getByText('那时有空')).toBeVisible()
  expect(screen.getByText('退过这一单')).toBeVisible()
  expect(screen.queryByText('住同一栋')).toBeNull()
})

test('volunteer: sees how many are still wanted of a call for several', async () => {
  holdHall({ hall: [inHall({ people: 4, takers: [aTaker({ userId: 'volunteer-zhao' })] })] })
  openPage(HallPage)
  expect(await screen.findByText('还差 3 人')).toBeVisible()
})

test('volunteer: at their bound of orders the button says why it waits, and takes nothing', async () => {
  holdHall({ hall: [inHall()], reasons: ['atCap'] })
  openPage(HallPage)
  fireEvent.click(await screen.findByText('手上已有 3 单，办好一单再接'))
  expect(screen.queryByText(words.accept)).toBeNull()
  expect(requestsOf('order.accept')).toHaveLength(0)
})

test('volunteer: takes an order and is led to it', async () => {
  holdHall({ hall: [inHall()] })
  answer('order.accept', () => ({ order: view(anOrder({ status: 'accepted' })) }))
  openPage(HallPage)
  fireEvent.click(await screen.findByText(words.accept))
  await waitFor(() =>
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/order/index?id=order-0001' }),
  )
})

test('volunteer: one that another has taken goes away with kind words, not an error', async () => {
  const other = inHall({ _id: 'order-0002', text: '搬个柜子', areaPath: places.otherEstate })
  holdHall({ hall: [inHall(), other] })
  answer('order.accept', () => refuse('Conflict'))
  openPage(HallPage)
  const [first] = await screen.findAllByText(words.accept)
  fireEvent.click(first!)
  expect(await screen.findByText(words.tooLate)).toBeVisible()
  expect(screen.queryByText('厨房水龙头漏水')).toBeNull()
  expect(screen.getByText('搬个柜子')).toBeVisible()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test('volunteer: an offer that they are too full for says so', async () => {
  holdHall({ offered: [anOrder({ status: 'dispatched', offer: peopleOffer() })] })
  answer('order.accept', () => {
    throw new AppError('NotEligible', { reasons: ['atCap'] })
  })
  openPage(HallPage)
  fireEvent.click(await screen.findByText(words.accept))
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: '手上的单满了，办好一单再接' }),
    ),
  )
})

test('volunteer: tapping again after the network failed is one taking', async () => {
  holdHall({ hall: [inHall()] })
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
  const lapse = Date.now() + hours(1) + 30_000
  holdHall({ offered: [anOrder({ status: 'dispatched', offer: peopleOffer(), clocks: { lapse } })] })
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

test('volunteer: asked by a fellow to stand in, says no with one more tap', async () => {
  const zhao = { userId: 'volunteer-zhao', name: '赵姐' }
  const asked = anOrder({
    status: 'accepted',
    takers: [aTaker({ ...zhao, standIn: { userId: me._id, name: me.nickname } })],
  })
  holdHall({ standIn: [asked] })
  answer('order.declineStandIn', () => ({ order: view(anOrder({ status: 'accepted' })) }))
  openPage(HallPage)
  fireEvent.click(await screen.findByText(words.declineStandIn))
  expect(screen.getByText(eventWords.declineStandIn.consequence)).toBeVisible()
  const sheet = within(screen.getByRole('dialog'))
  fireEvent.click(sheet.getByRole('button', { name: words.declineStandIn }))
  await waitFor(() => expect(requestsOf('order.declineStandIn')[0]?.input).toEqual({ orderId: 'order-0001' }))
})

test('volunteer: asked by a fellow to stand in, sees who asks and goes instead', async () => {
  const zhao = { userId: 'volunteer-zhao', name: '赵姐' }
  const asked = anOrder({
    status: 'accepted',
    takers: [aTaker({ ...zhao, standIn: { userId: me._id, name: me.nickname } })],
  })
  holdHall({ standIn: [asked] })
  answer('order.takeOver', () => ({ order: view(anOrder({ status: 'accepted' })) }))
  openPage(HallPage)
  expect(await screen.findByText(words.asksYou('赵姐'))).toBeVisible()
  fireEvent.click(screen.getByText(words.takeOver))
  await waitFor(() => expect(requestsOf('order.takeOver')[0]?.input).toEqual({ orderId: 'order-0001' }))
  await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalled())
})

test('volunteer: where a page holds nothing that fits, looking on shows the next', async () => {
  holdHall({})
  answer('order.listHall', ({ cursor }) =>
    cursor === 'page-2'
      ? { items: [{ order: view(inHall()), reasons: [] }], nextCursor: null }
      : { items: [], nextCursor: 'page-2' },
  )
  openPage(HallPage)
  fireEvent.click(await screen.findByText(words.lookOn))
  expect(await screen.findByText('厨房水龙头漏水')).toBeVisible()
})

test('volunteer: an empty hall says so kindly', async () => {
  holdHall({})
  openPage(HallPage)
  expect(await screen.findByText(new RegExp(words.hallEmpty))).toBeVisible()
})

test('resident: who is no volunteer is told whom to ask', async () => {
  signIn()
  openPage(HallPage)
  expect(await screen.findByText(words.notVolunteerHint)).toBeVisible()
  expect(requestsOf('order.listHall')).toHaveLength(0)
})
