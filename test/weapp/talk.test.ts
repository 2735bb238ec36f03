import { chat, messageActionWords } from '@/copy/chat'
import { notice as noticeWords } from '@/copy/notice'
import { noticeForm } from '@/copy/notice-form'
import { statusNames } from '@/copy/order'
import { orderFormWords } from '@/copy/pages'
import { promise as promiseWords } from '@/copy/promise'
import type { Message } from '@/domain/chat/schema'
import { at } from '../../config/street/places'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { openPhone } from '../support/phone'
import { connectPhone, startStreetCloud, type WxCloud } from '../support/street-cloud'
import { openWeappHost } from '../support/weapp-host'
import type { WeappHost } from '../support/weapp-host/weapp-host'
import { builtApp } from './_support/builds'

let cloud: LocalCloud
const hosts: WeappHost[] = []
const lines: WxCloud[] = []
beforeAll(async () => {
  cloud = await startStreetCloud()
})
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close()
  for (const line of lines.splice(0)) line.hangUp()
})
afterAll(() => cloud.close())

async function phoneOf(persona: string, page: string): Promise<WeappHost> {
  const line = connectPhone(cloud, persona)
  lines.push(line)
  const host = await openWeappHost({
    dist: builtApp(),
    wxCloud: line.wxCloud,
    launch: { path: page },
    modal: 'confirm',
  })
  hosts.push(host)
  return host
}
const patient = { timeoutMs: 30_000 }
const groupPath = at.building(4)
const saidWith = async (text: string): Promise<Message> => {
  const [message] = await cloud.database.find('messages', { groupPath, 'body.text': text })
  return message as unknown as Message
}
/** Rests a finger on what was said, and taps what is folded under `head`. */
async function deed(host: WeappHost, text: string, head: string, action: string): Promise<void> {
  await host.longPress({ text })
  await host.tap({ text: head, index: -1 })
  // Cards of the stream say the same words.
  await host.tap({ text: action, index: -1 })
}
const noErrors = (): void => {
  for (const host of hosts) expect(host.errors).toEqual([])
}

it('neighbour: what she said becomes an order; its card stands in the chat and tells how far it is', async () => {
  const words = '小周，我家那个燃气报警器的灯好像不亮了。'
  const li = await phoneOf('lilaitai', 'pages/chat/index')
  await li.waitFor({ text: words }, patient)
  await deed(li, words, chat.moreDeeds, messageActionWords.toOrder)
  await li.waitForRoute('packages/ask/pages/order-new/index')
  await li.waitForText(orderFormWords.fromGroup, patient)
  expect(li.value({ label: orderFormWords.text })).toBe(words)
  await li.tap({ text: '没有' })
  await li.tap({ text: orderFormWords.submit })
  await li.waitForText('还没有人接单', patient)
  await li.back()
  await li.waitForText(chat.seeOrder, patient)
  await li.waitForText(statusNames.placed, patient)
  expect(li.text()).toContain(chat.becameOrder)

  const [order] = await cloud.database.find('orders', { text: words })
  expect(order).toMatchObject({ requesterId: 'user-lilaitai', service: { id: 'gasAlarm' }, status: 'placed' })
  const orderId = String(order!._id)
  expect((await saidWith(words)).became).toEqual({ kind: 'order', id: orderId })
  const cards = await cloud.database.find('messages', { groupPath, 'body.orderId': orderId })
  expect(cards).toMatchObject([{ body: { kind: 'order' }, authorId: 'user-lilaitai' }])

  const { token } = cloud.personas.byId('liuyang')!
  await openPhone({ url: cloud.url, token }).call('order.dispatch', { orderId, to: { kind: 'hall' } })
  await li.waitForText(statusNames.dispatched, patient)
  noErrors()
}, 120_000)

it('leader: promises an answer on a question, and keeps it from the promises; both stand in the chat', async () => {
  const question = '明天抄水表，家里要有人吗？'
  const zhou = await phoneOf('zhoumin', 'pages/chat/index')
  await zhou.waitFor({ text: '幸福里小区 4栋' }, patient)
  await zhou.tap({ text: '幸福里小区 4栋' })
  await zhou.waitFor({ text: question }, patient)
  await deed(zhou, question, chat.manageDeeds, messageActionWords.toPromise)
  await zhou.waitForRoute('packages/talk/pages/message/index', patient)
  await zhou.waitFor({ label: promiseWords.makeWords }, patient)
  expect(zhou.value({ label: promiseWords.makeWords })).toBe(promiseWords.usual)
  await zhou.tap({ text: promiseWords.makeConfirm, index: -1 })
  await zhou.waitForRoute('pages/chat/index', patient)
  await zhou.waitForText(chat.becamePromise, patient)

  const later = await phoneOf('zhoumin', 'packages/talk/pages/promises/index')
  await later.waitForText(question, patient)
  await later.tap({ label: promiseWords.keepOf('赵爷爷') })
  await later.type({ label: promiseWords.keepWords }, '不用，表在楼道里')
  await later.tap({ text: promiseWords.keepConfirm })
  await later.waitUntil(() => later.toasts.some(({ title }) => title === promiseWords.kept), patient)
  await zhou.waitForText('不用，表在楼道里', patient)

  const [promise] = await cloud.database.find('promises', { question })
  expect(promise).toMatchObject({
    isOpen: false,
    made: { by: { userId: 'user-zhoumin' } },
    kept: { words: '不用，表在楼道里', by: { userId: 'user-zhoumin' } },
  })
  expect((await saidWith(question)).became).toEqual({ kind: 'promise', id: promise!._id })
  const cards = await cloud.database.find(
    'messages',
    { 'body.promiseId': promise!._id },
    { sort: { seq: 1 } },
  )
  expect(cards.map(({ body }) => (body as { what: string }).what)).toEqual(['made', 'kept'])
  noErrors()
}, 120_000)

it('staff: publish a notice to one building; a neighbour taps that she knows, and the count moves', async () => {
  const title = '明天上午停水'
  const liu = await phoneOf('liuyang', 'packages/staff/pages/notice/index')
  await liu.waitFor({ text: '4栋' }, patient)
  await liu.tap({ text: '4栋' })
  await liu.type({ label: noticeForm.title }, title)
  await liu.type({ label: noticeForm.text }, '九点到十一点停水，请先存好水。')
  await liu.tap({ text: noticeForm.publish, index: -1 })
  await liu.tap({ text: noticeForm.confirm })
  await liu.waitUntil(() => liu.toasts.some(({ title: said }) => said === noticeForm.sent), patient)
  const [published] = await cloud.database.find('notices', { title })
  expect(published).toMatchObject({ author: { userId: 'user-liuyang' } })
  const reach = async () => {
    const { token } = cloud.personas.byId('liuyang')!
    const { notice } = await openPhone({ url: cloud.url, token }).call('notice.get', {
      noticeId: String(published!._id),
    })
    return notice.reach!
  }
  const { households, readHouseholds } = await reach()
  expect(readHouseholds).toBe(0)
  await liu.waitForText(noticeWords.reach(0, households), patient)

  const li = await phoneOf('lilaitai', 'pages/chat/index')
  const card = { testId: `notice-${String(published!._id)}` }
  await li.waitFor(card, patient)
  await li.tap({ text: noticeWords.gotIt, within: card })
  await li.waitFor({ text: noticeWords.isRead, within: card }, patient)
  await liu.waitForText(noticeWords.reach(1, households), patient)
  expect(await reach()).toMatchObject({ readHouseholds: 1, read: 1 })
  noErrors()
}, 120_000)
