import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { planWords } from '@/copy/dispatch'
import { hours } from '@/domain/shared/time'
import type { Order } from '@/domain/order/schema'
import PlanPage from '@/packages/staff/pages/plan'
import { anOrder } from '../support/factories/order'
import { asStaff, aSuggestion, holdDesk } from './_support/desk'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const chen = aSuggestion()
const zhao = aSuggestion({ userId: 'volunteer-zhao', nickname: '赵姐', reasons: ['sameEstate', 'busy'] })
const [from, to] = [Date.now() + hours(3), Date.now() + hours(5)]
const tap = anOrder({ window: { from, to } })
const lock = anOrder({
  _id: 'order-0002',
  text: '门锁坏了',
  window: { from: from + hours(1), to: to + hours(1) },
})
const odd = anOrder({ _id: 'order-0003', text: '想请人念信' })

interface Line {
  order: Order
  choices?: (typeof chen)[]
  chosenId?: string
  chosenIds?: string[]
}
const line = ({ order, choices = [chen, zhao], chosenId, chosenIds = chosenId ? [chosenId] : [] }: Line) => ({
  order: asStaff(order),
  choices,
  chosenIds,
})

/** Three orders wait: for two there is somebody, for the third nobody fits. */
function holdPlan(
  lines: Line[] = [
    { order: tap, chosenId: chen.userId },
    { order: lock, chosenId: zhao.userId },
    { order: odd, choices: [] },
  ],
): void {
  holdDesk([])
  answer('order.plan', () => ({ items: lines.map(line), totalScore: 120, hasMore: false }))
}
const change = async (title: string, name: string): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: planWords.changeLabel(title) }))
  await userEvent.click(screen.getByRole('radio', { name }))
}
const send = async (): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: planWords.confirm }))
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: planWords.confirm }))
}

test('staff: sees who is proposed for each order and why, how it was computed, and how many it is', async () => {
  holdPlan()
  openPage(PlanPage)
  expect(await screen.findByText('厨房水龙头漏水')).toBeVisible()
  expect(screen.getByText(planWords.method)).toBeVisible()
  expect(screen.getByText('会修东西 · 住同一栋 · 那时有空')).toBeVisible()
  expect(screen.getByText('那时有别的单')).toBeVisible()
  expect(screen.getByText(planWords.nobodyFits)).toBeVisible()
  expect(screen.getByText('2 单，总共请 2 位，1 单先不派')).toBeVisible()
  expect(requestsOf('order.confirmPlan')).toHaveLength(0)
})

test('staff: somebody else for a line; two visits at the same time are pointed out', async () => {
  holdPlan()
  openPage(PlanPage)
  await screen.findByText('门锁坏了')
  await change('门锁坏了', '陈浩')
  expect(screen.getAllByText(planWords.clash('陈浩'))).toHaveLength(2)
  expect(screen.getByText('2 单，总共请 1 位，1 单先不派')).toBeVisible()
  await change('门锁坏了', planWords.leave)
  expect(screen.queryByText(planWords.clash('陈浩'))).toBeNull()
  expect(screen.getByText('1 单，总共请 1 位，2 单先不派')).toBeVisible()
})

test('staff: two visits at different times are only counted', async () => {
  const evening = { ...lock, window: { from: to + hours(1), to: to + hours(2) } }
  holdPlan([
    { order: tap, chosenId: chen.userId },
    { order: evening, chosenId: chen.userId },
  ])
  openPage(PlanPage)
  expect(await screen.findAllByText(planWords.several('陈浩', 2))).toHaveLength(2)
})

