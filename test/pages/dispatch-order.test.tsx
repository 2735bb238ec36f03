import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { dispatch as words, reasonWords } from '@/copy/dispatch'
import { reasonsAgainst, reasonsFor } from '@/domain/order/fit'
import { orderStatuses } from '@/domain/order/status'
import { deskEvents } from '@/features/dispatch/desk-events'
import { deskButton } from '@/packages/staff/_components/desk-actions'
import { anOrder, anOrderService } from '../support/factories/order'
import { asStaff, aSuggestion } from './_support/desk'
import { holdDeskOrder, openDeskOrder } from './_support/desk-order'
import { answer, requestsOf } from './_support/fake-cloud'

const zhao = { userId: 'volunteer-zhao', nickname: '赵姐' }

test('reasons are said in plain words, those for and those against apart', () => {
  const gas = anOrderService({ skills: ['gas', 'firstAid'] })
  expect(reasonWords(['skilled', 'sameBuilding', 'manyThisMonth'], gas)).toEqual({
    pros: '会看燃气、急救 · 住同一栋',
    cons: '本月单多',
  })
  for (const reason of reasonsFor) expect(reasonWords([reason], gas).pros).not.toBe('')
  for (const reason of reasonsAgainst) expect(reasonWords([reason], gas).cons).not.toBe('')
})

test.each(orderStatuses)('staff: an order that is %s offers only what the server allows', async (status) => {
  const order = anOrder({ status })
  holdDeskOrder(order)
  openDeskOrder()
  await screen.findByText('厨房水龙头漏水')
  const { allowedActions } = asStaff(order)
  const shown = deskEvents.filter((event) => screen.queryByRole('button', { name: deskButton(event) }))
  expect(shown).toEqual(deskEvents.filter((event) => allowedActions.includes(event)))
  expect(screen.queryByText(words.helpers) !== null).toBe(allowedActions.includes('dispatch'))
})

test('staff: sees why someone is suggested, chooses several, and sends them', async () => {
  holdDeskOrder()
  answer('order.suggest', () => ({ items: [aSuggestion(), aSuggestion({ ...zhao, reasons: ['busy'] })] }))
  answer('order.dispatch', () => ({ order: asStaff(anOrder({ status: 'dispatched' })) }))
  openDeskOrder()
  expect(await screen.findByText('会修东西 · 住同一栋 · 那时有空')).toBeVisible()
  expect(screen.getAllByText('手上没有单 · 本月 2 单')).toHaveLength(2)
  expect(screen.getByRole('button', { name: '派出去' })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(screen.getByRole('checkbox', { name: '陈浩' }))
  expect(screen.getByText('派给陈浩')).toBeVisible()
  await userEvent.click(screen.getByRole('checkbox', { name: '赵姐' }))
  await userEvent.click(screen.getByText('派给这 2 位'))
  await waitFor(() =>
    expect(requestsOf('order.dispatch')[0]?.input).toEqual({
      orderId: 'order-0001',
      to: { kind: 'people', volunteerIds: ['volunteer-chen', 'volunteer-zhao'] },
    }),
  )
})

test('staff: who can not go says why, and can not be chosen', async () => {
  holdDeskOrder()
  const off = aSuggestion({ ...zhao, reasons: ['sameBuilding', 'offDuty'], isEligible: false })
  answer('order.suggest', () => ({ items: [off] }))
  openDeskOrder()
  expect(await screen.findByText('赵姐')).toBeVisible()
  expect(screen.getByText('正在休息')).toBeVisible()
  expect(screen.getByText(words.cannot)).toBeVisible()
  expect(screen.queryByRole('checkbox', { name: '赵姐' })).toBeNull()
})

test('staff: many who can not go are folded, and shown on a tap', async () => {
  holdDeskOrder()
  const items = Array.from({ length: 4 }, (_, index) =>
    aSuggestion({ userId: `volunteer-${index}`, nickname: `第${index}位`, isEligible: false }),
  )
  answer('order.suggest', () => ({ items }))
  openDeskOrder()
  expect(await screen.findByText(words.noneFits)).toBeVisible()
  expect(screen.queryByText('第0位')).toBeNull()
  fireEvent.click(screen.getByText('另有 4 位去不了'))
  expect(screen.getByText('第3位')).toBeVisible()
})

test('staff: names ten at most', async () => {
  holdDeskOrder()
  const many = Array.from({ length: 11 }, (_, index) =>
    aSuggestion({ userId: `volunteer-${index}`, nickname: `第${index}位` }),
  )
  answer('order.suggest', () => ({ items: many }))
  openDeskOrder()
  await screen.findByText('第0位')
  for (const { nickname } of many) await userEvent.click(screen.getByRole('checkbox', { name: nickname }))
  expect(screen.getByText('派给这 10 位')).toBeVisible()
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: words.mostChosen }))
})

test('staff: without volunteers the hall is still there', async () => {
  holdDeskOrder()
  answer('order.dispatch', () => ({ order: asStaff(anOrder({ status: 'dispatched' })) }))
  openDeskOrder()
  fireEvent.click(await screen.findByText(words.toHall))
  await waitFor(() => expect(requestsOf('order.dispatch')[0]?.input).toMatchObject({ to: { kind: 'hall' } }))
})

test('staff: sees whose answer is awaited, and until when', async () => {
  holdDeskOrder(anOrder({ status: 'dispatched', clocks: { lapse: Date.now() + 45.5 * 60_000 } }))
  openDeskOrder()
  expect(await screen.findByText('在等王师傅回话，45 分钟后没回话就收回')).toBeVisible()
})

test('staff: on a phone, whom to send stands before the long details', async () => {
  holdDeskOrder(anOrder({ answers: [] }))
  openDeskOrder()
  const helpers = await screen.findByText(words.helpers)
  const trail = screen.getByText('全部经过')
  expect(helpers.compareDocumentPosition(trail) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  const people = screen.getByText('点单的人')
  expect(helpers.compareDocumentPosition(people) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})
