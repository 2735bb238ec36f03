import { onlineManager } from '@tanstack/react-query'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import * as upload from '@/cloud/upload'
import { eventWords } from '@/copy/order-events'
import { pendingWords } from '@/copy/volunteer'
import { presentOrder } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { pendingEvents, restartPending } from '@/features/order/pending-events'
import { usePendingDelivery } from '@/features/order/use-pending-delivery'
import OrderPage from '@/pages/order/index'
import * as album from '@/platform/choose-photo'
import { aVolunteer } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { answer, lost, refuse, requests, requestsOf, silent } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

jest.mock('@/cloud/upload', () => ({ uploadPhoto: jest.fn() }))
jest.mock('@/platform/choose-photo', () => ({ choosePhotos: jest.fn() }))
jest.mock('@/platform/keep-file', () => ({
  keepFile: (path: string) => Promise.resolve(path.replace('tmp', 'store')),
  dropFile: () => undefined,
}))

const me = aVolunteer()
const params = { id: 'order-0001' }
const accepted = anOrder({ status: 'accepted' })
const inService = anOrder({ status: 'inService' })

/** The order's page, in an app that sends what was kept. */
function AppPage() {
  usePendingDelivery()
  return <OrderPage />
}

/** The cloud holds the order and moves it as told; `net` is whether it can be reached. */
function holdVisit(): { net: { isUp: boolean } } {
  const net = { isUp: true }
  let order: Order = accepted
  const reach = (next: () => Order) => {
    if (!net.isUp) throw lost
    order = next()
    return { order: presentOrder(me, order) }
  }
  signIn(me)
  answer('order.get', () => reach(() => order))
  answer('order.checkIn', () => reach(() => inService))
  answer('order.complete', () => reach(() => anOrder({ status: 'completed' })))
  return { net }
}

const goOffline = (): void => act(() => onlineManager.setOnline(false))
const goOnline = (): void => act(() => onlineManager.setOnline(true))
const sent = (): string[] =>
  requests.map(({ action }) => action).filter((name) => name === 'order.checkIn' || name === 'order.complete')

async function checkInWithoutCode(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: eventWords.checkIn.button }))
  await userEvent.click(await screen.findByText('没有码，先签到'))
}

async function complete(note: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: eventWords.complete.button }))
  await userEvent.type(await screen.findByLabelText(eventWords.complete.reason), note)
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '办好了' }))
}

beforeEach(() => {
  restartPending()
  onlineManager.setOnline(true)
})

test('volunteer: checks in with the code, at the time it is, and is thanked', async () => {
  holdVisit()
  openPage(AppPage, params)
  await userEvent.click(await screen.findByRole('button', { name: eventWords.checkIn.button }))
  await userEvent.type(screen.getByLabelText('请居民念 6 位上门码'), '482915')
  const before = Date.now()
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '我到了' }))
  expect(await screen.findByRole('button', { name: '办好了' })).toBeVisible()
  const [request] = requestsOf('order.checkIn')
  expect(request!.input).toMatchObject({ orderId: 'order-0001', code: '482915' })
  expect((request!.input as { happenedAt: number }).happenedAt).toBeGreaterThanOrEqual(before)
  expect(pendingEvents()).toEqual([])
})

test('volunteer: a wrong code is told at once, the sheet stays, and nothing is kept', async () => {
  holdVisit()
  answer('order.checkIn', () => refuse('BadInput'))
  openPage(AppPage, params)
  await userEvent.click(await screen.findByRole('button', { name: eventWords.checkIn.button }))
  await userEvent.type(screen.getByLabelText('请居民念 6 位上门码'), '111111')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '我到了' }))
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: pendingWords.wrongCode })),
  )
  expect(screen.getByLabelText('请居民念 6 位上门码')).toHaveValue('111111')
  expect(pendingEvents()).toEqual([])
})

test('volunteer: without a network check-in and completion are kept with their times and go out in order, once', async () => {
  const { net } = holdVisit()
  openPage(AppPage, params)
  await screen.findByText('厨房水龙头漏水')
  net.isUp = false
  goOffline()
  await checkInWithoutCode()
  expect(await screen.findByText(new RegExp(`签到，${pendingWords.later}`))).toBeVisible()
  await complete('换了垫圈')
  expect(await screen.findByText('换了垫圈')).toBeVisible()
  expect(sent()).toEqual([])
  const [first, second] = pendingEvents()
  expect(first!.happenedAt).toBeLessThanOrEqual(second!.happenedAt)

  net.isUp = true
  goOnline()
  await waitFor(() => expect(pendingEvents()).toEqual([]))
  expect(sent()).toEqual(['order.checkIn', 'order.complete'])
  expect(requestsOf('order.checkIn')[0]).toMatchObject({
    requestId: first!.requestId,
    input: { happenedAt: first!.happenedAt },
  })
  expect(requestsOf('order.complete')[0]).toMatchObject({
    requestId: second!.requestId,
    input: { note: '换了垫圈', happenedAt: second!.happenedAt },
  })
  await waitFor(() => expect(screen.queryByText(new RegExp(pendingWords.later))).toBeNull())
})

