import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { messageViewSchema } from '@/domain/chat/contract'
import { inbox as words } from '@/copy/inbox'
import { promise as promiseWords } from '@/copy/promise'
import { visit as visitWords } from '@/copy/visit'
import type { InboxItemView } from '@/domain/inbox/contract'
import { startOfDay } from '@/domain/shared/calendar'
import { AppError } from '@/domain/shared/errors'
import { days, hours } from '@/domain/shared/time'
import InboxPage from '@/packages/talk/pages/inbox'
import { takeChatAim } from '@/platform/chat-aim'
import { routes } from '@/routes'
import { aLeader } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'
import { anInboxItem, aPromise } from './_support/matters'

const tap = async (said: string | RegExp) => userEvent.click(await screen.findByText(said))
const inputsOf = (action: Parameters<typeof requestsOf>[0]) =>
  requestsOf(action).map(({ input }) => input as Record<string, unknown>)

/** An inbox as the cloud keeps it: what is marked answered moves to the answered ones, and back. */
function hold(...items: InboxItemView[]): void {
  const answered = new Set<string>()
  const viewOf = (item: InboxItemView): InboxItemView => ({
    ...item,
    isOpen: !answered.has(item._id),
    answered: answered.has(item._id) ? { by: { name: '周敏' }, at: Date.now() } : null,
  })
  const find = (itemId: string): InboxItemView => items.find(({ _id }) => _id === itemId)!
  answer('inbox.counts', () => ({
    waiting: items.length - answered.size,
    reports: 2,
    promises: 1,
    overdue: 1,
    visits: 3,
  }))
  answer('inbox.list', ({ view = 'open' }) => ({
    items: items.filter(({ _id }) => answered.has(_id) === (view === 'answered')).map(viewOf),
    nextCursor: null,
  }))
  answer('inbox.markAnswered', ({ itemId }) => {
    answered.add(itemId)
    return { item: viewOf(find(itemId)) }
  })
  answer('inbox.reopen', ({ itemId }) => {
    answered.delete(itemId)
    return { item: viewOf(find(itemId)) }
  })
  // The answer comes to nothing on its way back.
  answer('inbox.answer', ({ itemId }) => {
    answered.add(itemId)
    throw lost
  })
}
const two = [
  anInboxItem(),
  anInboxItem({ _id: 'message-0009', seq: 9, text: '谁看见快递了？', kind: 'mention' }),
]

test('leader: sees what waits, from whom, in which group; counts stand on the tabs', async () => {
  signIn(aLeader())
  hold(...two)
  openPage(InboxPage)
  expect(await screen.findByText('晾衣架什么时候修？')).toBeVisible()
  expect(screen.getAllByText(words.from('吴姨', '幸福里小区 4栋'))).toHaveLength(2)
  expect(screen.getByText(words.kinds.mention)).toBeVisible()
  expect(await screen.findByText(`${words.tabs.waiting} 2`)).toBeVisible()
  expect(screen.getByText(`${words.tabs.reports} 2`)).toBeVisible()
  // Whom to look in on is looked up only by those who open that list.
  expect(requestsOf('visit.list')).toEqual([])
})

test('leader: a tap on what was said opens the chat there', async () => {
  signIn(aLeader())
  hold(...two)
  openPage(InboxPage)
  await tap('晾衣架什么时候修？')
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: routes.chat })
  expect(takeChatAim()).toEqual({ groupPath: places.building4, seq: 7 })
  expect(takeChatAim()).toBeNull()
})

test('leader: answers in place; what was typed stays when the network fails', async () => {
  signIn(aLeader())
  hold(...two)
  openPage(InboxPage)
  await userEvent.click((await screen.findAllByText(words.reply))[0]!)
  fireEvent.change(screen.getByRole('textbox', { name: words.replyTo('吴姨') }), {
    target: { value: '周五来修' },
  })
  await tap(words.send)
  await waitFor(() => expect(inputsOf('inbox.answer')).toHaveLength(1))
  expect(inputsOf('inbox.answer')[0]).toEqual({ itemId: 'message-0007', text: '周五来修' })
  expect(screen.getByRole('textbox', { name: words.replyTo('吴姨') })).toHaveValue('周五来修')
  await waitFor(() => expect(screen.getByText(words.send)).not.toHaveAttribute('aria-disabled', 'true'))
  await tap(words.send)
  await waitFor(() => expect(requestsOf('inbox.answer')).toHaveLength(2))
  const [one, again] = requestsOf('inbox.answer')
  expect(again!.requestId).toBe(one!.requestId)
})

const said = {
  ...{
    _id: 'message-0031',
    groupPath: places.building4,
    seq: 31,
    authorName: '周敏',
    authorTitle: 'microGridLeader',
  },
  ...{ body: { kind: 'text', text: '周五来修' }, sentAt: Date.now(), isMine: true, allowedActions: [] },
}

