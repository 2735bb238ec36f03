import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { eventWords } from '@/copy/order-events'
import { presentOrder } from '@/domain/order/present'
import OrderPage from '@/pages/order/index'
import { anAccount, aVolunteer } from '../support/factories/account'
import { aReview, anActivity, anOrder } from '../support/factories/order'
import { answer, requestsOf } from './_support/fake-cloud'
import { holdOrder, openPage, signIn } from './_support/render-page'

const me = anAccount()
const volunteer = aVolunteer()
const params = { id: 'order-0001' }

/** Taps an event's button, wherever it stands. */
async function openEvent(button: string): Promise<void> {
  await screen.findByText('厨房水龙头漏水')
  if (!screen.queryByRole('button', { name: button })) await userEvent.click(screen.getByText('更多'))
  await userEvent.click(await screen.findByRole('button', { name: button }))
}

/** Opens the sheet for a rating and gives it so many stars. */
async function rate(stars: number): Promise<void> {
  signIn(me)
  holdOrder(anOrder({ status: 'completed' }), me)
  answer('order.review', () => ({ order: presentOrder(me, anOrder({ status: 'reviewed' })) }))
  openPage(OrderPage, params)
  await openEvent('评价')
  await userEvent.click(screen.getAllByRole('radio', { name: `${stars} 星` })[0]!)
}
const wall = () => screen.queryByRole('switch', { name: '贴到楼栋感谢墙' })
const thankWith = (words: string): Promise<void> =>
  userEvent.type(screen.getByLabelText('送他一句话（他可以留着）'), words)
const sentRating = () => requestsOf('order.review')[0]?.input

test('requester: may hang their thanks on the building’s wall, told what neighbours will see; off unless tapped', async () => {
  await rate(5)
  expect(wall()).toBeNull()
  await thankWith('谢谢王师傅')
  expect(wall()).toHaveAttribute('aria-checked', 'false')
  expect(screen.getByText(/同楼的邻居会看到.*不会有门牌和电话/)).toBeVisible()
  await userEvent.click(wall()!)
  await userEvent.click(screen.getByText('交评价'))
  await waitFor(() => expect(sentRating()).toMatchObject({ thanks: '谢谢王师傅', onWall: true }))
})

test('requester: thanks taken back before sending hang nowhere', async () => {
  await rate(5)
  await thankWith('谢')
  await userEvent.click(wall()!)
  await userEvent.clear(screen.getByLabelText('送他一句话（他可以留着）'))
  await userEvent.click(screen.getByText('交评价'))
  await waitFor(() => expect(sentRating()).toMatchObject({ thanks: '', onWall: false }))
})

test('volunteer: takes the thanks to them off the wall, told what comes of it', async () => {
  const review = aReview({ thanks: '谢谢王师傅', onWall: true })
  const order = anOrder({ status: 'reviewed', review })
  signIn(volunteer)
  holdOrder(order, volunteer)
  answer('order.takeOffWall', () => ({
    order: presentOrder(volunteer, { ...order, review: { ...review, onWall: false }, wallMonth: null }),
  }))
  openPage(OrderPage, params)
  expect(await screen.findByText('贴在楼栋感谢墙上')).toBeVisible()
  await openEvent('从感谢墙取下')
  expect(screen.getByText(eventWords.takeOffWall.consequence)).toBeVisible()
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '从感谢墙取下' }))
  await waitFor(() =>
    expect(requestsOf('order.takeOffWall')[0]?.input).toEqual({ orderId: 'order-0001', note: '' }),
  )
})

test('requester: reads on the trail whose hours were set right, from what, to what and why', async () => {
  const line = anActivity({
    event: 'correctHours',
    byName: '陈社工',
    at: 9,
    note: '忘了点办好',
    hours: { name: '王师傅', from: 60, to: 90 },
  })
  const order = anOrder({ status: 'reviewed' })
  signIn(me)
  holdOrder({ ...order, activity: [...order.activity, line] }, me)
  openPage(OrderPage, params)
  await userEvent.click(await screen.findByText('全部经过'))
  expect(screen.getByText('陈社工更正了服务时长')).toBeVisible()
  expect(screen.getByText('王师傅，60 分钟 → 90 分钟')).toBeVisible()
  expect(screen.getByText('忘了点办好')).toBeVisible()
})

test('requester: sees until when their order was put off', async () => {
  signIn(me)
  holdOrder(anOrder({ status: 'deferred', clocks: { wake: Date.UTC(2031, 2, 8, 1) } }), me)
  openPage(OrderPage, params)
  expect(await screen.findByText('先放一放，到2031年3月8日我们再办')).toBeVisible()
  expect(screen.getByText('到2031年3月8日再办')).toBeVisible()
  expect(screen.queryByText('尽快')).toBeNull()
})

test.each([
  ['reviewed', '2025年1月1日.*办好'],
  ['cancelled', '2025年1月1日.*点单'],
] as const)('requester: an order that is %s is no longer wanted soon', async (status, shown) => {
  signIn(me)
  holdOrder(anOrder({ status }), me)
  openPage(OrderPage, params)
  await screen.findByText('厨房水龙头漏水')
  expect(screen.queryByText('尽快')).toBeNull()
  expect(screen.getAllByText(new RegExp(shown)).length).toBeGreaterThan(0)
})
