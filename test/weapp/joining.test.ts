import type { Account } from '@/domain/account/schema'
import { posterCode } from '../../config/street/past'
import { at } from '../../config/street/places'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { connectPhone, startStreetCloud, type WxCloud } from '../support/street-cloud'
import { openWeappHost } from '../support/weapp-host'
import type { WeappHostOptions } from '../support/weapp-host/types'
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

async function phoneOf(persona: string, options: Partial<WeappHostOptions>): Promise<WeappHost> {
  const line = connectPhone(cloud, persona)
  lines.push(line)
  const host = await openWeappHost({ dist: builtApp(), wxCloud: line.wxCloud, modal: 'confirm', ...options })
  hosts.push(host)
  return host
}
const patient = { timeoutMs: 30_000 }
const homeOf = async (nickname: string): Promise<Account['memberships'][number] | undefined> => {
  const [account] = await cloud.database.find('accounts', { nickname })
  return (account as unknown as Account | undefined)?.memberships[0]
}

it('newcomer: from the scanned poster to the group through the compiled pages; the leader confirms', async () => {
  const lin = await phoneOf('linxiao', {
    launch: { path: 'pages/join/index', query: { scene: posterCode } },
    privacyAgreed: false,
  })
  await lin.waitForText('我是幸福里小区 4栋的微网格长', patient)
  await lin.tap({ text: '加入' })
  await lin.waitFor({ text: '同意' })
  expect(await homeOf('林晓')).toBeUndefined()
  await lin.tap({ text: '同意' })
  await lin.waitForRoute('packages/join/pages/form/index')
  await lin.waitFor({ text: '2单元' }, patient)
  await lin.tap({ text: '2单元' })
  await lin.type({ label: '房号' }, '601')
  await lin.waitForText('找到了，就是这一户')
  await lin.tap({ text: '租客' })
  await lin.type({ label: '怎么称呼您' }, '林晓')
  await lin.tap({ text: '好了' })
  await lin.waitForText('欢迎您，林晓！', patient)
  expect(await homeOf('林晓')).toMatchObject({
    areaPath: at.unit(4, 2),
    relation: 'tenant',
    standing: 'unconfirmed',
    doubts: [],
  })

  const zhou = await phoneOf('zhoumin', { launch: { path: 'packages/staff/pages/pending/index' } })
  await zhou.waitForText('幸福里小区 4栋2单元 601', patient)
  await zhou.tap({ label: '确认林晓住在这里' })
  await zhou.waitFor({ text: '确认住在这里', index: 1 })
  await zhou.tap({ text: '确认住在这里', index: -1 })
  await zhou.waitForText('没有人等着，谢谢您', patient)
  expect(await homeOf('林晓')).toMatchObject({ standing: 'confirmed', decidedBy: 'user-zhoumin' })
  for (const host of hosts) expect(host.errors).toEqual([])
}, 120_000)
