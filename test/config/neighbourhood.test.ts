import * as z from 'zod'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { indexFieldsOf } from '@/domain/account/index-fields'
import { accountSchema } from '@/domain/account/schema'
import { appointmentSchema } from '@/domain/appointment/schema'
import { messageSchema } from '@/domain/chat/schema'
import { groupSettingsSchema } from '@/domain/group/schema'
import { inboxItemSchema } from '@/domain/inbox/schema'
import { invitationSchema } from '@/domain/invitation/schema'
import { noticeReadSchema, noticeSchema } from '@/domain/notice/schema'
import { orderSchema, type Order } from '@/domain/order/schema'
import { areaSchema, householdSchema } from '@/domain/place/schema'
import { promiseSchema } from '@/domain/promise/schema'
import { seriesSchema } from '@/domain/series/schema'
import { topicSchema } from '@/domain/topic/schema'
import { visitSchema } from '@/domain/visit/schema'
import { collections } from '../../cloudfunctions/_database/collections'
import { startCloud, type LocalCloud } from '../../local-cloud/start-cloud'
import { wechatGroup } from '../../config/street/matters'
import { posterCode } from '../../config/street/past'
import { newcomer, openidOf } from '../../config/street/people'
import { phones } from '../../config/street/phones'
import { seedNeighbourhood } from '../../config/street/seed'
import { functionsDir } from '../support/test-cloud'
import { functionEnv, opened, testSealing } from '../support/test-key'

const codeUrl = (scene: string) =>
  `http://192.168.1.5:7788/phone/?persona=linxiao#/pages/join/index?scene=${scene}`
const schemas = {
  areas: areaSchema,
  households: householdSchema,
  accounts: accountSchema,
  appointments: appointmentSchema,
  invitations: invitationSchema,
  orders: orderSchema,
  series: seriesSchema,
  messages: messageSchema,
  notices: noticeSchema,
  noticeReads: noticeReadSchema,
  groups: groupSettingsSchema,
  topics: topicSchema,
  promises: promiseSchema,
  inbox: inboxItemSchema,
  visits: visitSchema,
} as const

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startCloud({
    env: 'street',
    dataDir: null,
    functionsDir,
    functionEnv,
    collections,
    strict: true,
  })
  await seedNeighbourhood(cloud, { codeUrl, sealing: testSealing })
})
afterAll(() => cloud.close())

const all = async <T extends z.ZodType>(collection: string, schema: T): Promise<z.output<T>[]> =>
  (await cloud.database.find(collection)).map((document) => schema.parse(opened(collection, document)))

