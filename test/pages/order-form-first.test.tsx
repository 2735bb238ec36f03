import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Output } from '@/domain/contracts'
import { presentOrder } from '@/domain/order/present'
import { AppError } from '@/domain/shared/errors'
import OrderNew from '@/packages/ask/pages/order-new/index'
import { anAccount, aStaffMember } from '../support/factories/account'
import { aGuideEntry, aHandbook } from '../support/factories/handbook'
import { anOrder } from '../support/factories/order'
import { places, startOfTests } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const placed = () => ({ order: presentOrder(anAccount(), anOrder({ _id: 'order-placed' })) })
const nothing: Output<'order.preview'> = { dangers: [], guide: [], similar: [] }
const similar = {
  orderId: 'order-of-zhang',
  serviceName: '小修小补',
  createdAt: startOfTests,
  status: 'placed' as const,
  isFollowed: false,
}
const gasCompany = aGuideEntry({
  id: 'gasCompany',
  matter: '燃气漏了',
  words: ['抢修'],
  name: '燃气抢修',
  phone: '025-96777',
})

const tap = async (words: string): Promise<void> => userEvent.click(await screen.findByText(words))
const call = async (label: string): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name: label }))
const sent = () => requestsOf('order.create')[0]?.input

beforeEach(() => {
  signIn()
  const handbook = aHandbook({ guide: [aGuideEntry(), gasCompany] })
  answer('handbook.get', () => ({ handbook: { ...handbook, trail: null, canEdit: false } }))
  answer('handbook.answered', () => ({}))
  answer('order.preview', () => nothing)
  answer('order.create', placed)
  answer('account.consent', () => ({}))
})

describe('danger', () => {
  test('resident: who writes of a fire is shown what to do and whom to call, and no form', async () => {
    openPage(OrderNew, { service: '', text: encodeURIComponent('厨房着火了') })
    expect(await screen.findByText('着火了，先走人')).toBeInTheDocument()
    expect(screen.queryByText('提交')).not.toBeInTheDocument()
    await call('打给火警和救援，119')
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '119' })
  })

  test('resident: an answer that means gas stops the form, with the gas company first', async () => {
    openPage(OrderNew, { service: 'gasAlarm', text: '' })
    await tap('有')
    expect(await screen.findByText('可能漏气了，人先出来')).toBeInTheDocument()
    expect(screen.getByText('打 025-96777')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '打给火警和救援，119' })).toBeInTheDocument()
  })

  test('resident: who has called may still order, and it is said that they have', async () => {
    openPage(OrderNew, { service: 'gasAlarm', text: '' })
    await tap('有')
    await tap('已经打过电话，还要点单')
    await tap('提交')
    await waitFor(() => expect(sent()).toMatchObject({ hasSeenDanger: true, answers: { smell: '有' } }))
  })

  test('resident: who goes back without a change is stopped again before it is sent', async () => {
    openPage(OrderNew, { service: 'repair', text: encodeURIComponent('厨房着火了') })
    await tap('没有危险，改一改')
    await tap('提交')
    expect(await screen.findByText('着火了，先走人')).toBeInTheDocument()
    expect(requestsOf('order.create')).toHaveLength(0)
  })

  test('resident: a danger that only the cloud sees stops the form too', async () => {
    answer('order.create', () => {
      throw new AppError('DangerFirst', { dangers: ['medical'] })
    })
    openPage(OrderNew, { service: 'repair', text: '' })
    await tap('提交')
    expect(await screen.findByText('先打 120')).toBeInTheDocument()
  })
})

