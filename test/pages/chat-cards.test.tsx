import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cardHeads, chat, promiseDue, promiseTo, takenBy } from '@/copy/chat'
import { notice as noticeWords } from '@/copy/notice'
import { statusNames } from '@/copy/order'
import { momentWords } from '@/copy/time'
import type { MessageView } from '@/domain/chat/contract'
import type { Output } from '@/domain/contracts'
import { days } from '@/domain/shared/time'
import { refreshAfterTopic } from '@/features/session/keys'
import ChatPage from '@/pages/chat'
import { routes } from '@/routes'
import { places } from '../support/factories/places'
import { answer, requestsOf } from './_support/fake-cloud'
import { aLine, changeLine, holdGroup, start } from './_support/held-group'
import { aNoticeView } from './_support/notices'
import { openPage } from './_support/render-page'

const card = (seq: number, body: MessageView['body'], overrides: Partial<MessageView> = {}): MessageView =>
  aLine(seq, { body, authorName: '周敏', allowedActions: [], ...overrides })
const order = (seq: number, orderId = 'order-0001') =>
  card(seq, { kind: 'order', orderId, of: 1, serviceName: '小修小补' })
const glance = (overrides: Partial<Output<'order.glance'>['items'][number]> = {}) => ({
  _id: 'order-0001',
  status: 'placed' as const,
  phase: 'waiting' as const,
  serviceName: '小修小补',
  takerNames: [],
  ...overrides,
})
const opened = (url: string) => expect(Taro.navigateTo).toHaveBeenCalledWith({ url })

describe('an order that was made of a message', () => {
  test('who may see it: how it stands, live, and the way to it; asked for all cards at once', async () => {
    holdGroup([aLine(1), order(2), order(3, 'order-0002')])
    let status: 'placed' | 'accepted' = 'placed'
    answer('order.glance', () => ({
      items: [glance({ status, takerNames: status === 'placed' ? [] : ['王师傅'] })],
    }))
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    render(
      <QueryClientProvider client={queries}>
        <ChatPage />
      </QueryClientProvider>,
    )
    expect(await screen.findByText(statusNames.placed)).toBeVisible()
    expect(requestsOf('order.glance').map(({ input }) => input)).toEqual([
      { orderIds: ['order-0001', 'order-0002'] },
    ])
    status = 'accepted'
    await act(() => refreshAfterTopic(queries, 'user:me') as Promise<unknown> as Promise<void>)
    expect(await screen.findByText(takenBy(['王师傅']))).toBeVisible()
    fireEvent.click(screen.getByText(chat.seeOrder))
    opened(routes.order('order-0001'))
  })

  test('who may not see it: only that it became one', async () => {
    holdGroup([aLine(1, { became: { kind: 'order', id: 'order-0001' } }), order(2)])
    answer('order.glance', () => ({ items: [] }))
    openPage(ChatPage)
    expect(await screen.findAllByText(chat.becameOrder)).toHaveLength(2)
    expect(screen.queryByText(chat.seeOrder)).toBeNull()
    expect(screen.queryByText(statusNames.placed)).toBeNull()
  })
})

describe('somebody proposes an order for what another said', () => {
  const ask = (isMe: boolean, answered: 'none' | 'declined' = 'none') =>
    card(2, {
      kind: 'orderAsk',
      of: 1,
      excerpt: '灯泡坏了',
      to: { name: '李阿姨', isMe },
      answer: answered,
    })

  test('the one who said it: 好，去下单 opens the form with all of what they said', async () => {
    holdGroup([aLine(1, { isMine: true, body: { kind: 'text', text: '灯泡坏了，三楼的' } }), ask(true)])
    openPage(ChatPage)
    fireEvent.click(await screen.findByText(chat.orderYes))
    await waitFor(() =>
      opened(
        routes.orderNew({
          text: '灯泡坏了，三楼的',
          from: { groupPath: places.building4, seq: 1 },
        }),
      ),
    )
  })

  test('or would rather not: told to the cloud, and the card becomes a quiet line', async () => {
    const log = holdGroup([aLine(1, { isMine: true }), ask(true)])
    answer('chat.declineOrder', ({ seq }) => ({
      message: changeLine(log, seq, { body: ask(true, 'declined').body }),
    }))
    openPage(ChatPage)
    fireEvent.click(await screen.findByText(chat.orderNo))
    await waitFor(() => expect(screen.queryByText(chat.orderYes)).toBeNull())
    expect(requestsOf('chat.declineOrder').map(({ input }) => input)).toEqual([
      { groupPath: places.building4, seq: 2 },
    ])
    expect(screen.getByText('周敏问您要不要点一单，您说先不用')).toBeVisible()
  })

  test('all others: a quiet line without buttons', async () => {
    holdGroup([aLine(1), ask(false)])
    openPage(ChatPage)
    expect(await screen.findByText('周敏问李阿姨要不要点一单')).toBeVisible()
    expect(screen.queryByText(cardHeads.orderAsk('周敏'))).toBeNull()
    expect(screen.queryByText(chat.orderYes)).toBeNull()
  })
})

