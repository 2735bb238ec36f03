import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Served } from '@/domain/order/parts'
import { eventWords } from '@/copy/order-events'
import { anOrder, aTaker, wang } from '../support/factories/order'
import { asStaff, staff } from './_support/desk'
import { ask, confirm, holdDeskOrder, inSheet, openDeskOrder } from './_support/desk-order'
import { answer, requestsOf } from './_support/fake-cloud'

const ma = { userId: 'volunteer-ma', name: '马姐' }
const visit = (who: typeof wang, minutes: number): Served => ({
  ...who,
  kind: 'visit',
  minutes,
  reason: '',
  at: 1,
})
const order = anOrder({
  status: 'completed',
  people: 3,
  takers: [aTaker({ checkedInAt: 1, completedAt: 2, minutes: 60 })],
  served: [visit(wang, 60), visit(ma, 40), visit({ userId: staff._id, name: staff.nickname }, 30)],
})
const title = eventWords.correctHours.button
const tap = (name: string): Promise<void> => userEvent.click(inSheet().getByRole('button', { name }))

async function openSheet(): Promise<void> {
  holdDeskOrder(order)
  answer('order.correctHours', () => ({ order: asStaff(order) }))
  openDeskOrder()
  await ask(title)
}

test('staff: choose whose hours, set them by steps, and say why', async () => {
  await openSheet()
  expect(screen.getByText(eventWords.correctHours.consequence)).toBeVisible()
  expect(inSheet().getByText('现在记 60 分钟')).toBeVisible()
  await userEvent.click(inSheet().getByText('马姐'))
  await tap('加 30 分钟')
  await tap('减 5 分钟')
  expect(inSheet().getByText('65 分钟')).toBeVisible()
  await userEvent.click(inSheet().getByText('忘了点办好'))
  await confirm(title)
  await waitFor(() =>
    expect(requestsOf('order.correctHours')[0]?.input).toEqual({
      orderId: 'order-0001',
      userId: ma.userId,
      minutes: 65,
      reason: '忘了点办好',
    }),
  )
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('staff: nothing is sent without a change or without a reason, and it never goes below nothing', async () => {
  await openSheet()
  const button = () => inSheet().getByRole('button', { name: title })
  await userEvent.click(inSheet().getByText('马姐'))
  await userEvent.click(inSheet().getByText('忘了签到'))
  expect(button()).toHaveAttribute('aria-disabled', 'true')
  await tap('减 30 分钟')
  await tap('减 30 分钟')
  expect(inSheet().getByText('0 分钟')).toBeVisible()
  expect(inSheet().getByRole('button', { name: '减 5 分钟' })).toHaveAttribute('aria-disabled', 'true')
  expect(button()).toHaveAttribute('aria-disabled', 'false')
  await userEvent.clear(inSheet().getByLabelText(eventWords.correctHours.reason))
  expect(button()).toHaveAttribute('aria-disabled', 'true')
})

test('staff who were there themselves: are not among those to choose', async () => {
  await openSheet()
  expect(inSheet().getByText('王师傅')).toBeVisible()
  expect(inSheet().queryByText(staff.nickname)).toBeNull()
})

test('staff: end a visit for a volunteer whose phone is dead: how long it took, and why', async () => {
  const arrivedAt = Date.now() - 3 * 3_600_000
  const there = anOrder({ status: 'inService', takers: [aTaker({ checkedInAt: arrivedAt })] })
  holdDeskOrder(there)
  answer('order.completeFor', () => ({ order: asStaff(there) }))
  openDeskOrder()
  const { button, consequence } = eventWords.completeFor
  await ask(button)
  expect(screen.getByText(consequence)).toBeVisible()
  expect(inSheet().getByText('60 分钟')).toBeVisible()
  await tap('加 30 分钟')
  expect(inSheet().getByRole('button', { name: button })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(inSheet().getByText('手机没电了，打电话来说的'))
  await confirm(button)
  await waitFor(() =>
    expect(requestsOf('order.completeFor')[0]?.input).toEqual({
      orderId: 'order-0001',
      note: '手机没电了，打电话来说的',
      happenedAt: arrivedAt + 90 * 60_000,
    }),
  )
})