describe("someone else's job", () => {
  test('resident: a service of others gives the number, and nothing to order', async () => {
    openPage(OrderNew, { service: 'drain', text: '' })
    expect(await screen.findByText('这件事归幸福里物业管')).toBeInTheDocument()
    expect(screen.getByText('先关水阀')).toBeInTheDocument()
    expect(screen.queryByText('提交')).not.toBeInTheDocument()
    expect(screen.queryByText('还是要点单')).not.toBeInTheDocument()
  })

  test('resident: calling them is counted', async () => {
    openPage(OrderNew, { service: 'drain', text: '' })
    await call('打给幸福里物业，025-12345678')
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '025-12345678' })
    await waitFor(() =>
      expect(requestsOf('handbook.answered')[0]?.input).toEqual({
        communityPath: places.community,
        entryId: 'drain',
      }),
    )
  })

  test('resident: words about a drain are answered by the guide first, and can be ordered all the same', async () => {
    openPage(OrderNew, { service: '', text: encodeURIComponent('下水道堵了') })
    expect(await screen.findByText('这件事归幸福里物业管')).toBeInTheDocument()
    expect(screen.queryByText('提交')).not.toBeInTheDocument()
    await tap('还是要点单')
    await tap('提交')
    await waitFor(() => expect(sent()).toMatchObject({ text: '下水道堵了' }))
  })

  test('resident: what the office has just given away is looked up anew and answered with the number', async () => {
    answer('order.create', () => {
      const services = aHandbook().services.map((one) =>
        one.id === 'repair' ? { ...one, guideId: 'drain' } : one,
      )
      answer('handbook.get', () => ({
        handbook: { ...aHandbook({ services }), trail: null, canEdit: false },
      }))
      throw new AppError('SomeoneElsesJob', { guideId: 'drain' })
    })
    openPage(OrderNew, { service: 'repair', text: '' })
    await tap('提交')
    expect(await screen.findByText('这件事归幸福里物业管')).toBeInTheDocument()
  })
})

describe('the same trouble', () => {
  beforeEach(() => answer('order.preview', () => ({ ...nothing, similar: [similar] })))

  test('resident: follows the order of a neighbour instead of placing another', async () => {
    const theirs = anOrder({ _id: similar.orderId, requesterId: 'resident-zhang' })
    answer('order.follow', () => ({ order: presentOrder(anAccount(), theirs) }))
    openPage(OrderNew, { service: 'repair', text: '' })
    expect(await screen.findByText('4栋已有 1 户报了同样的事')).toBeInTheDocument()
    await tap('我家也是')
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/order/index?id=order-of-zhang' }),
    )
    expect(requestsOf('order.follow')[0]?.input).toEqual({ orderId: 'order-of-zhang' })
    expect(requestsOf('order.create')).toHaveLength(0)
  })

  test('resident: says that it is another thing, and orders', async () => {
    openPage(OrderNew, { service: 'repair', text: '' })
    await tap('不是一回事')
    await tap('提交')
    await waitFor(() => expect(requestsOf('order.create')).toHaveLength(1))
  })

  test('staff: who does not live there is not asked to follow', async () => {
    signIn(aStaffMember())
    answer('order.listPlaces', () => ({
      items: [{ areaPath: places.building4, areaName: '幸福里小区 4栋' }],
    }))
    openPage(OrderNew, { service: 'repair', text: '' })
    await tap('幸福里小区 4栋 别的门')
    await waitFor(() => expect(requestsOf('order.preview').length).toBeGreaterThan(0))
    expect(screen.queryByText('我家也是')).not.toBeInTheDocument()
    expect(screen.getByText('提交')).toBeInTheDocument()
  })
})

test('resident: an unanswered question about danger and neighbours keeps no order back', async () => {
  answer('order.preview', () => {
    throw lost
  })
  openPage(OrderNew, { service: 'repair', text: '' })
  await tap('提交')
  await waitFor(() => expect(requestsOf('order.create')).toHaveLength(1))
})

test('resident: who has ordered too much is told so kindly, with the number of the office', async () => {
  answer('order.create', () => {
    throw new AppError('LimitReached', { limit: 10, reason: 'perDay' })
  })
  openPage(OrderNew, { service: 'repair', text: '' })
  await tap('提交')
  expect(await screen.findByText('今天点得够多了')).toBeInTheDocument()
  await tap('社区电话')
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '025-87654321' })
})

