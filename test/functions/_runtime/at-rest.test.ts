import { randomBytes } from 'node:crypto'
import { collections } from '../../../cloudfunctions/_database/collections'
import { keyVariable } from '../../../cloudfunctions/_runtime/keyring'
import { sealDocument } from '../../../cloudfunctions/_runtime/sealed-documents'
import type { Document } from '../../../local-cloud/database/definitions'
import { aMembership, anAccount } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { aRepeat } from '../../support/factories/series'
import { roadOf } from '../../support/order-road'
import { everyone, people, startTestCloud, useTestCloud, type TestCloud } from '../../support/test-cloud'
import { testKey, testSealing } from '../../support/test-key'

/** Nothing else in a cloud looks like these: they can be searched for in all that it holds. */
const secret = {
  flat: 'LI-15Z2',
  newFlat: 'QX-60Z1',
  motherFlat: 'MA-17Z2',
  phone: '13898765432',
  access: '门铃坏了请敲三下窗',
  mother: '赵氏桂兰',
}
const li = anAccount({ memberships: [aMembership({ roomNumber: secret.flat })] })
const residents = [li, ...everyone().filter(({ _id }) => _id !== li._id)]
const mother = {
  kind: 'other',
  name: secret.mother,
  relation: 'family',
  userId: null,
  consent: 'present',
} as const
const wish = { phone: secret.phone, access: secret.access }

const rawOf = async ({ cloud }: TestCloud): Promise<[string, Document[]][]> =>
  Promise.all(
    collections.map(async ({ name }) => [name, await cloud.database.find(name)] as [string, Document[]]),
  )
const leaksIn = (text: string): string[] => Object.values(secret).filter((one) => text.includes(one))
const logsOf = ({ cloud }: TestCloud): string =>
  JSON.stringify(cloud.functions.logs().map(({ lines }) => lines))

/** Everything that writes down where somebody lives. */
async function live(test: TestCloud): Promise<{ orderId: string; seriesId: string }> {
  const road = roadOf(test)
  const { invitation } = await test
    .as(people.leader)
    .call('invitation.create', { areaPath: places.building4 })
  const home = { nickname: '林晓', roomNumber: secret.newFlat, relation: 'tenant' } as const
  const { account } = await test
    .as(people.newcomer)
    .call('invitation.join', { code: invitation._id, ...home })
  const decision = { userId: account._id, areaPath: places.building4, standing: 'confirmed' } as const
  await test.as(people.leader).call('membership.decide', decision)
  const order = await road.place('水龙头滴水', wish)
  for (const step of [road.dispatchTo, road.accept, road.checkIn, road.complete, road.review])
    await step(order)
  await road.place('手机认证', { serviceId: 'phoneHelp', beneficiary: mother, roomNumber: secret.motherFlat })
  const { series } = await test.as(people.li).call('series.create', {
    wish: {
      serviceId: 'hospital',
      text: '去做透析',
      homePath: places.building4,
      answers: { now: '没有' },
      ...wish,
    },
    repeat: aRepeat({ startsOn: '2025-03-06' }),
  })
  await road.tick()
  return { orderId: order._id, seriesId: series._id }
}