describe('the demo neighbourhood', () => {
  test.each(Object.entries(schemas))('%s: every document is as the domain says', async (name, schema) => {
    const documents = await all(name, z.strictObject((schema as z.ZodObject).shape))
    expect(documents.length).toBeGreaterThan(0)
  })

  test('everyone is found where they live, and by their roles', async () => {
    for (const account of await all('accounts', accountSchema))
      expect(account).toMatchObject(indexFieldsOf(account))
  })

  test('everyone lives in a flat of the list, and building 4 has its three micro-grids', async () => {
    const flats = new Map((await all('households', householdSchema)).map((flat) => [flat._id, flat]))
    const homes = (await all('accounts', accountSchema)).flatMap(({ memberships }) => memberships)
    for (const { householdId, areaPath, roomNumber, gridPath } of homes)
      expect(flats.get(householdId ?? '')).toMatchObject({ areaPath, roomNumber, gridPath })
    const grids = (await all('areas', areaSchema)).filter(({ level }) => level === 'grid')
    expect(grids.map(({ fullName }) => fullName)).toEqual(
      [1, 2, 3].map((number) => `幸福里小区 4栋 ${number}号微网格`),
    )
  })

  test('homes, roles, orders and groups lie in places that there are', async () => {
    const places = (await all('areas', areaSchema)).map(({ _id }) => _id)
    const named = [
      ...(await all('accounts', accountSchema)).flatMap(({ memberships, roles }) => [
        ...memberships,
        ...roles,
      ]),
      ...(await all('orders', orderSchema)),
      ...(await all('notices', noticeSchema)).flatMap(({ areas }) => areas),
    ].map(({ areaPath }) => areaPath)
    const groups = (await all('messages', messageSchema)).map(({ groupPath }) => groupPath)
    expect([...named, ...groups].filter((path) => !places.includes(path))).toEqual([])
  })

  test('everyone knows what they have on their hands, and nobody more than they want', async () => {
    const orders = await all('orders', orderSchema)
    for (const { _id, openIds, volunteer } of await all('accounts', accountSchema)) {
      const mine = orders.filter(({ phase, takerIds }) => phase === 'moving' && takerIds.includes(_id))
      expect(openIds).toEqual(mine.map((order) => order._id))
      expect(openIds.length).toBeLessThan(volunteer.cap + 1)
    }
  })

  test('the desk has something of each kind', async () => {
    const orders = await all('orders', orderSchema)
    const count = (is: (order: Order) => boolean) => orders.filter(is).length
    expect(count(({ status }) => status === 'placed')).toBeGreaterThan(1)
    expect(count(({ status }) => status === 'deferred')).toBe(1)
    expect(count(({ needsFollowUp }) => needsFollowUp)).toBe(1)
    expect(
      count(({ people, takers, status }) => people === 5 && takers.length === 2 && status === 'dispatched'),
    ).toBe(1)
    expect(count(({ beneficiary }) => beneficiary.kind === 'other')).toBe(1)
    expect(count(({ served }) => served.length > 0)).toBeGreaterThan(5)
    expect(count(({ dueAt, phase }) => dueAt < cloud.clock.now() && phase === 'waiting')).toBe(0)
  })

  test('the group has something of each kind: one question, one promise and one visit wait', async () => {
    const isOpen = ({ isOpen }: { isOpen: boolean }) => isOpen
    expect((await all('inbox', inboxItemSchema)).filter(isOpen)).toHaveLength(1)
    expect((await all('visits', visitSchema)).map(({ person: { name } }) => name)).toEqual(['张爷爷'])
    const promises = await all('promises', promiseSchema)
    expect(promises.map((one) => one.isOpen).sort()).toEqual([false, true])
    const messages = await all('messages', messageSchema)
    for (const { body } of messages) {
      if (body.kind !== 'promise') continue
      const promise = promises.find(({ _id }) => _id === body.promiseId)
      expect(messages[body.of - 1]).toMatchObject({ seq: promise?.seq, became: { id: promise?._id } })
    }
    const [group] = await all('groups', groupSettingsSchema)
    const [topic] = await all('topics', topicSchema)
    expect(messages[(topic?.settled?.seq ?? 0) - 1]?.body).toMatchObject({ kind: 'topic', what: 'settled' })
    expect(group?.pins.map(({ topicId }) => topicId)).toEqual([topic?._id])
  })

  test('the code of the WeChat group is a picture that a phone can scan', async () => {
    const [group] = await all('groups', groupSettingsSchema)
    const picture = PNG.sync.read(cloud.storage.read(group?.wechatCode?.fileId ?? '') ?? Buffer.alloc(0))
    const { data, height, width } = picture
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(wechatGroup)
  })

  test('the clock finds nothing to do: the past is as it would have left it', async () => {
    await cloud.timers.fire('timers', 'everyTenSeconds')
    const kept = async () =>
      Promise.all(
        ['orders', 'notices', 'visits', 'groups', 'messages'].map((name) => cloud.database.find(name)),
      )
    const before = await kept()
    await cloud.timers.fire('timers', 'everyMinute')
    await cloud.timers.fire('timers', 'everyTenSeconds')
    expect(await kept()).toEqual(before)
  })

  test('nothing lies in the future, and no line is numbered twice', async () => {
    const now = cloud.clock.now()
    const messages = await all('messages', messageSchema)
    const orders = await all('orders', orderSchema)
    const moments = [
      ...messages.map(({ sentAt }) => sentAt),
      ...orders.flatMap(({ activity }) => activity.map(({ at }) => at)),
    ]
    expect(Math.max(...moments)).toBeLessThanOrEqual(now)
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
  })

  test('every phone has someone to hold it; the newcomer has no account', async () => {
    for (const { persona } of phones) expect(cloud.personas.byId(persona)).toBeDefined()
    expect(await cloud.database.find('accounts', { openid: openidOf(newcomer.id) })).toEqual([])
  })

  test("the poster's picture holds the newcomer's way in", async () => {
    const { codeFileId } = invitationSchema.parse(await cloud.database.get('invitations', posterCode))
    const picture = PNG.sync.read(cloud.storage.read(codeFileId ?? '') ?? Buffer.alloc(0))
    expect(jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data).toBe(
      codeUrl(posterCode),
    )
  })

  test('where people live, and how to reach them, is sealed on the disk', async () => {
    for (const name of ['accounts', 'orders', 'series']) {
      const texts = JSON.stringify(await cloud.database.find(name))
      const held = [...texts.matchAll(/"(?:roomNumber|phone|access)":("[^"]*")/g)].map(([, text]) => text)
      expect(held.length).toBeGreaterThan(0)
      for (const text of held) expect(text).toMatch(/^"e1\./)
    }
  })

  test('a second seeding changes nothing', async () => {
    const before = await cloud.database.find('accounts')
    await seedNeighbourhood(cloud, { codeUrl, sealing: testSealing })
    expect(await cloud.database.find('accounts')).toEqual(before)
  })
})