test('resident: an order once more is written out, but asks its questions anew', async () => {
  const earlier = anOrder({
    _id: 'order-earlier',
    text: '还是厨房那个水龙头',
    answers: [{ question: '急吗', answer: '急' }],
  })
  answer('order.get', () => ({ order: presentOrder(anAccount(), earlier) }))
  openPage(OrderNew, { again: 'order-earlier' })
  expect(await screen.findByLabelText('说说是什么事')).toHaveValue('还是厨房那个水龙头')
  await tap('提交')
  await waitFor(() => expect(sent()).toMatchObject({ serviceId: 'repair', answers: {}, roomNumber: '' }))
})

test('staff: orders for a resident of a building in their care, for several helpers', async () => {
  signIn(aStaffMember())
  answer('order.listPlaces', () => ({
    items: [
      { areaPath: places.building4, areaName: '幸福里小区 4栋' },
      { areaPath: places.building5, areaName: '幸福里小区 5栋' },
    ],
  }))
  openPage(OrderNew, { service: 'repair', text: '' })
  await userEvent.type(await screen.findByLabelText('怎么称呼'), '李奶奶')
  await tap('我照看的居民')
  await tap('电话里同意了')
  await tap('幸福里小区 5栋 别的门')
  await userEvent.type(screen.getByLabelText('房号'), '1502')
  await tap('5 人')
  await tap('提交')
  await waitFor(() =>
    expect(sent()).toMatchObject({ homePath: places.building5, roomNumber: '1502', people: 5 }),
  )
})

test('resident: asks for help every Monday and Thursday, and is told when it begins', async () => {
  answer('series.create', ({ repeat }) => ({
    series: {
      _id: 'series-0001',
      areaName: '幸福里小区 4栋',
      serviceName: '陪同就医',
      requesterName: '李阿姨',
      repeat,
      skipped: [],
      volunteer: null,
      isActive: true,
      stoppedFor: null,
      nextDay: '2030-01-07',
      createdAt: startOfTests,
      text: '',
      upcoming: ['2030-01-07', '2030-01-10'],
      isMine: true,
      canChange: true,
    },
  }))
  openPage(OrderNew, { service: 'hospital', text: '' })
  await userEvent.click(await screen.findByRole('switch', { name: '以后都来' }))
  for (const day of ['周日', '周一', '周二', '周三', '周四', '周五', '周六']) {
    const chip = screen.getByRole('checkbox', { name: day })
    const isWanted = day === '周一' || day === '周四'
    if ((chip.getAttribute('aria-checked') === 'true') !== isWanted) await userEvent.click(chip)
  }
  await tap('下午2点到4点')
  await tap('来 3 个月')
  expect(screen.queryByRole('switch', { name: '着急' })).not.toBeInTheDocument()
  await tap('提交')
  expect(await screen.findByText('第一次：2030年1月7日（周一）下午2点到4点')).toBeInTheDocument()
  expect(requestsOf('series.create')[0]?.input).toMatchObject({
    wish: { serviceId: 'hospital', homePath: places.building4 },
    repeat: { rule: 'FREQ=WEEKLY;BYDAY=MO,TH', span: { from: 840, to: 960 }, restsOnHolidays: true },
  })
  expect(requestsOf('order.create')).toHaveLength(0)
})

test('resident: a recurring help without a weekday is not sent', async () => {
  openPage(OrderNew, { service: 'hospital', text: '' })
  await userEvent.click(await screen.findByRole('switch', { name: '以后都来' }))
  const chosen = screen
    .getAllByRole('checkbox')
    .filter((chip) => chip.getAttribute('aria-checked') === 'true')
  for (const chip of chosen) await userEvent.click(chip)
  await tap('提交')
  expect(screen.getByText('请选星期几')).toBeInTheDocument()
  expect(requestsOf('series.create')).toHaveLength(0)
})
