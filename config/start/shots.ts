import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../../test/support/browser/launch'
import { openPhone, type Phone } from '../../test/support/phone'
import type { CallInput } from '@/domain/contracts'
import { startOfDay } from '@/domain/shared/calendar'
import { days, hours } from '@/domain/shared/time'
import { posterCode } from '../street/past'
import { userIdOf } from '../street/people'
import { phones } from '../street/phones'
import { at } from '../street/places'
import { ensureBuilt } from './builds'
import { openStreet } from './main'
import { inRoot } from './paths'
import { fail } from './sentences'
import { smallPng } from './small-png'

const folder = inRoot('docs/images')
const phoneScreen = { width: 375, height: 812 }
const wideScreen = { width: 1280, height: 800 }

/** A picture of one screen: whose, and where in the app; wide as at a desk in the office. */
interface Shot {
  name: string
  persona: string
  page: string
  isElder?: boolean
  isWide?: boolean
}

async function save(name: string, page: Page): Promise<void> {
  const picture = smallPng(await page.screenshot({ animations: 'disabled' }))
  await writeFile(path.join(folder, `${name}.png`), picture)
  console.log(`  docs/images/${name}.png  ${Math.round(picture.length / 1024)} KB`)
}

/** Until nothing is being fetched and nothing is being drawn in grey. */
async function settled(page: Pick<Page, 'waitForLoadState' | 'waitForTimeout'>): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1200)
}

async function shoot(
  browser: Browser,
  url: string,
  { name, persona, page: place, isElder, isWide }: Shot,
): Promise<void> {
  const page = await browser.newPage(
    isWide ? { viewport: wideScreen } : { viewport: phoneScreen, deviceScaleFactor: 2 },
  )
  await page.goto(`${url}phone/?persona=${persona}${isElder ? '&elder=1' : ''}#/${place}`)
  await settled(page)
  await save(name, page)
  await page.close()
}

async function phoneOf(url: string, persona: string): Promise<Phone> {
  const { token } = (await (await fetch(`${url}personas/${persona}`)).json()) as { token: string }
  return openPhone({ url: url.replace(/\/$/, ''), token })
}

/** The street just after a call for help: the desk has it, and the caption tells of it. */
async function shootStreet(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(url)
  await page
    .locator('iframe')
    .nth(phones.length - 1)
    .waitFor()
  // The page itself never rests: it listens to what happens.
  await Promise.all(page.frames().slice(1).map(settled))
  const li = await phoneOf(url, 'lilaitai')
  await li.call('order.create', {
    serviceId: 'gasAlarm',
    answers: { smell: '没有' },
    text: '厨房燃气报警器的灯不亮了，能来看看吗？',
    urgent: true,
    homePath: at.unit(4, 2),
  })
  await page.waitForTimeout(1500)
  await save('street', page)
  await page.close()
}

/** Orders of every kind, so that no screen is empty; answers one that is under way. */
async function liven(url: string): Promise<string> {
  const ask = async (persona: string, wish: CallInput<'order.create'>): Promise<string> =>
    (await (await phoneOf(url, persona)).call('order.create', wish)).order._id
  const [unit1, unit2] = [at.unit(4, 1), at.unit(4, 2)]
  const shopping = await ask('zhangye', {
    serviceId: 'shopping',
    text: '腿脚不便，想请人带一袋米和两盒牛奶。',
    homePath: unit1,
  })
  const phoneHelp = await ask('zhaoye', {
    serviceId: 'phoneHelp',
    text: '手机收不到医院的短信了，明早要用。',
    urgent: true,
    homePath: unit1,
  })
  const hospital = await ask('lilaitai', {
    serviceId: 'hospital',
    answers: { now: '没有' },
    text: '下午去社区医院取药，想有人陪着走一趟。',
    homePath: unit2,
  })
  // This one waits for the plan, with those that wait from the start.
  await ask('zhangye', { serviceId: 'carry', text: '两盆花要搬到楼下晒晒太阳。', homePath: unit1 })
  const staff = await phoneOf(url, 'liuyang')
  for (const orderId of [phoneHelp, shopping])
    await staff.call('order.dispatch', { orderId, to: { kind: 'hall' } })
  const volunteerIds = [userIdOf('wangshu')]
  await staff.call('order.dispatch', { orderId: hospital, to: { kind: 'people', volunteerIds } })
  await (await phoneOf(url, 'wangshu')).call('order.accept', { orderId: hospital })
  await fromWords(url)
  return hospital
}

