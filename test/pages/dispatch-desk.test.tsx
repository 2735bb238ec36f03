import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { dispatch as words } from '@/copy/dispatch'
import DeskPage from '@/packages/staff/pages/desk'
import { aHandbook } from '../support/factories/handbook'
import { anOrder } from '../support/factories/order'
import { places } from '../support/factories/places'
import { asStaff, aSuggestion, holdDesk } from './_support/desk'
import { answer, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

jest.mock('@/features/dispatch/use-keys', () => jest.requireActual<object>('@/features/dispatch/use-keys.h5'))

const lastAsked = () => requestsOf('order.listDesk').at(-1)?.input
const later = { _id: 'order-0002', text: '门锁坏了', dueAt: Date.now() + 7_200_000 }

test('staff: sees the four columns with their counts, what is late, and opens an order', async () => {
  holdDesk([anOrder({ dueAt: Date.now() - 2 * 3_600_000 })])
  openPage(DeskPage)
  expect(await screen.findByText('厨房水龙头漏水')).toBeVisible()
  for (const tab of ['待派单 12', '延后 4', '路上 7', '办完']) expect(screen.getByText(tab)).toBeVisible()
  expect(screen.getByText('3 单晚了 · 1 单不满意，等回访')).toBeVisible()
  expect(screen.getByText('已晚 2 小时')).toBeVisible()
  fireEvent.click(screen.getByText('厨房水龙头漏水'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/staff/pages/order/index?id=order-0001' })
})

test('staff: an empty queue is good news', async () => {
  holdDesk([])
  openPage(DeskPage)
  expect(await screen.findByText('都派出去了，喝口水吧')).toBeVisible()
})

test('staff: an empty queue that was narrowed says so, and is widened again with one tap', async () => {
  holdDesk([])
  openPage(DeskPage)
  await screen.findByText('都派出去了，喝口水吧')
  await userEvent.click(screen.getByRole('checkbox', { name: '急' }))
  expect(await screen.findByText('没有这样的单')).toBeVisible()
  expect(lastAsked()).toMatchObject({ view: 'waiting', onlyUrgent: true })
  await userEvent.click(screen.getByRole('checkbox', { name: '都看' }))
  expect(await screen.findByText('都派出去了，喝口水吧')).toBeVisible()
})

test('staff: narrows the queue to what is late', async () => {
  holdDesk([anOrder()])
  openPage(DeskPage)
  await userEvent.click(await screen.findByRole('checkbox', { name: '晚了' }))
  await waitFor(() => expect(lastAsked()).toMatchObject({ view: 'waiting', onlyLate: true }))
})

test('staff: the unhappy are looked for among the done, and forgotten in another column', async () => {
  holdDesk([anOrder()])
  openPage(DeskPage)
  await userEvent.click(await screen.findByRole('checkbox', { name: '不满意' }))
  await waitFor(() => expect(lastAsked()).toMatchObject({ view: 'done', onlyUnhappy: true }))
  await userEvent.click(screen.getByText('路上 7'))
  await waitFor(() => expect(lastAsked()).toEqual({ view: 'moving', cursor: null }))
})

test('staff: the map shows where the work lies, and a tile shows only that building', async () => {
  holdDesk([anOrder()])
  answer('order.loadByBuilding', () => ({
    items: [
      { buildingPath: places.building4, areaName: '4栋', waiting: 5, moving: 4, late: 2 },
      { buildingPath: places.building5, areaName: '5栋', waiting: 1, moving: 0, late: 0 },
    ],
  }))
  openPage(DeskPage)
  await userEvent.click(await screen.findByRole('checkbox', { name: '看楼栋' }))
  const tile = await screen.findByRole('radio', { name: '4栋，待派 5，在路上 4' })
  expect(tile).toHaveTextContent('9')
  expect(tile).toHaveTextContent('晚 2')
  await userEvent.click(tile)
  await waitFor(() => expect(lastAsked()).toMatchObject({ areaPath: places.building4 }))
  await userEvent.click(tile)
  await waitFor(() => expect(tile).toHaveAttribute('aria-checked', 'false'))
})

test('staff: narrows the queue to a kind of help, from their own handbook', async () => {
  holdDesk([anOrder()])
  answer('handbook.get', () => ({ handbook: { ...aHandbook(), canEdit: true } }))
  openPage(DeskPage)
  await userEvent.click(await screen.findByRole('checkbox', { name: '看事由' }))
  await userEvent.click(await screen.findByRole('radio', { name: '小修小补' }))
  await waitFor(() => expect(lastAsked()).toMatchObject({ serviceId: 'repair' }))
  expect(requestsOf('handbook.get')[0]?.input).toEqual({ communityPath: places.community })
})

test('staff: goes from the queue to a plan for all of it', async () => {
  holdDesk([anOrder(), anOrder(later)])
  openPage(DeskPage)
  fireEvent.click(await screen.findByText('一键排单'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/staff/pages/plan/index' })
})

test('resident: the desk says whose it is', async () => {
  signIn()
  openPage(DeskPage)
  expect(await screen.findByText(words.notStaff)).toBeVisible()
})

describe('with room for three columns', () => {
  const wide = { windowWidth: 1200, windowHeight: 800, pixelRatio: 1 }
  beforeEach(() => {
    jest.spyOn(Taro, 'getWindowInfo').mockReturnValue(wide as never)
    holdDesk([anOrder(), anOrder(later)])
    answer('order.suggest', () => ({ items: [aSuggestion()] }))
  })
  afterEach(() => jest.restoreAllMocks())

  test('staff: walks the queue with J and K', async () => {
    openPage(DeskPage)
    await screen.findAllByText('厨房水龙头漏水')
    expect(screen.getAllByText('门锁坏了')).toHaveLength(1)
    await userEvent.keyboard('j')
    await waitFor(() => expect(screen.getAllByText('门锁坏了')).toHaveLength(2))
    await userEvent.keyboard('k')
    await waitFor(() => expect(screen.getAllByText('厨房水龙头漏水')).toHaveLength(2))
  })

  test('staff: Enter asks, Enter sends the first who can go', async () => {
    answer('order.suggest', () => ({
      items: [
        aSuggestion({ userId: 'volunteer-off', nickname: '老吴', reasons: ['offDuty'], isEligible: false }),
        aSuggestion(),
      ],
    }))
    answer('order.dispatch', () => ({ order: asStaff(anOrder({ status: 'dispatched' })) }))
    openPage(DeskPage)
    await screen.findByText('老吴')
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByText('派给陈浩')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await waitFor(() =>
      expect(requestsOf('order.dispatch')[0]?.input).toMatchObject({
        to: { kind: 'people', volunteerIds: ['volunteer-chen'] },
      }),
    )
  })

  test('staff: D asks until when, and the queue stands still meanwhile', async () => {
    openPage(DeskPage)
    await screen.findAllByText('厨房水龙头漏水')
    await userEvent.keyboard('d')
    expect(await screen.findByRole('dialog', { name: '延后' })).toBeVisible()
    await userEvent.keyboard('j')
    expect(screen.getAllByText('门锁坏了')).toHaveLength(1)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('staff: a letter does nothing where the server does not allow it', async () => {
    holdDesk([anOrder({ status: 'accepted' })])
    openPage(DeskPage)
    await screen.findAllByText('厨房水龙头漏水')
    await userEvent.keyboard('d')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

test('staff: without an answer the queue says what to do', async () => {
  holdDesk([])
  answer('order.listDesk', () => refuse('Internal'))
  openPage(DeskPage)
  expect(await screen.findByText('再试一次')).toBeVisible()
})
