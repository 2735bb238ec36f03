import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../../test/support/browser/launch'
import { openPhone, type Phone } from '../../test/support/phone'
import { posterCode } from '../street/past'
import { phones } from '../street/phones'
import { at } from '../street/places'
import { ensureBuilt } from './builds'
import { openStreet } from './main'
import { inRoot } from './paths'
import { fail } from './sentences'
import { smallPng } from './small-png'

const folder = inRoot('docs/images')
const screen = { width: 375, height: 812 }

/** A picture of one phone: whose, and where in the app. */
interface Shot {
  name: string
  persona: string
  page: string
  isElder?: boolean
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
  { name, persona, page: place, isElder }: Shot,
): Promise<void> {
  const page = await browser.newPage({ viewport: screen, deviceScaleFactor: 2 })
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
    service: 'gasAlarm',
    text: '厨房燃气报警器的灯不亮了，能来看看吗？',
    urgent: true,
    homePath: at.unit(4, 2),
  })
  await page.waitForTimeout(1500)
  await save('street', page)
  await page.close()
}

/** An order in the hall and one that is under way, so that no screen is empty. */
async function liven(url: string): Promise<string> {
  const [zhang, li, wu, liu, wang] = await Promise.all(
    ['zhangye', 'lilaitai', 'xiaowu', 'liuyang', 'wangshu'].map((persona) => phoneOf(url, persona)),
  )
  if (!zhang || !li || !wu || !liu || !wang) throw new Error('the street is empty')
  const { order: shopping } = await zhang.call('order.create', {
    service: 'shopping',
    text: '腿脚不便，想请人带一袋米和两盒牛奶。',
    homePath: at.unit(4, 1),
  })
  await liu.call('order.dispatch', { orderId: shopping._id, to: { kind: 'hall' } })
  const { order: phoneHelp } = await wu.call('order.create', {
    service: 'carry',
    text: '书桌要从楼下搬到十一楼，两个人就行。',
    homePath: at.unit(4, 2),
  })
  await liu.call('order.dispatch', { orderId: phoneHelp._id, to: { kind: 'hall' } })
  const { order } = await li.call('order.create', {
    service: 'hospital',
    text: '下午去社区医院取药，想有人陪着走一趟。',
    homePath: at.unit(4, 2),
  })
  const { items } = await liu.call('order.suggest', { orderId: order._id })
  const volunteer = items.find(({ nickname }) => nickname === '王叔')
  if (!volunteer) throw new Error('nobody is suggested')
  await liu.call('order.dispatch', {
    orderId: order._id,
    to: { kind: 'person', volunteerId: volunteer.userId },
  })
  await wang.call('order.accept', { orderId: order._id })
  return order._id
}

const shotsOf = (orderId: string): Shot[] => [
  { name: 'home', persona: 'lilaitai', page: 'pages/home/index' },
  { name: 'home-elder', persona: 'zhangye', page: 'pages/home/index', isElder: true },
  { name: 'order-new', persona: 'lilaitai', page: 'pages/order-new/index?service=gasAlarm&text=' },
  { name: 'order', persona: 'lilaitai', page: `pages/order/index?id=${orderId}` },
  { name: 'desk', persona: 'liuyang', page: 'packages/staff/pages/desk/index' },
  { name: 'hall', persona: 'chenhao', page: 'packages/volunteer/pages/hall/index' },
  { name: 'chat', persona: 'zhoumin', page: 'pages/chat/index' },
  { name: 'join', persona: 'linxiao', page: `pages/join/index?scene=${posterCode}` },
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
