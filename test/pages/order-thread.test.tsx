import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { chat } from '@/copy/chat'
import { eventWords } from '@/copy/order-events'
import { messageViewSchema, type MessageView } from '@/domain/chat/contract'
import { threadOf } from '@/domain/chat/thread'
import type { Order } from '@/domain/order/schema'
import { days } from '@/domain/shared/time'
import { refreshAfterTopic } from '@/features/session/keys'
import OrdersPage from '@/pages/orders/index'
import OrderPage from '@/pages/order/index'
import ThreadPage from '@/packages/ask/pages/thread/index'
import DeskOrderPage from '@/packages/staff/pages/order/index'
import { presentOrder } from '@/domain/order/present'
import { QueryClient } from '@tanstack/react-query'
import { anAccount, aStaffMember, aVolunteer } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { holdOrder, openPage, signIn } from './_support/render-page'

const me = anAccount()
const params = { id: 'order-0001' }
const groupPath = threadOf(params.id)
const start = Date.UTC(2025, 0, 1)

const message = (seq: number, body: unknown, overrides: Partial<MessageView> = {}): MessageView =>
  messageViewSchema.parse({
    _id: `message-${seq}`,
    groupPath,
    seq,
    authorName: '陈浩',
    authorTitle: 'volunteer',
    body,
    sentAt: start + seq,
    isMine: false,
    ...overrides,
  })
const said = (seq: number, text: string) => message(seq, { kind: 'text', text })
const accepted = message(1, { kind: 'event', event: 'accept', name: '陈浩' }, { authorName: '' })
const mention = (seq: number, isMe: boolean) =>
  message(
    seq,
    { kind: 'mention', name: '李奶奶', moment: 'accepted', names: ['陈浩'], isMe },
    { authorName: '' },
  )

/** A thread that keeps what is sent to it; `readTo`: how far I have read. */
function holdThread(order: Order, held: MessageView[], readTo = 0, viewer = me): MessageView[] {
  signIn(viewer)
  holdOrder(order, viewer)
  let mark = readTo
  answer('chat.history', ({ after, limit = 30 }) => {
    const items = held.filter(({ seq }) => seq > (after ?? 0))
    return { items: items.slice(-limit), hasMore: items.length > limit, readTo: mark }
  })
  answer('chat.markRead', ({ seq }) => ({ seq: (mark = Math.max(mark, seq)) }))
  answer('chat.send', ({ body }, requestId) => {
    const sent = message(held.length + 1, body, { _id: requestId, isMine: true })
    if (!held.some(({ _id }) => _id === requestId)) held.push(sent)
    return { message: held.find(({ _id }) => _id === requestId) ?? sent }
  })
  return held
}
const marks = () => requestsOf('chat.markRead').map(({ input }) => input)

describe('留言 on the order', () => {
  test('resident: sees what was said last, and what the house says, and seeing it is reading it', async () => {
    holdThread(anOrder({ status: 'accepted' }), [accepted, said(2, '我三点到')])
    openPage(OrderPage, params)
    expect(await screen.findByText('陈浩：我三点到')).toBeVisible()
    expect(screen.getByText('陈浩接了这一单')).toBeVisible()
    await waitFor(() => expect(marks()).toEqual([{ groupPath, seq: 2 }]))
  })

  test('resident: with more new lines than are shown, it says how many and marks nothing', async () => {
    const held = Array.from({ length: 8 }, (_, n) => said(n + 1, `第 ${n + 1} 句`))
    holdThread(anOrder({ status: 'accepted' }), held)
    openPage(OrderPage, params)
    expect(await screen.findByText('陈浩：第 8 句')).toBeVisible()
    expect(screen.queryByText('陈浩：第 5 句')).toBeNull()
    expect(screen.getByText(chat.threadMore(5))).toBeVisible()
    expect(marks()).toEqual([])
  })

  test('nothing said yet: one sentence, and the way in', async () => {
    holdThread(anOrder(), [])
    openPage(OrderPage, params)
    expect(await screen.findByText(chat.threadEmpty)).toBeVisible()
    fireEvent.click(screen.getByText(chat.threadOpen))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/ask/pages/thread/index?id=order-0001' })
  })

  test('neighbour without a part in it: is shown no thread, and asks for none', async () => {
    const neighbour = anAccount({ _id: 'resident-ma' })
    holdThread(anOrder(), [said(1, '不给外人看')], 0, neighbour)
    openPage(OrderPage, params)
    await screen.findByText(eventWords.follow.button)
    expect(screen.queryByText(chat.threadTitle)).toBeNull()
    expect(requestsOf('chat.history')).toEqual([])
  })

  test('over, and nobody ever said anything: nothing is shown', async () => {
    holdThread(anOrder({ status: 'cancelled' }), [])
    openPage(OrderPage, params)
    await screen.findByText('厨房水龙头漏水')
    await waitFor(() => expect(requestsOf('chat.history')).toHaveLength(1))
    await waitFor(() => expect(screen.queryByText(chat.threadTitle)).toBeNull())
  })

  test('it could not be fetched: says so, tries again, and the order stands', async () => {
    holdThread(anOrder(), [said(1, '我三点到')])
    answer('chat.history', () => {
      throw lost
    })
    openPage(OrderPage, params)
    expect(await screen.findByText('厨房水龙头漏水')).toBeVisible()
    const again = await screen.findByText('再试一次')
    answer('chat.history', () => ({ items: [said(1, '我三点到')], hasMore: false, readTo: 1 }))
    fireEvent.click(again)
    expect(await screen.findByText('陈浩：我三点到')).toBeVisible()
  })

  test('staff: sees the thread on their order page too', async () => {
    const staff = aStaffMember()
    holdThread(anOrder(), [said(1, '什么时候有人来')], 0, staff)
    answer('order.suggest', () => ({ items: [] }))
    openPage(DeskOrderPage, params)
    expect(await screen.findByText('陈浩：什么时候有人来')).toBeVisible()
  })

  test('the card in a list says that something is new, and only then', async () => {
    signIn()
    const shown = (newsFor: string[]) => ({
      items: [presentOrder(me, anOrder({ status: 'accepted', newsFor }))],
      nextCursor: null,
    })
    answer('order.listMine', ({ view }) => (view === 'open' ? shown(['resident-li']) : shown([])))
    answer('series.list', () => ({ items: [], nextCursor: null }))
    const page = openPage(OrdersPage)
    expect(await screen.findByText(chat.threadNews)).toBeVisible()
    page.unmount()
    answer('order.listMine', () => shown(['volunteer-wang']))
    openPage(OrdersPage)
    await screen.findByText('厨房水龙头漏水')
    expect(screen.queryByText(chat.threadNews)).toBeNull()
  })
})