describe('what a cloud keeps after joining, ordering and a series', () => {
  const test = useTestCloud(residents.map((account) => sealDocument(testSealing, 'accounts', account)))

  it('no document and no log line holds a flat, a phone, a way in or a name in the clear', async () => {
    await live(test)
    const raw = await rawOf(test)
    const filled = raw.filter(([, documents]) => documents.length > 0).map(([name]) => name)
    expect(filled).toEqual(
      expect.arrayContaining(['accounts', 'orders', 'series', 'messages', 'invitations']),
    )
    for (const [name, documents] of raw)
      expect([name, leaksIn(JSON.stringify(documents))]).toEqual([name, []])
    expect(leaksIn(logsOf(test))).toEqual([])
  })

  it('what it answers is plain, for those who may', async () => {
    const { seriesId } = await live(test)
    const { account } = await test.as(people.newcomer).call('account.me', {})
    expect(account?.memberships).toMatchObject([{ roomNumber: secret.newFlat }])
    const road = roadOf(test)
    const order = await road.accept(await road.dispatchTo(await road.place('门锁坏了', wish)))
    const { order: seen } = await test.as(people.volunteer).call('order.get', { orderId: order._id })
    expect(seen.contact).toEqual({ roomNumber: secret.flat, phone: secret.phone, access: secret.access })
    const { items } = await test.as(people.li).call('series.list', { view: 'mine' })
    expect(items.map(({ _id }) => _id)).toEqual([seriesId])
    const strangers = [people.neighbour, people.second]
    for (const openid of strangers) {
      const answer = await test
        .as(openid)
        .call('order.get', { orderId: order._id })
        .catch(() => null)
      expect(leaksIn(JSON.stringify(answer))).toEqual([])
    }
  })
})

describe('keys', () => {
  const second = randomBytes(32).toString('base64')
  const opened: TestCloud[] = []
  afterEach(async () => {
    for (const test of opened.splice(0)) await test.close()
  })
  const startWith = async (keys: string | null): Promise<TestCloud> => {
    const test = await startTestCloud(residents, keys === null ? {} : { [keyVariable]: keys })
    opened.push(test)
    return test
  }
  /** A cloud with the documents of another. */
  const copyOf = async (from: TestCloud, keys: string | null): Promise<TestCloud> => {
    const to = await startWith(keys)
    for (const [name, documents] of await rawOf(from)) {
      await to.cloud.database.remove(name, {})
      if (documents.length > 0) await to.cloud.database.insert(name, documents)
    }
    return to
  }
  const keyIdsIn = (document: unknown): string[] => [
    ...new Set([...JSON.stringify(document).matchAll(/"e1\.([\w-]{8})\./g)].map(([, id]) => id ?? '')),
  ]

  it('rotation: the loop goes on over old and new documents, and what is written anew has the new key', async () => {
    const before = await startWith(testKey)
    const { _id } = await roadOf(before).place('水龙头滴水', wish)
    const after = await copyOf(before, `${second},${testKey}`)
    const seen = await after.as(people.li).call('order.get', { orderId: _id })
    expect(seen.order.contact).toMatchObject(wish)
    const fresh = await roadOf(after).place('门锁坏了', wish)
    const ids = [_id, fresh._id].map(async (id) => keyIdsIn(await after.cloud.database.get('orders', id)))
    const [old, newer] = await Promise.all(ids)
    expect([old?.length, newer?.length]).toEqual([1, 1])
    expect(newer).not.toEqual(old)
  })

  it('another key: the one whose flat can’t be opened hears "Internal", and nothing is written over it', async () => {
    const before = await startWith(testKey)
    await live(before)
    const after = await copyOf(before, second)
    const raw = await rawOf(after)
    expect(await after.as(people.newcomer).code('account.me', {})).toBe('Internal')
    expect(logsOf(after)).toContain(`sealed by a key that is not in ${keyVariable}`)
    expect(await rawOf(after)).toEqual(raw)
  })

  it.each([
    ['no key', null, 'is not set'],
    ['a malformed one', 'not-a-key', 'is not base64 of 32 bytes'],
  ])(
    '%s: what would be written sealed is not written at all; the log says what to do',
    async (_, keys, words) => {
      const test = await startWith(keys)
      const order = { serviceId: 'repair', text: '水龙头滴水', homePath: places.building4, ...wish }
      expect(await test.as(people.li).code('order.create', order)).toBe('Internal')
      expect(await test.cloud.database.count('orders')).toBe(0)
      expect(logsOf(test)).toContain(`${keyVariable}`)
      expect(logsOf(test)).toContain(words)
      // What needs no key goes on.
      expect(await test.as(people.li).code('chat.groups', {})).toBe('ok')
    },
  )
})
