import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { promise as words } from '@/copy/promise'
import { AppError } from '@/domain/shared/errors'
import { days, hours } from '@/domain/shared/time'
import { startOfDay } from '@/domain/shared/calendar'
import { dueOn, firstDay } from '@/features/promise/due-day'
import PromisesPage from '@/packages/talk/pages/promises'
import { takeChatAim } from '@/platform/chat-aim'
import { aLeader } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'
import { aPromise } from './_support/matters'

const tap = async (said: string | RegExp) => userEvent.click(await screen.findByText(said))
const late = aPromise({
  _id: 'promise-0002',
  question: '路灯什么时候修？',
  isOverdue: true,
  dueAt: Date.now() - hours(26),
})
const hold = (items = [late, aPromise()]): void =>
  answer('promise.list', ({ view = 'open' }) => ({
    items: items.filter(({ isOpen }) => isOpen === (view === 'open')),
    nextCursor: null,
  }))

test('leader: what is late is said first, and how long they have waited', async () => {
  signIn(aLeader())
  hold()
  openPage(PromisesPage)
  expect(await screen.findByText(words.overdue(late.dueAt, Date.now()))).toBeVisible()
  expect(screen.getByText(words.due(aPromise().dueAt, Date.now()))).toBeVisible()
  const asked = screen.getAllByText(/什么时候修？”$/).map(({ textContent }) => textContent)
  expect(asked).toEqual(['“路灯什么时候修？”', '“晾衣架什么时候修？”'])
})

test('leader: a tap on the question opens the chat there', async () => {
  signIn(aLeader())
  hold([aPromise()])
  openPage(PromisesPage)
  await tap('“晾衣架什么时候修？”')
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/chat/index' })
  expect(takeChatAim()).toEqual({ groupPath: places.building4, seq: 7 })
})

test('leader: keeps a promise with words for the group; without words it cannot be sent', async () => {
  signIn(aLeader())
  hold([aPromise()])
  answer('promise.keep', () => ({ promise: aPromise() }))
  openPage(PromisesPage)
  await tap(words.keep)
  await tap(words.keepConfirm)
  expect(requestsOf('promise.keep')).toEqual([])
  fireEvent.change(screen.getByLabelText(words.keepWords), { target: { value: '周五来修' } })
  await tap(words.keepConfirm)
  await waitFor(() =>
    expect(requestsOf('promise.keep')[0]?.input).toEqual({ promiseId: 'promise-0001', words: '周五来修' }),
  )
  await waitFor(() => expect(screen.queryByText(words.keepConfirm)).toBeNull())
})

test('leader: puts one off to another day, with a reason they see', async () => {
  signIn(aLeader())
  hold([late])
  answer('promise.delay', () => ({ promise: late }))
  openPage(PromisesPage)
  await tap(words.delay)
  await tap(words.delayConfirm)
  expect(requestsOf('promise.delay')).toEqual([])
  await tap(words.delayReasons[0])
  await tap(words.delayConfirm)
  await waitFor(() =>
    expect(requestsOf('promise.delay')[0]?.input).toEqual({
      promiseId: 'promise-0002',
      dueAt: startOfDay(Date.now()) + days(1) + hours(18),
      reason: words.delayReasons[0],
    }),
  )
})

test('leader: put off too often is said as such', async () => {
  signIn(aLeader())
  hold([late])
  answer('promise.delay', () => {
    throw new AppError('LimitReached')
  })
  openPage(PromisesPage)
  await tap(words.delay)
  await tap(words.delayReasons[1])
  await tap(words.delayConfirm)
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: words.delayedTooOften })),
  )
})

test('after the evening, today is no day to promise for', () => {
  const day = startOfDay(Date.now())
  expect(firstDay(dueOn(day) - 1)).toBe(0)
  expect(firstDay(dueOn(day))).toBe(1)
})

test('leader: sees what was kept, by whom, with what words, and nothing to do', async () => {
  signIn(aLeader())
  const kept = { words: '周五来修', by: { name: '周敏' }, at: Date.now() }
  const delays = [{ from: 1, to: 2, reason: '物业还没回话', by: { name: '周敏' }, at: 1 }]
  hold([aPromise({ isOpen: false, kept, delays, allowedActions: [] })])
  openPage(PromisesPage)
  expect(await screen.findByText(words.empty)).toBeVisible()
  await tap(words.views.kept)
  expect(await screen.findByText('周五来修')).toBeVisible()
  expect(screen.getByText(words.delayed(1, '物业还没回话'))).toBeVisible()
  expect(screen.queryByText(words.keep)).toBeNull()
})

test('leader: a list that cannot be fetched says why and tries again', async () => {
  signIn(aLeader())
  answer('promise.list', () => {
    throw lost
  })
  openPage(PromisesPage)
  await screen.findByText('网络断开了，连上后再点一次')
  hold([aPromise()])
  await tap('再试一次')
  expect(await screen.findByText('“晾衣架什么时候修？”')).toBeVisible()
})

test('neighbour: is told whose page this is', async () => {
  signIn()
  openPage(PromisesPage)
  expect(await screen.findByText(words.noArea)).toBeVisible()
  expect(requestsOf('promise.list')).toEqual([])
})
