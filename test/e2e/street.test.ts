import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cardHeads, chat, messageActionWords } from '@/copy/chat'
import { notice } from '@/copy/notice'
import { noticeForm } from '@/copy/notice-form'
import { orderFormWords } from '@/copy/pages'
import { promise as promiseWords } from '@/copy/promise'
import { topicWords } from '@/copy/topic'
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { openStreet, type Street } from '../../config/start/main'
import { launch } from '../support/browser/launch'

jest.setTimeout(180_000)
/** Two cores are shared with four other phones. */
const patient = { timeout: 30_000 }

let street: Street
let browser: Browser
let dataDir: string
let page: Page
const failures: string[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'street-'))
  street = await openStreet({ port: 0, host: '127.0.0.1', dataDir, isFresh: true })
  browser = await launch()
  page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  page.on('pageerror', (error) => failures.push(error.message))
  page.on('requestfailed', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') failures.push(`asked outside: ${request.url()}`)
  })
  await page.goto(street.url)
})
afterAll(async () => {
  await browser?.close()
  await street?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const phoneOf = (persona: string): FrameLocator => page.frameLocator(`iframe[data-persona="${persona}"]`)
const [linxiao, li, liuyang, chen, zhou] = ['linxiao', 'lilaitai', 'liuyang', 'chenhao', 'zhoumin'] as const

/** What is on the page in front: Taro keeps those behind it in the document. */
const front = (found: Locator): Locator => found.locator('visible=true').first()
/** Does something with what is found in front; a failure tells what the phone showed instead. */
const within = async (
  persona: string,
  found: Locator,
  act: (one: Locator) => Promise<void>,
): Promise<void> => {
  try {
    await act(front(found))
  } catch (error) {
    const shown = await phoneOf(persona).locator('body').innerText()
    throw new Error(`${String(error)}\n\n${persona}'s phone showed:\n${shown}`)
  }
}
const see = (persona: string, words: string | RegExp) =>
  within(persona, phoneOf(persona).getByText(words), (one) => one.waitFor({ state: 'visible', ...patient }))
/** Once the page has come to rest: a tap on one that slides in falls beside what it was meant for. */
const click = async (persona: string, found: Locator): Promise<void> => {
  const sliding = phoneOf(persona).locator('.taro_navigation_page.taro_page_show:not(.taro_page_stationed)')
  await sliding.first().waitFor({ state: 'detached', ...patient })
  await within(persona, found, (one) => one.click(patient))
}
const tap = (persona: string, words: string | RegExp) =>
  click(persona, phoneOf(persona).getByRole('button', { name: words, exact: true }))
const tapText = (persona: string, words: string | RegExp) =>
  click(persona, phoneOf(persona).getByText(words, { exact: true }))
const write = (persona: string, label: string, words: string) =>
  front(phoneOf(persona).getByLabel(label).locator('input, textarea')).fill(words, patient)
const caption = (words: string | RegExp) =>
  page
    .getByText(words)
    .first()
    .waitFor({ state: 'visible', ...patient })

it('the street opens: five phones, each in the hand of somebody else', async () => {
  await see(linxiao, '扫码加入')
  await see(li, /李奶奶/)
  await see(liuyang, '待派单')
  await see(chen, /大厅/)
  await see(zhou, /幸福里小区 4栋/)
  expect(await page.locator('iframe').count()).toBe(5)
})

it('J1: 林晓 scans the poster and is in the group; 周敏 vouches for her', async () => {
  await page.getByRole('button', { name: '让林晓扫一扫' }).click()
  await see(linxiao, '我是幸福里小区 4栋的微网格长，搬家缺人手叫我')
  await tap(linxiao, '加入')
  await tap(linxiao, '同意')
  await write(linxiao, '怎么称呼您', '林晓')
  await tapText(linxiao, '2单元')
  await write(linxiao, '房号', '601')
  await tapText(linxiao, '租客')
  await tap(linxiao, '好了')
  await see(linxiao, '欢迎您，林晓！')
  await see(zhou, /林晓搬来了/)
  await caption(/林晓/)
  await openPage(zhou, 'packages/staff/pages/pending/index')
  await tap(zhou, '确认林晓住在这里')
  await tap(zhou, '确认住在这里')
  await see(zhou, '没有人等着，谢谢您')
  await openPage(linxiao, 'pages/me/index')
  await see(linxiao, '已确认')
})

it('李奶奶 orders a repair, 刘洋 dispatches, 陈浩 accepts, checks in, completes; 李奶奶 rates', async () => {
  await tapText(li, '小修小补')
  await write(li, '说说是什么事', '厨房的水龙头关不紧')
  // 吴倩 upstairs has asked for the same.
  await see(li, /已有 1 户报了同样的事/)
  await tap(li, '不是一回事')
  await tap(li, '提交')
  await see(li, '还没有人接单，我们在帮您找')
  await caption(/李奶奶/)

  await tapText(liuyang, '厨房的水龙头关不紧')
  await see(liuyang, /会修东西/)
  await click(liuyang, phoneOf(liuyang).getByRole('checkbox', { name: '陈浩' }))
  await tap(liuyang, '派给陈浩')
  await see(liuyang, /在等陈浩回话/)
  await see(li, '请了陈浩，等一句回话')

  await see(chen, '厨房的水龙头关不紧')
  await tap(chen, /^接下这一单/)
  await see(chen, /302/)
  await see(li, '陈浩会来帮您')
  await tap(chen, '我到了')
  await tap(chen, '没有码，先签到')
  await see(li, '陈浩已经到了，正在忙')
  await tap(chen, '办好了')
  await addPhoto(chen)
  await write(chen, '做了什么（可以不写）', '换了垫片，不漏了')
  await click(chen, phoneOf(chen).getByRole('button', { name: '办好了', exact: true }).last())

  await see(li, '陈浩说办好了，请您评一评')
  await tap(li, '评价')
  await click(li, phoneOf(li).getByRole('radio', { name: '5 星' }))
  await tapText(li, '手艺好')
  await write(li, '说两句（可以不写）', '小伙子真好')
  await tap(li, '交评价')
  await see(li, '您评过了，谢谢您')
  await see(chen, '居民已经评价')
  await see(chen, /小伙子真好/)
  await caption(/评/)
  // The visit is over: her door is hers again.
  await phoneOf(chen)
    .getByText('302')
    .locator('visible=true')
    .waitFor({ state: 'detached', ...patient })
})

it('G1: 刘洋 writes a notice to one building; 李奶奶 reads it; he sees who has not', async () => {
  await openPage(liuyang, 'packages/staff/pages/notice/index')
  await tapText(liuyang, '4栋')
  await write(liuyang, noticeForm.title, '明天上午停水')
  await write(liuyang, noticeForm.text, '九点到十一点停水，请先存好水。')
  await tap(liuyang, noticeForm.publish)
  await tap(liuyang, noticeForm.confirm)
  await see(liuyang, /户里 0 户看过/)
  await openPage(li, 'pages/chat/index')
  const card = phoneOf(li).locator('[id^="notice-"]').filter({ hasText: '明天上午停水' })
  await click(li, card.getByText(notice.gotIt))
  await see(liuyang, /户里 1 户看过/)
})

it('G3: 周敏 asks 李奶奶 first; her words become an order with one tap, and all see that it is one', async () => {
  await say(li, '手机上的字太小了，想请人帮我调大些')
  await openPage(zhou, 'pages/chat/index')
  await withLatest(zhou, '李奶奶', chat.moreDeeds, messageActionWords.askToOrder)
  await tap(zhou, chat.askOrder)
  await see(li, cardHeads.orderAsk('周敏'))
  await tap(li, chat.orderYes)
  await see(li, orderFormWords.fromGroup)
  await tap(li, orderFormWords.submit)
  await see(li, '还没有人接单，我们在帮您找')
  await see(zhou, chat.becameOrder)
})

it('L6: 周敏 promises 李奶奶 an answer, and keeps it; 李奶奶 sees both', async () => {
  await openPage(li, 'pages/chat/index')
  await say(li, '健身器材什么时候修好？')
  await see(zhou, '健身器材什么时候修好？')
  await withLatest(zhou, '李奶奶', chat.manageDeeds, messageActionWords.toPromise)
  await tap(zhou, promiseWords.makeConfirm)
  await see(li, promiseWords.usual)
  await openPage(zhou, 'packages/talk/pages/promises/index')
  await tap(zhou, promiseWords.keepOf('李奶奶'))
  await write(zhou, promiseWords.keepWords, '问到了，周五来修')
  await tap(zhou, promiseWords.keepConfirm)
  await see(li, '问到了，周五来修')
})

it('G2: 周敏 gathers what was said, and settles it; the decision stands above the chat of 李奶奶', async () => {
  await openPage(zhou, 'pages/chat/index')
  await withLatest(zhou, '李奶奶', chat.moreDeeds, messageActionWords.toTopic)
  await click(zhou, phoneOf(zhou).getByRole('checkbox', { name: chat.pickOne('赵爷爷') }))
  await tap(zhou, chat.gather)
  await write(zhou, topicWords.gatherTitle, '健身器材')
  await tap(zhou, topicWords.gatherSend)
  await see(zhou, topicWords.messages)
  await tap(zhou, topicWords.settle)
  await write(zhou, topicWords.settleField, '周五上午修，先别用')
  await click(zhou, phoneOf(zhou).getByRole('button', { name: topicWords.settle, exact: true }).last())
  await phoneOf(li)
    .getByRole('button', { name: chat.seePin('健身器材', '周五上午修，先别用') })
    .locator('visible=true')
    .waitFor({ state: 'visible', ...patient })
})

it('no page failed, and nothing was asked of the world outside', () => {
  expect(failures).toEqual([])
})

/** Says it in the group that is open. */
async function say(persona: string, words: string): Promise<void> {
  await write(persona, chat.field, words)
  await tap(persona, chat.send)
  await see(persona, words)
}

/** Taps what is folded under `head` among what can be done with somebody's latest words. */
async function withLatest(persona: string, author: string, head: string, action: string): Promise<void> {
  const more = phoneOf(persona).getByRole('button', { name: chat.moreOf(author), exact: true })
  await click(persona, more.locator('visible=true').last())
  await tapText(persona, head)
  // Cards of the stream say the same words.
  await click(persona, phoneOf(persona).getByRole('button', { name: action, exact: true }).last())
}

/** Opens a page of someone's phone, as the entries on their home page do. */
const openPage = (persona: string, route: string): Promise<unknown> =>
  phoneOf(persona)
    .locator('body')
    .evaluate((_body, hash) => (window.location.hash = hash), `#/${route}`)

/** Chooses a picture as a person would in the browser's own dialogue. */
async function addPhoto(persona: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser', patient)
  await click(persona, phoneOf(persona).getByRole('button', { name: /照片/ }))
  const file = path.join(__dirname, '../../src/assets/tabs/home.png')
  await (await chooser).setFiles(file)
  await front(phoneOf(persona).locator('img')).waitFor({ state: 'visible', ...patient })
}