test('volunteer: an answer that got lost is asked for again with the same request', async () => {
  const { net } = holdVisit()
  openPage(AppPage, params)
  await screen.findByText('厨房水龙头漏水')
  net.isUp = false
  await checkInWithoutCode()
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: pendingWords.kept })),
  )
  net.isUp = true
  goOffline()
  goOnline()
  await waitFor(() => expect(pendingEvents()).toEqual([]))
  const ids = requestsOf('order.checkIn').map(({ requestId }) => requestId)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('volunteer: what was kept goes out when the app is started again', async () => {
  holdVisit()
  const { unmount } = openPage(AppPage, params)
  await screen.findByText('厨房水龙头漏水')
  goOffline()
  await checkInWithoutCode()
  await waitFor(() => expect(pendingEvents()).toHaveLength(1))
  unmount()
  restartPending()
  goOnline()
  expect(requestsOf('order.checkIn')).toHaveLength(0)
  openPage(AppPage, params)
  await waitFor(() => expect(requestsOf('order.checkIn')).toHaveLength(1))
  await waitFor(() => expect(pendingEvents()).toEqual([]))
})

test('volunteer: a code that proves wrong later is left out, so that the visit still counts', async () => {
  holdVisit()
  answer('order.checkIn', ({ code }) => {
    if (code) refuse('BadInput')
    return { order: presentOrder(me, inService) }
  })
  openPage(AppPage, params)
  await screen.findByText('厨房水龙头漏水')
  goOffline()
  await userEvent.click(screen.getByRole('button', { name: eventWords.checkIn.button }))
  await userEvent.type(screen.getByLabelText('请居民念 6 位上门码'), '111111')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '我到了' }))
  await waitFor(() => expect(pendingEvents()).toHaveLength(1))
  goOnline()
  await waitFor(() => expect(pendingEvents()).toEqual([]))
  const [wrong, without] = requestsOf('order.checkIn')
  expect(without!.input).toMatchObject({ code: null })
  expect(without!.requestId).not.toBe(wrong!.requestId)
})

test('volunteer: an order that changed meanwhile is told kindly, with what was done kept to be read', async () => {
  holdVisit()
  answer('order.checkIn', () => refuse('Conflict'))
  answer('order.complete', () => refuse('Conflict'))
  openPage(AppPage, params)
  await screen.findByText('厨房水龙头漏水')
  goOffline()
  await checkInWithoutCode()
  await complete('换了垫圈')
  goOnline()
  await waitFor(() => expect(screen.getAllByText(new RegExp(pendingWords.refusedHint))).toHaveLength(2))
  expect(screen.getByText('换了垫圈')).toBeVisible()
  goOffline()
  goOnline()
  expect(sent()).toEqual(['order.checkIn', 'order.complete'])
  for (const seen of screen.getAllByText(pendingWords.seen)) await userEvent.click(seen)
  expect(pendingEvents()).toEqual([])
})

test('volunteer: who has checked in on another phone meanwhile still completes', async () => {
  holdVisit()
  answer('order.checkIn', () => refuse('Conflict'))
  openPage(AppPage, params)
  await screen.findByText('厨房水龙头漏水')
  goOffline()
  await checkInWithoutCode()
  await complete('换了垫圈')
  goOnline()
  await waitFor(() =>
    expect(pendingEvents().map(({ event, state }) => [event, state])).toEqual([['checkIn', 'refused']]),
  )
  expect(requestsOf('order.complete')).toHaveLength(1)
})

test('volunteer: a picture taken without a network goes up before the completion that it belongs to', async () => {
  const { net } = holdVisit()
  answer('order.get', () => ({ order: presentOrder(me, inService) }))
  jest
    .mocked(upload.uploadPhoto)
    .mockImplementation(() =>
      net.isUp ? Promise.resolve('cloud://test/after.jpg') : Promise.reject(new AppError('Offline')),
    )
  jest.mocked(album.choosePhotos).mockResolvedValue(['wxfile://tmp/after.jpg'])
  openPage(AppPage, params)
  await screen.findByText('厨房水龙头漏水')
  net.isUp = false
  goOffline()
  await userEvent.click(await screen.findByRole('button', { name: eventWords.complete.button }))
  await userEvent.click(screen.getByRole('button', { name: '加照片' }))
  await screen.findByRole('button', { name: '拿掉这张' })
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '办好了' }))
  await waitFor(() =>
    expect(pendingEvents()).toMatchObject([{ event: 'complete', photoPaths: ['wxfile://store/after.jpg'] }]),
  )
  net.isUp = true
  goOnline()
  await waitFor(() => expect(pendingEvents()).toEqual([]))
  expect(requestsOf('order.complete').map(({ input }) => input)).toMatchObject([
    { photoFileIds: ['cloud://test/after.jpg'] },
  ])
})

test('volunteer: a picture that the phone has lost does not hold up the completion', async () => {
  holdVisit()
  answer('order.get', () => ({ order: presentOrder(me, inService) }))
  jest.mocked(upload.uploadPhoto).mockRejectedValue(new AppError('Offline'))
  jest.mocked(album.choosePhotos).mockResolvedValue(['wxfile://tmp/after.jpg'])
  openPage(AppPage, params)
  await userEvent.click(await screen.findByRole('button', { name: eventWords.complete.button }))
  await userEvent.click(screen.getByRole('button', { name: '加照片' }))
  await screen.findByRole('button', { name: '拿掉这张' })
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '办好了' }))
  await waitFor(() => expect(requestsOf('order.complete')).toHaveLength(1))
  expect(requestsOf('order.complete')[0]?.input).toMatchObject({ photoFileIds: [] })
})

// Last, since its request stays under way.
test('volunteer: pressed twice while the answer is awaited, it is one check-in', async () => {
  holdVisit()
  answer('order.checkIn', () => {
    throw silent
  })
  openPage(AppPage, params)
  await checkInWithoutCode()
  await userEvent.click(screen.getByText('没有码，先签到'))
  expect(pendingEvents()).toHaveLength(1)
  expect(requestsOf('order.checkIn')).toHaveLength(1)
})
