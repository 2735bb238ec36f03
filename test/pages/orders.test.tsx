import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { presentOrder } from '@/domain/order/present'
import type { SeriesView } from '@/domain/series/contract'
import { wantOrdersView } from '@/features/order/orders-view'
import Orders from '@/pages/orders/index'
import DeskSeries from '@/packages/staff/pages/series/index'
import { seriesWords } from '@/copy/repeat'
import { aLeader, anAccount, aStaffMember } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { aRepeat } from '../support/factories/series'
import { startOfTests } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const me = anAccount()
const aSeriesView = (overrides: Partial<SeriesView> = {}): SeriesView => ({
  _id: 'series-0001',
  areaName: '幸福里小区 4栋',
  serviceName: '陪同就医',
  requesterName: '李阿姨',
  repeat: aRepeat(),
  skipped: [],
  volunteer: { userId: 'volunteer-wang', name: '王师傅', hasAgreed: false },
  isActive: true,
  stoppedFor: null,
  nextDay: '2030-01-07',
  createdAt: startOfTests,
  text: '去中心医院做透析',
  upcoming: ['2030-01-07', '2030-01-10'],
  isMine: true,
  canChange: true,
  ...overrides,
})

function holdSeries(...items: SeriesView[]): void {
  answer('series.list', () => ({ items, nextCursor: null }))
}

const tap = async (words: string): Promise<void> => userEvent.click(await screen.findByText(words))

beforeEach(() => {
  signIn(me)
  const orders = [
    anOrder({ _id: 'order-open', text: '水龙头漏水' }),
    anOrder({ _id: 'order-helped', text: '等着评的', status: 'completed' }),
    anOrder({ _id: 'order-done', text: '早就办完了', status: 'reviewed' }),
  ]
  answer('order.listMine', ({ view }) => ({
    items: orders
      .filter(({ phase }) => (phase === 'done') === (view === 'done'))
      .map((order) => presentOrder(me, order)),
    nextCursor: null,
  }))
  holdSeries(aSeriesView())
})

test('resident: sees what is on its way and what waits for a rating, not what is over', async () => {
  openPage(Orders)
  expect(await screen.findByText('水龙头漏水')).toBeInTheDocument()
  expect(await screen.findByText('等着评的')).toBeInTheDocument()
  expect(screen.queryByText('早就办完了')).not.toBeInTheDocument()
})

test('who asked for somebody else waits for their word; the one helped, and who acts for them, are asked for it', async () => {
  const beneficiary = {
    kind: 'other',
    name: '楼上老唐',
    relation: 'neighbour',
    userId: 'neighbour-tang',
    consent: 'byPhone',
  } as const
  const order = anOrder({ status: 'completed', beneficiary })
  const showTo = (actor: typeof me) => {
    answer('order.listMine', ({ view }) => ({
      items: view === 'done' ? [presentOrder(actor, order)] : [],
      nextCursor: null,
    }))
    return openPage(Orders)
  }
  const first = showTo(me)
  expect(await screen.findByText(/说办好了，等楼上老唐评一评/)).toBeInTheDocument()
  first.unmount()
  showTo(anAccount({ _id: 'daughter-tang', chargeIds: ['neighbour-tang'] }))
  expect(await screen.findByText(/说办好了，请您评一评/)).toBeInTheDocument()
})

test('done for somebody without an account, asked for by a leader: says so, and asks nobody to rate it', async () => {
  const beneficiary = {
    kind: 'other',
    name: '一位老人',
    relation: 'resident',
    userId: null,
    consent: 'present',
  } as const
  const order = anOrder({ status: 'completed', beneficiary })
  const leader = aLeader({ _id: order.requesterId, memberships: [] })
  answer('order.listMine', ({ view }) => ({
    items: view === 'done' ? [presentOrder(leader, order)] : [],
    nextCursor: null,
  }))
  openPage(Orders)
  expect(await screen.findByText(/说办好了，7 天后自动结单/)).toBeInTheDocument()
  expect(screen.queryByText(/评一评|等居民/)).not.toBeInTheDocument()
})

test('a recurring help that the clock has stopped: says why, and how to go on', async () => {
  holdSeries(aSeriesView({ isActive: false, stoppedFor: 'noRight', nextDay: null, upcoming: [] }))
  openPage(Orders)
  await tap('固定的')
  expect(await screen.findByText(seriesWords.stoppedFor.noRight)).toBeInTheDocument()
})

test('resident: sees what is over under its tab', async () => {
  openPage(Orders)
  await tap('办完的')
  expect(await screen.findByText('早就办完了')).toBeInTheDocument()
  expect(screen.queryByText('水龙头漏水')).not.toBeInTheDocument()
})

