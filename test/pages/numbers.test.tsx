import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { ChartOption } from '@/components/chart-engine'
import { csvWords, groupingNames, numbersWords as words, periodNames } from '@/copy/numbers-page'
import type { Figures } from '@/domain/numbers/contract'
import { presentOrder } from '@/domain/order/present'
import { dayKey } from '@/domain/shared/calendar'
import { addDays } from '@/domain/shared/day-keys'
import { periodOf } from '@/features/numbers/periods'
import NumbersPage from '@/packages/numbers/pages/numbers'
import NumberOrdersPage from '@/packages/numbers/pages/orders'
import { aGrant, aLeader, aStaffMember } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const drawn: ChartOption[] = []
// A canvas is WeChat's or the browser's; what is drawn on it is seen in numbers-chart.test.tsx.
jest.mock('@/components/chart-canvas', () => ({
  ChartCanvas: ({ option }: { option: ChartOption }) => {
    drawn.push(option)
    return null
  },
}))

const figures = (overrides: Partial<Figures> = {}): Figures => ({
  arrived: 12,
  waiting: 1,
  moving: 2,
  done: 8,
  cancelled: 1,
  late: 3,
  reopened: 1,
  rated: 5,
  stars: 4.6,
  toAccept: { median: 20, ninety: 120 },
  toFinish: { median: 180, ninety: 1440 },
  ...overrides,
})
const repair = { key: 'repair', name: '小修小补', figures: figures({ arrived: 7, done: 5, late: 2 }) }

function holdNumbers(): void {
  signIn(aStaffMember())
  answer('numbers.get', () => ({ total: figures(), rows: [repair] }))
}
const today = dayKey(Date.now())
const asked = () =>
  requestsOf('numbers.get').map(({ input }) => input as { from: string; to: string; by: string })

test('leader: numbers are for staff and the street', async () => {
  signIn(aLeader())
  openPage(NumbersPage)
  expect(await screen.findByText(words.notMine)).toBeVisible()
  expect(requestsOf('numbers.get')).toHaveLength(0)
})

test('staff: sees this week, and any other period by a tap', async () => {
  holdNumbers()
  openPage(NumbersPage)
  expect(await screen.findByLabelText('来单 12，看这些单')).toBeVisible()
  expect(screen.getAllByText('通常 20 分钟，十单里九单不超过 2 小时')[0]).toBeVisible()
  expect(screen.getByText('晚过 25%')).toBeVisible()
  fireEvent.click(screen.getByText(periodNames.quarter))
  await waitFor(() => expect(asked()).toHaveLength(2))
  expect(asked()[1]).toEqual({
    areaPath: places.community,
    from: addDays(today, -91),
    to: today,
    by: 'service',
  })
})

test.each([
  ['2026-11-22', { from: '2026-11-16', to: '2026-11-22' }, { from: '2026-11-09', to: '2026-11-15' }],
  ['2026-11-23', { from: '2026-11-23', to: '2026-11-23' }, { from: '2026-11-16', to: '2026-11-22' }],
])('staff: on %s a week begins on Monday', (day, thisWeek, lastWeek) => {
  expect(periodOf('thisWeek', day)).toEqual(thisWeek)
  expect(periodOf('lastWeek', day)).toEqual(lastWeek)
  expect(periodOf('thisMonth', day).from).toBe('2026-11-01')
})

test('staff: each number opens the orders behind it, those of a service too', async () => {
  holdNumbers()
  openPage(NumbersPage)
  fireEvent.click(await screen.findByLabelText('小修小补晚过 2，看这些单'))
  const { url } = (Taro.navigateTo as jest.Mock<unknown, [{ url: string }]>).mock.calls[0]![0]
  const params = Object.fromEntries(new URLSearchParams(url.split('?')[1]))
  const order = anOrder({ text: '水龙头漏水' })
  answer('numbers.orders', () => ({ items: [presentOrder(aStaffMember(), order)], nextCursor: null }))
  openPage(NumberOrdersPage, params)
  fireEvent.click(await screen.findByText('水龙头漏水'))
  expect(requestsOf('numbers.orders')[0]?.input).toMatchObject({
    areaPath: places.community,
    drill: 'late',
    serviceId: 'repair',
    to: today,
  })
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/staff/pages/order/index?id=${order._id}`,
  })
})

test('staff: the chart shows what the table says, and says it to those who can’t see it', async () => {
  holdNumbers()
  openPage(NumbersPage)
  expect(await screen.findByLabelText('图：按事项。小修小补来单 7，办好 5，晚过 2')).toBeVisible()
  expect(drawn[drawn.length - 1]).toMatchObject({
    yAxis: { data: ['小修小补'] },
    series: [
      { name: words.arrived, data: [7] },
      { name: words.done, data: [5] },
    ],
  })
  fireEvent.click(screen.getByText(groupingNames.week))
  await waitFor(() => expect(asked()[1]?.by).toBe('week'))
})

test('staff: the export is fetched to its end, then saved by another tap', async () => {
  holdNumbers()
  const pages = ['\ufeff单号,地点\r\na,4栋\r\nb,5栋\r\n', 'c,6栋\r\n']
  answer('numbers.csv', ({ cursor }) =>
    cursor === 'next' ? { text: pages[1]!, nextCursor: null } : { text: pages[0]!, nextCursor: 'next' },
  )
  const writeFile = jest.fn(({ success }: { data: string; success: () => void }) => success())
  jest.mocked(Taro.getFileSystemManager).mockReturnValue({ writeFile } as never)
  jest.mocked(Taro.getDeviceInfo).mockReturnValue({ platform: 'ios' } as never)
  ;(Taro as { env: unknown }).env = { USER_DATA_PATH: 'wxfile://usr' }
  openPage(NumbersPage)
  fireEvent.click(await screen.findByText(csvWords.start))
  expect(await screen.findByText(csvWords.ready(3))).toBeVisible()
  fireEvent.click(screen.getByText(csvWords.save))
  await waitFor(() => expect(Taro.shareFileMessage).toHaveBeenCalled())
  expect(writeFile.mock.calls[0]![0].data).toBe(pages.join(''))
})

test('staff: an export that fails on the way says so and can be begun again', async () => {
  holdNumbers()
  answer('numbers.csv', () => {
    throw lost
  })
  openPage(NumbersPage)
  fireEvent.click(await screen.findByText(csvWords.start))
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalled())
  expect(screen.getByText(csvWords.start)).toBeVisible()
})

test('street: chooses between its areas', async () => {
  const roles = [
    aGrant('streetOffice', places.street, { areaName: '和平街道' }),
    aGrant('communityStaff', places.community, { areaName: '第一社区' }),
  ]
  holdNumbers()
  signIn(aStaffMember({ roles }))
  openPage(NumbersPage)
  fireEvent.click(await screen.findByText('第一社区'))
  await waitFor(() => expect(asked()).toHaveLength(2))
  expect(asked().map((input) => (input as unknown as { areaPath: string }).areaPath)).toEqual([
    places.street,
    places.community,
  ])
})
