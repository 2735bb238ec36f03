import type { LocalCloud } from '../../local-cloud/start-cloud'
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

/** The compiled mini program on someone's phone, opened at a page. */
async function phoneOf(
  persona: string,
  page: string,
  query: Record<string, string> = {},
): Promise<WeappHost> {
  const line = connectPhone(cloud, persona)
  lines.push(line)
  const host = await openWeappHost({
    dist: builtApp(),
    wxCloud: line.wxCloud,
    launch: { path: page, query },
    modal: 'confirm',
    media: [{ path: 'wxfile://tmp_after.jpg', size: 1000, type: 'image' }],
  })
  hosts.push(host)
  return host
}
const patient = { timeoutMs: 30_000 }

it('the loop through the compiled pages: what the thumb does on WeChat is found in the database', async () => {
  const li = await phoneOf('lilaitai', 'pages/home/index')
  await li.waitForText('李奶奶', patient)
  await li.waitFor({ text: '燃气报警' }, patient)
  await li.tap({ text: '燃气报警' })
  await li.waitForRoute('packages/ask/pages/order-new/index')
  await li.waitFor({ label: '说说是什么事' }, patient)
  await li.type({ label: '说说是什么事' }, '报警器的灯不亮了')
  await li.tap({ text: '没有' })
  await li.tap({ text: '提交' })
  await li.waitForText('还没有人接单', patient)
  const [order] = await cloud.database.find('orders', { text: '报警器的灯不亮了' })
  expect(order).toMatchObject({ status: 'placed', requesterId: 'user-lilaitai', service: { id: 'gasAlarm' } })
  expect(li.subscribeRequests).toHaveLength(1)

  const staff = await phoneOf('liuyang', 'packages/staff/pages/desk/index')
  await staff.waitForText('报警器的灯不亮了', patient)
  await staff.tap({ text: '报警器的灯不亮了' })
  await staff.waitForText('会看燃气', patient)
  await staff.tap({ label: '陈浩' })
  await staff.tap({ text: '派给陈浩' })
  await staff.waitForText('在等陈浩回话', patient)
  await li.waitForText('请了陈浩', patient)

  const chen = await phoneOf('chenhao', 'packages/volunteer/pages/hall/index')
  await chen.waitForText('报警器的灯不亮了', patient)
  await chen.tap({ text: '接单' })
  await chen.waitForText('302', patient)
  await li.waitForText('陈浩会来帮您', patient)
  await chen.tap({ text: '我到了' })
  await chen.waitFor({ text: '没有码，先签到' }, patient)
  await chen.tap({ text: '没有码，先签到' })
  await chen.waitFor({ text: '办好了' }, patient)
  await chen.tap({ text: '办好了' })
  await li.waitForText('陈浩已经到了', patient)
  await chen.waitFor({ label: '做了什么（可以不写）' }, patient)
  await chen.type({ label: '做了什么（可以不写）' }, '换了电池')
  await chen.tap({ text: '办好了', index: chen.findAll({ text: '办好了' }).length - 1 })

  await li.waitForText('陈浩说办好了', patient)
  await li.tap({ text: '评价' })
  await li.waitFor({ label: '5 星' }, patient)
  await li.tap({ label: '5 星' })
  await li.tap({ text: '交评价' })
  await li.waitForText('您评过了', patient)
  const [done] = await cloud.database.find('orders', { text: '报警器的灯不亮了' })
  expect(done).toMatchObject({ status: 'reviewed', completion: { note: '换了电池' }, review: { stars: 5 } })
  for (const host of hosts) expect(host.errors).toEqual([])
  expect(li.setDataStats().largestBytes).toBeLessThan(256 * 1024)
}, 120_000)
