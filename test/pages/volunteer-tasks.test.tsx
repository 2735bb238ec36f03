import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { volunteer as words } from '@/copy/volunteer'
import { presentOrder } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import type { SeriesView } from '@/domain/series/contract'
import TasksPage from '@/packages/volunteer/pages/tasks'
import { aVolunteer } from '../support/factories/account'
import { aReview, aTaker, anOrder, anOrderService, secrets } from '../support/factories/order'
import { aRepeat } from '../support/factories/series'
import { answer, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const me = aVolunteer()

function holdTasks({ active = [], done = [] }: { active?: Order[]; done?: Order[] }): void {
  signIn(me)
  answer('order.listTasks', ({ view }) => ({
    items: (view === 'active' ? active : done).map((order) => presentOrder(me, order)),
    nextCursor: null,
  }))
  answer('order.deeds', () => ({ orders: 12, minutes: 780, people: 7, thanks: [], corrections: [] }))
}

const aSeriesView = (overrides: Partial<SeriesView> = {}): SeriesView => ({
  _id: 'series-0001',
  areaName: '幸福里小区 4栋',
  serviceName: '陪同就医',
  requesterName: '李阿姨',
  repeat: aRepeat(),
  skipped: [],
  volunteer: { userId: me._id, name: me.nickname, hasAgreed: false },
  isActive: true,
  stoppedFor: null,
  nextDay: '2030-01-03',
  createdAt: 0,
  text: '去中心医院做透析',
  upcoming: ['2030-01-03', '2030-01-07'],
  isMine: false,
  canChange: false,
  ...overrides,
})

test('volunteer: sees of an order on the way the door, what to mind, and the next step', async () => {
  const service = anOrderService({ hints: ['先断电再动手'] })
  holdTasks({ active: [anOrder({ status: 'accepted', service })] })
  openPage(TasksPage)
  expect(await screen.findByText('先断电再动手')).toBeVisible()
  expect(screen.getByText(secrets.roomNumber)).toBeVisible()
  expect(screen.getByText(secrets.access)).toBeVisible()
  fireEvent.click(screen.getByText('打电话'))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: secrets.phone })
  fireEvent.click(screen.getByText('我到了'))
  expect(await screen.findByLabelText('请居民念 6 位上门码')).toBeVisible()
})

test('volunteer: who can’t come asks for a stand-in or gives it back', async () => {
  holdTasks({ active: [anOrder({ status: 'accepted' })] })
  openPage(TasksPage)
  await userEvent.click(await screen.findByText('更多'))
  expect(screen.getByText('请人代班')).toBeVisible()
  expect(screen.getByText('退单')).toBeVisible()
})

test('volunteer: once checked in, the next step is to say that it is done', async () => {
  holdTasks({ active: [anOrder({ status: 'inService' })] })
  openPage(TasksPage)
  expect(await screen.findByText('办好了')).toBeVisible()
  expect(screen.queryByText('我到了')).toBeNull()
})

const visit = (minutes: number) => ({
  userId: me._id,
  name: me.nickname,
  kind: 'visit' as const,
  minutes,
  reason: '',
  at: 2,
})

test('volunteer: done ones show what counted and the thanks; all of them add up', async () => {
  const taker = aTaker({ userId: me._id, checkedInAt: 1, completedAt: 2, minutes: 95 })
  const review = aReview({ thanks: '多亏了您' })
  holdTasks({ done: [anOrder({ status: 'reviewed', takers: [taker], review, served: [visit(95)] })] })
  openPage(TasksPage)
  fireEvent.click(await screen.findByText(words.tasksDone))
  expect(await screen.findByText('记了 95 分钟')).toBeVisible()
  expect(screen.getByText('“多亏了您”')).toBeVisible()
  expect(screen.getByText('12 单')).toBeVisible()
  expect(screen.getByText('13 小时')).toBeVisible()
  expect(screen.getByText('7 家')).toBeVisible()
})

test('volunteer: hours that the office set right are said so', async () => {
  const taker = aTaker({ userId: me._id, checkedInAt: 1, completedAt: 2, minutes: 95 })
  const served = [visit(95), { ...visit(-35), kind: 'correction' as const, reason: '多记了' }]
  holdTasks({ done: [anOrder({ status: 'closed', takers: [taker], served })] })
  openPage(TasksPage)
  fireEvent.click(await screen.findByText(words.tasksDone))
  expect(await screen.findByText('社区更正为 60 分钟')).toBeVisible()
})

test('volunteer: a visit too short to count is said so, not hidden', async () => {
  const taker = aTaker({ userId: me._id, checkedInAt: 1, completedAt: 2, minutes: 0 })
  holdTasks({ done: [anOrder({ status: 'closed', takers: [taker], served: [] })] })
  openPage(TasksPage)
  fireEvent.click(await screen.findByText(words.tasksDone))
  expect(await screen.findByText(words.servedTooLittle)).toBeVisible()
})

test('volunteer: sees whom they always go to, and the next days', async () => {
  holdTasks({})
  answer('series.list', () => ({ items: [aSeriesView()], nextCursor: null }))
  openPage(TasksPage)
  fireEvent.click(await screen.findByText(words.tasksAlways))
  expect(await screen.findByText('去中心医院做透析')).toBeVisible()
  expect(screen.getByText('陪同就医 · 李阿姨家')).toBeVisible()
  expect(screen.getByText('2030年1月3日早上8点半到上午11点')).toBeVisible()
  expect(requestsOf('series.list')[0]?.input).toMatchObject({ view: 'helping' })
})

test('volunteer: says once that they come each time, or that somebody else should', async () => {
  holdTasks({})
  answer('series.list', () => ({ items: [aSeriesView()], nextCursor: null }))
  answer('series.pledge', () => ({ series: aSeriesView() }))
  openPage(TasksPage)
  fireEvent.click(await screen.findByText(words.tasksAlways))
  fireEvent.click(await screen.findByText(words.alwaysEach))
  await waitFor(() => expect(requestsOf('series.pledge')[0]?.input).toMatchObject({ pledge: 'each' }))
  fireEvent.click(screen.getByText(words.alwaysLeave))
  expect(await screen.findByText(words.alwaysLeaveConsequence)).toBeVisible()
  fireEvent.click(screen.getAllByText(words.alwaysLeave).at(-1)!)
  await waitFor(() => expect(requestsOf('series.pledge')[1]?.input).toMatchObject({ pledge: 'leave' }))
})

test('volunteer: a series that was stopped names no days', async () => {
  holdTasks({})
  answer('series.list', () => ({ items: [aSeriesView({ isActive: false, upcoming: [] })], nextCursor: null }))
  openPage(TasksPage)
  fireEvent.click(await screen.findByText(words.tasksAlways))
  expect(await screen.findByText(words.alwaysStopped)).toBeVisible()
  expect(screen.queryByText(words.alwaysNext)).toBeNull()
})