describe('留言 in full', () => {
  const say = async (text: string) => {
    fireEvent.change(await screen.findByLabelText(chat.field), { target: { value: text } })
    fireEvent.click(screen.getByText(chat.send))
  }

  test('volunteer: says something, and it stands once', async () => {
    holdThread(anOrder({ status: 'accepted' }), [accepted], 0, aVolunteer())
    openPage(ThreadPage, params)
    await say('我三点到')
    expect(await screen.findAllByText('我三点到')).toHaveLength(1)
    await waitFor(() => expect(requestsOf('chat.send')[0]?.input).toMatchObject({ groupPath }))
  })

  test('what is new stands under a line, after what I had read', async () => {
    holdThread(anOrder({ status: 'accepted' }), [accepted, said(2, '我三点到'), said(3, '堵车，四点')], 2)
    openPage(ThreadPage, params)
    const line = await screen.findByText(chat.newFromHere)
    expect(line.compareDocumentPosition(screen.getByText('堵车，四点'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
    expect(line.compareDocumentPosition(screen.getByText('我三点到'))).toBe(Node.DOCUMENT_POSITION_PRECEDING)
    await waitFor(() => expect(marks()).toContainEqual({ groupPath, seq: 3 }))
  })

  test('a mention names who is meant and what happened', async () => {
    holdThread(anOrder({ status: 'accepted' }), [accepted, mention(2, true)])
    openPage(ThreadPage, params)
    expect(await screen.findByText('@李奶奶 陈浩接了您的单')).toBeVisible()
  })

  test('offline: what I said is kept, also on the order, and sent again under the same id', async () => {
    const held = holdThread(anOrder({ status: 'accepted' }), [accepted])
    answer('chat.send', () => {
      throw lost
    })
    const page = openPage(ThreadPage, params)
    await say('带把扳手')
    expect(await screen.findByText(chat.failed)).toBeVisible()
    page.unmount()
    const order = openPage(OrderPage, params)
    expect(await screen.findByText(chat.threadUnsent)).toBeVisible()
    order.unmount()
    answer('chat.send', ({ body }, requestId) => {
      held.push(message(2, body, { _id: requestId, isMine: true }))
      return { message: held[1]! }
    })
    openPage(ThreadPage, params)
    expect(await screen.findAllByText('带把扳手')).toHaveLength(1)
    await waitFor(() => expect(screen.queryByText(chat.failed)).toBeNull())
    const [first, second] = requestsOf('chat.send')
    expect(second!.requestId).toBe(first!.requestId)
  })

  test('closed: it can be read, says why nothing can be added, and there is no field', async () => {
    const completedAt = Date.now() - days(3)
    holdThread(anOrder({ status: 'reviewed', completedAt }), [accepted, said(2, '谢谢')])
    openPage(ThreadPage, params)
    expect(await screen.findByText('谢谢')).toBeVisible()
    expect(screen.getByText(chat.threadClosed)).toBeVisible()
    expect(screen.queryByLabelText(chat.field)).toBeNull()
  })

  test('rated an hour ago: thanks may still follow', async () => {
    holdThread(anOrder({ status: 'reviewed', completedAt: Date.now() - 3_600_000 }), [accepted])
    openPage(ThreadPage, params)
    expect(await screen.findByLabelText(chat.field)).toBeVisible()
  })

  test('who is no longer in it is told so', async () => {
    holdThread(anOrder(), [], 0, anAccount({ _id: 'resident-ma' }))
    openPage(ThreadPage, params)
    expect(await screen.findByText(chat.threadLost)).toBeVisible()
  })

  test('there is nothing to order from in here: plus offers a photo only', async () => {
    holdThread(anOrder({ status: 'accepted' }), [accepted])
    openPage(ThreadPage, params)
    fireEvent.click(await screen.findByLabelText(chat.photo))
    expect(screen.queryByText(chat.ask)).toBeNull()
  })
})

test.each([
  ['user:resident-li', true, false],
  ['desk:heping/c1/', true, false],
  ['chat:heping/c1/e1/b4/', false, true],
])('signal %s: asks threads again %s, the building’s chat %s', async (topic, isThread, isChat) => {
  const queries = new QueryClient()
  queries.setQueryData(['thread', 'timeline', groupPath], {})
  queries.setQueryData(['chat', 'timeline', 'heping/c1/e1/b4/'], {})
  await refreshAfterTopic(queries, topic)
  const isStale = (key: string[]) => queries.getQueryState(key)?.isInvalidated
  expect(isStale(['thread', 'timeline', groupPath])).toBe(isThread)
  expect(isStale(['chat', 'timeline', 'heping/c1/e1/b4/'])).toBe(isChat)
})