describe('notices in the stream', () => {
  const told = (seq: number, isReminder = false) =>
    card(seq, {
      kind: 'notice',
      noticeId: 'notice-0001',
      title: '明天停水',
      isUrgent: true,
      isReminder,
    })

  test('what the phone holds stands there in full, once; its reminder is a card that leads to it', async () => {
    holdGroup([aLine(1), told(2), told(3, true)])
    const held = aNoticeView({ _id: 'notice-0001', title: '明天停水', publishedAt: start + 2, isRead: true })
    answer('notice.list', () => ({ items: [held], nextCursor: null }))
    openPage(ChatPage)
    expect(await screen.findAllByText(noticeWords.isRead)).toHaveLength(1)
    expect(screen.getAllByText('明天停水')).toHaveLength(2)
    fireEvent.click(screen.getByText(cardHeads.notice.reminder))
    opened(routes.notices('notice-0001'))
  })

  test('what it does not hold: a card with its title and how urgent it is', async () => {
    holdGroup([told(1)])
    openPage(ChatPage)
    expect(await screen.findByText(cardHeads.notice.urgent)).toBeVisible()
    fireEvent.click(screen.getByText(chat.seeNotice))
    opened(routes.notices('notice-0001'))
  })
})

test('a topic: gathered, settled with its decision, talked about again; each leads to it', async () => {
  const topic = { kind: 'topic', topicId: 'topic-00001', title: '装不装充电桩' } as const
  holdGroup([
    card(1, { ...topic, what: 'opened', decision: '' }),
    card(2, { ...topic, what: 'settled', decision: '装两个，试三个月' }),
    card(3, { ...topic, what: 'reopened', decision: '' }),
  ])
  openPage(ChatPage)
  expect(await screen.findByText('装两个，试三个月')).toBeVisible()
  for (const head of Object.values(cardHeads.topic)) expect(screen.getByText(head)).toBeVisible()
  fireEvent.click(screen.getByText(cardHeads.topic.settled))
  opened(routes.topic('topic-00001'))
})

test('a promise: by when, to whom, and in the end the answer; a tap goes to what was asked, also outside the window', async () => {
  const dueAt = Date.now() + days(3)
  const promise = {
    kind: 'promise',
    promiseId: 'promise-001',
    of: 5,
    to: { name: '老王', isMe: false },
    dueAt,
  } as const
  const log = Array.from({ length: 300 }, (_, index) => aLine(index + 1))
  log.push(card(301, { ...promise, what: 'made', words: '有消息马上告诉您' }))
  log.push(card(302, { ...promise, what: 'kept', words: '周五来修', to: { name: '老王', isMe: true } }))
  holdGroup(log)
  openPage(ChatPage)
  expect(await screen.findByText(promiseDue('老王', momentWords(dueAt, Date.now())))).toBeVisible()
  expect(screen.getByText(promiseTo(chat.you))).toBeVisible()
  expect(screen.getByText('周五来修')).toBeVisible()
  fireEvent.click(screen.getByText(cardHeads.promise.made))
  expect(await screen.findByText('第 5 句')).toBeVisible()
})

test('how the group works: said in a line', async () => {
  holdGroup([
    card(1, { kind: 'house', what: 'hours', hours: { from: 1320, to: 420 } }),
    card(2, { kind: 'house', what: 'noHours', hours: null }),
    card(3, { kind: 'house', what: 'wechatCode', hours: null }, { isMine: true }),
  ])
  openPage(ChatPage)
  expect(await screen.findByText('周敏定了安静时间：晚上10点到早上7点只发通知')).toBeVisible()
  expect(screen.getByText('周敏取消了安静时间，什么时候都可以说话')).toBeVisible()
  expect(screen.getByText('您换上了新的微信群码，在群信息里')).toBeVisible()
})

test('what was taken away by those who look after the group: said so, and nothing can be done with it', async () => {
  holdGroup([aLine(1, { state: 'removed', body: { kind: 'text', text: ' ' }, allowedActions: [] }), aLine(2)])
  openPage(ChatPage)
  const line = await screen.findByText(chat.removed)
  fireEvent.contextMenu(line)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.queryByText(chat.removedMine)).toBeNull()
})

test('my own words that were taken away: from there to the reason and the appeal', async () => {
  holdGroup([
    aLine(1, { state: 'removed', isMine: true, body: { kind: 'text', text: ' ' }, allowedActions: [] }),
  ])
  openPage(ChatPage)
  fireEvent.click(await screen.findByText(chat.removedMine))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: routes.myCases })
})

test('what the community promised to follow up says so under it', async () => {
  holdGroup([aLine(1, { became: { kind: 'promise', id: 'promise-001' } })])
  openPage(ChatPage)
  expect(await screen.findByText(chat.becamePromise)).toBeVisible()
})

test('cards count as new: the line "new from here" stands before them', async () => {
  holdGroup([aLine(1), order(2)], { unread: 1 })
  answer('order.glance', () => ({ items: [] }))
  openPage(ChatPage)
  const divider = await screen.findByText(chat.newFromHere)
  const rows = divider.closest('[id="unread"]')?.parentElement
  const keys = [...(rows?.children ?? [])].map(({ id }) => id).filter((id) => /^(m-|unread)/.test(id))
  expect(keys).toEqual(['m-message-1', 'unread', 'm-message-2'])
  expect(within(document.body).getByText(chat.becameOrder)).toBeVisible()
})