test('resident: sees when a recurring help comes next, and who', async () => {
  openPage(Orders)
  await tap('固定的')
  expect(await screen.findByText('每周一、周四 早上8点半到上午11点')).toBeInTheDocument()
  expect(screen.getByText('下一次：2030年1月7日（周一）')).toBeInTheDocument()
  expect(screen.getByText('王师傅来，每次先问一声')).toBeInTheDocument()
})

test('resident: chooses who comes from now on', async () => {
  answer('series.helpers', () => ({
    items: [
      { userId: 'volunteer-wang', nickname: '王师傅' },
      { userId: 'volunteer-sun', nickname: '孙姐' },
    ],
  }))
  answer('series.setVolunteer', () => ({ series: aSeriesView() }))
  openPage(Orders)
  await tap('固定的')
  await tap(seriesWords.whoComes)
  await tap('孙姐')
  await tap(seriesWords.choose)
  await waitFor(() =>
    expect(requestsOf('series.setVolunteer')[0]?.input).toEqual({
      seriesId: 'series-0001',
      volunteerId: 'volunteer-sun',
    }),
  )
})

test('staff: see the recurring helps of their community, whose they are, and may change who comes', async () => {
  signIn(aStaffMember())
  holdSeries(aSeriesView({ isMine: false }))
  openPage(DeskSeries)
  expect(await screen.findByText('李阿姨 · 幸福里小区 4栋')).toBeVisible()
  expect(requestsOf('series.list')[0]?.input).toMatchObject({ view: 'desk' })
  for (const words of [seriesWords.whoComes, seriesWords.skip, seriesWords.stop])
    expect(screen.getByText(words)).toBeVisible()
})

test('resident: is told what it means to leave one day out, and then leaves it out', async () => {
  answer('series.skip', () => {
    const skipped = aSeriesView({ upcoming: ['2030-01-10'], skipped: ['2030-01-07'] })
    holdSeries(skipped)
    return { series: skipped }
  })
  openPage(Orders)
  await tap('固定的')
  await tap('这次不用来')
  expect(screen.getByText(/2030年1月7日（周一）没有人来/)).toBeInTheDocument()
  expect(requestsOf('series.skip')).toHaveLength(0)
  const [, confirm] = screen.getAllByRole('button', { name: '这次不用来' })
  await userEvent.click(confirm!)
  expect(requestsOf('series.skip')[0]?.input).toEqual({ seriesId: 'series-0001', day: '2030-01-07' })
  expect(await screen.findByText('下一次：2030年1月10日（周四）')).toBeInTheDocument()
})

test('resident: ends a recurring help only after a second thought', async () => {
  answer('series.stop', () => {
    const stopped = aSeriesView({ isActive: false, nextDay: null, upcoming: [] })
    holdSeries(stopped)
    return { series: stopped }
  })
  openPage(Orders)
  await tap('固定的')
  await tap('停掉')
  expect(screen.getByText(/以后都不再来了/)).toBeInTheDocument()
  expect(requestsOf('series.stop')).toHaveLength(0)
  const [, confirm] = screen.getAllByRole('button', { name: '停掉' })
  await userEvent.click(confirm!)
  expect(await screen.findByText('已经停了')).toBeInTheDocument()
  expect(screen.queryByText('这次不用来')).not.toBeInTheDocument()
})

test('volunteer: cannot stop what is not theirs to stop', async () => {
  holdSeries(aSeriesView({ isMine: false, canChange: false }))
  openPage(Orders)
  await tap('固定的')
  expect(await screen.findByText('陪同就医')).toBeInTheDocument()
  expect(screen.queryByText('停掉')).not.toBeInTheDocument()
})

test('resident: comes from a new recurring help straight to it', async () => {
  wantOrdersView('series')
  openPage(Orders)
  expect(await screen.findByText('每周一、周四 早上8点半到上午11点')).toBeInTheDocument()
})

test('resident: without a network is told so, and tries again', async () => {
  answer('series.list', () => {
    throw lost
  })
  openPage(Orders)
  await tap('固定的')
  expect(await screen.findByText('网络断开了，连上后再点一次')).toBeInTheDocument()
  holdSeries(aSeriesView())
  await tap('再试一次')
  await waitFor(() => expect(screen.getByText('陪同就医')).toBeInTheDocument())
})

test('newcomer: is sent to join first', async () => {
  signIn(null)
  openPage(Orders)
  expect(await screen.findByText('先加入楼栋，才知道到哪里帮您')).toBeInTheDocument()
})