test('staff: sends the plan as edited, after one more look at the consequence', async () => {
  holdPlan()
  answer('order.confirmPlan', ({ lines }) => ({
    lines: lines.map(({ orderId }) => ({ orderId, isSent: orderId !== lock._id })),
  }))
  openPage(PlanPage)
  await screen.findByText('门锁坏了')
  await change('厨房水龙头漏水', '赵姐')
  await userEvent.click(screen.getByRole('button', { name: planWords.confirm }))
  expect(screen.getByText(planWords.check(2, 1))).toBeVisible()
  expect(requestsOf('order.confirmPlan')).toHaveLength(0)
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: planWords.confirm }))
  expect(await screen.findByText('已派给赵姐')).toBeVisible()
  expect(screen.getByText(planWords.moved)).toBeVisible()
  expect(screen.getByText('派出去 1 单，1 单刚有变化，没有派')).toBeVisible()
  expect(screen.getByText('已派单')).toBeVisible()
  expect(requestsOf('order.confirmPlan')[0]?.input).toEqual({
    lines: [
      { orderId: 'order-0001', volunteerIds: ['volunteer-zhao'] },
      { orderId: 'order-0002', volunteerIds: ['volunteer-zhao'] },
    ],
  })
})

test('staff: the plan stands still while it is sent, and a lost network sends only the rest again', async () => {
  const orders = Array.from({ length: 14 }, (_, index) =>
    anOrder({ _id: `order-10${String(index).padStart(2, '0')}`, text: `第 ${index} 件事` }),
  )
  holdPlan(orders.map((order) => ({ order, chosenId: chen.userId })))
  let isLost = true
  answer('order.confirmPlan', ({ lines }) => {
    if (lines.length < 10 && isLost) throw lost
    return { lines: lines.map(({ orderId }) => ({ orderId, isSent: true })) }
  })
  openPage(PlanPage)
  await screen.findByText('第 0 件事')
  await send()
  expect(await screen.findByText('派出去 10 单，还有 4 单没派，连上网再点一次')).toBeVisible()
  isLost = false
  await send()
  expect(await screen.findByText('派出去 14 单')).toBeVisible()
  const sent = requestsOf('order.confirmPlan')
  expect(sent.map(({ input }) => (input as { lines: unknown[] }).lines.length)).toEqual([10, 4, 4])
  expect(sent[2]?.requestId).toBe(sent[1]?.requestId)
  expect(requestsOf('order.plan')).toHaveLength(1)
})

test('staff: where several are wanted, several are proposed, and one more can be chosen', async () => {
  const patrol = anOrder({ _id: 'order-0004', text: '夜里巡楼', people: 3 })
  holdPlan([{ order: patrol, chosenIds: [chen.userId] }])
  answer('order.confirmPlan', ({ lines }) => ({
    lines: lines.map(({ orderId }) => ({ orderId, isSent: true })),
  }))
  openPage(PlanPage)
  expect(await screen.findByText(planWords.missing(2))).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: planWords.changeLabel('夜里巡楼') }))
  await userEvent.click(screen.getByRole('checkbox', { name: '赵姐' }))
  expect(screen.getByText(planWords.wanted(3, 2))).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: planWords.chosen }))
  expect(screen.getByText(planWords.missing(1))).toBeVisible()
  await send()
  expect(await screen.findByText('已派给陈浩、赵姐')).toBeVisible()
  expect(requestsOf('order.confirmPlan')[0]?.input).toEqual({
    lines: [{ orderId: patrol._id, volunteerIds: [chen.userId, zhao.userId] }],
  })
})

test('staff: hears that more wait than were planned', async () => {
  holdPlan([{ order: tap, chosenId: chen.userId }])
  answer('order.plan', () => ({ items: [line({ order: tap })], totalScore: 0, hasMore: true }))
  openPage(PlanPage)
  expect(await screen.findByText(planWords.hasMore(1))).toBeVisible()
})

test('staff: computes it anew from how things stand now', async () => {
  holdPlan()
  openPage(PlanPage)
  await screen.findByText('门锁坏了')
  holdPlan([{ order: odd, chosenId: zhao.userId }])
  await userEvent.click(screen.getByText(planWords.again))
  expect(await screen.findByText('1 单，总共请 1 位')).toBeVisible()
  await waitFor(() => expect(screen.queryByText('门锁坏了')).toBeNull())
})

test('staff: nothing to plan is good news', async () => {
  holdPlan([])
  openPage(PlanPage)
  expect(await screen.findByText(planWords.empty)).toBeVisible()
})

test('resident: the plan is the office’s', async () => {
  signIn()
  openPage(PlanPage)
  expect(await screen.findByText('派单台由社区工作者打开')).toBeVisible()
  expect(requestsOf('order.plan')).toHaveLength(0)
})