test('leader: somebody was faster: is told who; what was typed stays, and can be said beside it', async () => {
  signIn(aLeader())
  hold(...two)
  answer('inbox.answer', () => {
    // The question waits no more for anybody.
    hold(two[1]!)
    throw new AppError('Conflict', { byName: '刘洋' })
  })
  openPage(InboxPage)
  await userEvent.click((await screen.findAllByText(words.reply))[0]!)
  fireEvent.change(screen.getByRole('textbox', { name: words.replyTo('吴姨') }), {
    target: { value: '周五来修' },
  })
  await tap(words.send)
  expect(await screen.findByText(words.faster('刘洋'))).toBeVisible()
  await waitFor(() => expect(screen.getAllByText('晾衣架什么时候修？')).toHaveLength(1))
  expect(screen.getByText('谁看见快递了？')).toBeVisible()
  expect(screen.getByRole('textbox', { name: words.replyTo('吴姨') })).toHaveValue('周五来修')
  answer('chat.send', () => ({ message: messageViewSchema.parse(said) }))
  await tap(words.sayToo)
  await waitFor(() => expect(screen.queryByText(words.faster('刘洋'))).toBeNull())
  expect(inputsOf('chat.send')).toEqual([
    { groupPath: places.building4, body: { kind: 'text', text: '周五来修' }, replyTo: 7 },
  ])
})

test('leader: puts aside what needs no answer, and takes that back', async () => {
  signIn(aLeader())
  hold(...two)
  openPage(InboxPage)
  await userEvent.click((await screen.findAllByText(words.skip))[0]!)
  expect(await screen.findByText(words.skipped('吴姨'))).toBeVisible()
  await waitFor(() => expect(screen.queryByText('晾衣架什么时候修？')).toBeNull())
  await tap(words.undo)
  expect(await screen.findByText('晾衣架什么时候修？')).toBeVisible()
  expect(inputsOf('inbox.reopen')).toEqual([{ itemId: 'message-0007' }])
})

test('leader: the way back from below goes after a while; among the answered it stays', async () => {
  jest.useFakeTimers({ advanceTimers: true })
  signIn(aLeader())
  hold(...two)
  openPage(InboxPage)
  fireEvent.click((await screen.findAllByText(words.skip))[0]!)
  await screen.findByText(words.skipped('吴姨'))
  act(() => void jest.advanceTimersByTime(11_000))
  expect(screen.queryByText(words.skipped('吴姨'))).toBeNull()
  fireEvent.click(screen.getByText(words.views.answered))
  expect(await screen.findByText(/^周敏回复了/)).toBeVisible()
  fireEvent.click(screen.getByText(words.undo))
  await waitFor(() => expect(inputsOf('inbox.reopen')).toHaveLength(1))
  jest.useRealTimers()
})

test('leader: promises on a question; words and day stand there already', async () => {
  signIn(aLeader())
  hold(anInboxItem())
  answer('promise.make', () => ({ promise: aPromise() }))
  openPage(InboxPage)
  await tap(words.promise)
  expect(screen.getByLabelText(promiseWords.makeWords)).toHaveValue(promiseWords.usual)
  await tap(promiseWords.makeConfirm)
  await waitFor(() =>
    expect(inputsOf('promise.make')[0]).toEqual({
      groupPath: places.building4,
      seq: 7,
      words: promiseWords.usual,
      dueAt: startOfDay(Date.now()) + days(1) + hours(18),
    }),
  )
})

test('leader: reports are decided on their own page; promises and visits are at hand', async () => {
  signIn(aLeader())
  hold()
  answer('promise.list', () => ({ items: [aPromise()], nextCursor: null }))
  answer('visit.list', () => ({ items: [], nextCursor: null }))
  openPage(InboxPage)
  await tap(`${words.tabs.reports} 2`)
  expect(screen.getByText(words.reports(2))).toBeVisible()
  await tap(words.seeReports)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.moderation })
  await tap(`${words.tabs.promises} 1`)
  expect(await screen.findByText(promiseWords.promised('周敏', '有消息马上告诉您'))).toBeVisible()
  await tap(`${words.tabs.visits} 3`)
  expect(await screen.findByText(visitWords.empty)).toBeVisible()
})

test('leader: with nothing left, is told so kindly', async () => {
  signIn(aLeader())
  hold()
  openPage(InboxPage)
  expect(await screen.findByText(words.empty)).toBeVisible()
})

test('leader: without a network is told why, and can try again', async () => {
  signIn(aLeader())
  hold(anInboxItem())
  answer('inbox.list', () => {
    throw lost
  })
  openPage(InboxPage)
  await screen.findByText('网络断开了，连上后再点一次')
  hold(anInboxItem())
  await tap('再试一次')
  expect(await screen.findByText('晾衣架什么时候修？')).toBeVisible()
})

test('neighbour: is told whose page this is, and nothing is asked of the cloud', async () => {
  signIn()
  openPage(InboxPage)
  expect(await screen.findByText(words.noArea)).toBeVisible()
  expect(requestsOf('inbox.list')).toEqual([])
})