/** In the group: a word that becomes an order, and a neighbour's question that gets a promise. */
async function fromWords(url: string): Promise<void> {
  const [groupPath, homePath] = [at.building(4), at.unit(4, 1)]
  const zhang = await phoneOf(url, 'zhangye')
  const text = '阳台的灯不亮了，梯子我爬不动。'
  const { message } = await zhang.call('chat.send', { groupPath, body: { kind: 'text', text } })
  const from = { groupPath, seq: message.seq }
  await zhang.call('order.create', { serviceId: 'repair', text, homePath, from })
  const asked = { kind: 'text', text: '楼下的健身器材什么时候修？' } as const
  const { message: question } = await (
    await phoneOf(url, 'xiaowu')
  ).call('chat.send', { groupPath, body: asked })
  await (
    await phoneOf(url, 'zhoumin')
  ).call('promise.make', {
    groupPath,
    seq: question.seq,
    words: '师傅周三来，修好了告诉您',
    dueAt: startOfDay(Date.now()) + days(3) + hours(18),
  })
}

/** Somebody else's job: the guide answers. */
const drain = encodeURIComponent('厨房下水道堵了，水下不去')

const shotsOf = (orderId: string): Shot[] => [
  { name: 'home', persona: 'lilaitai', page: 'pages/home/index' },
  { name: 'home-elder', persona: 'zhangye', page: 'pages/home/index', isElder: true },
  { name: 'order-new', persona: 'lilaitai', page: `packages/ask/pages/order-new/index?text=${drain}` },
  { name: 'order', persona: 'lilaitai', page: `pages/order/index?id=${orderId}` },
  { name: 'desk', persona: 'liuyang', page: 'packages/staff/pages/desk/index' },
  { name: 'hall', persona: 'sunjie', page: 'packages/volunteer/pages/hall/index' },
  { name: 'chat', persona: 'zhoumin', page: 'pages/chat/index' },
  { name: 'notice', persona: 'liuyang', page: 'packages/talk/pages/board/notice?id=notice-clinic' },
  { name: 'inbox', persona: 'liuyang', page: 'packages/talk/pages/inbox/index' },
  { name: 'join', persona: 'linxiao', page: `pages/join/index?scene=${posterCode}` },
  { name: 'plan', persona: 'liuyang', page: 'packages/staff/pages/plan/index', isWide: true },
  { name: 'numbers', persona: 'liuyang', page: 'packages/numbers/pages/numbers/index' },
  { name: 'me', persona: 'zhoumin', page: 'pages/me/index' },
]

/** Takes the README's pictures anew, of a street in the state that they want to show; what it needs has been built. */
export async function takeShots(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const dataDir = await mkdtemp(path.join(tmpdir(), 'jiamenkou-shots-'))
  const street = await openStreet({ port: 0, host: '127.0.0.1', isFresh: false, dataDir })
  const browser = await launch()
  try {
    const orderId = await liven(street.url)
    await shootStreet(browser, street.url)
    for (const shot of shotsOf(orderId)) await shoot(browser, street.url, shot)
  } finally {
    await browser.close()
    await street.close()
    await rm(dataDir, { recursive: true })
  }
}

if (require.main === module)
  ensureBuilt(['functions', 'h5', 'street'])
    .then(takeShots)
    .then(() => process.exit(0), fail)
