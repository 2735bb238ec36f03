import { collections } from '../../../cloudfunctions/_database/collections'
import { functionsDir } from '../../../config/functions/build'
import { startCloud, type LocalCloud } from '../../../local-cloud/start-cloud'
import { topics } from '@/domain/signal/topics'
import type { Account } from '@/domain/account/schema'
import { aMembership, anAccount } from '../../support/factories/account'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { openPhone, type Phone } from '../../support/phone'
import { functionEnv } from '../../support/test-key'
import type { Measure } from '../_support/measure'
import { temporaryDir } from '../_support/orders'
import { ratioOf, type Work } from '../_support/ratio'

const members = 300
/** A call from a phone on 4G to a data centre in the same province and back, about. */
const networkMs = 60
const quiet = places.building5
const busy = places.building4

let opened: Promise<LocalCloud> | null = null

const memberOf = (groupPath: string, n: number): Account =>
  anAccount({
    _id: `member-${groupPath.slice(-3, -1)}-${n}`,
    memberships: [aMembership({ areaPath: groupPath })],
  })

/** One building of one neighbour, and one of 300 with 10,000 messages. */
async function start(): Promise<LocalCloud> {
  const cloud = await startCloud({
    env: 'bench',
    dataDir: temporaryDir(),
    functionsDir,
    functionEnv,
    collections,
    strict: true,
  })
  await cloud.database.insert('areas', [
    { _id: busy, level: 'building', name: '4栋', fullName: '4栋' },
    { _id: quiet, level: 'building', name: '5栋', fullName: '5栋' },
  ])
  const everyone = Array.from({ length: members }, (_, n) => memberOf(busy, n))
  await cloud.database.insert('accounts', [memberOf(quiet, 0), ...everyone])
  for (let from = 0; from < 10_000; from += 1000)
    await cloud.database.insert(
      'messages',
      Array.from({ length: 1000 }, (_, n) => aMessage({ _id: `message-${from + n}`, seq: from + n + 1 })),
    )
  await cloud.database.insert('messages', [aMessage({ _id: 'message-quiet', groupPath: quiet })])
  return cloud
}

const cloudOf = (): Promise<LocalCloud> => (opened ??= start())

async function phoneOf(groupPath: string, n: number): Promise<Phone> {
  const cloud = await cloudOf()
  const { _id, openid } = memberOf(groupPath, n)
  const persona = cloud.personas.byId(_id) ?? cloud.personas.create({ id: _id, openid, name: _id })
  return openPhone({ url: cloud.url, token: persona.token })
}

const say = (phone: Phone, groupPath: string, text: string) =>
  phone.call('chat.send', { groupPath, body: { kind: 'text', text } })

/** Says something, and ends when each of so many phones that watch the group holds it. */
async function reaching(groupPath: string, count: number): Promise<Work> {
  let newest =
    (await (await phoneOf(groupPath, 0)).call('chat.history', { groupPath, limit: 1 })).lastSeq ?? 0
  const phones = await Promise.all(Array.from({ length: count }, (_, n) => phoneOf(groupPath, n)))
  const held = phones.map(() => newest)
  let tell: () => void = () => undefined
  await Promise.all(
    phones.map(
      (phone, n) =>
        new Promise<void>((ready) => {
          phone.cloud
            .database()
            .collection('signals')
            .where({ _id: { $in: [topics.chat(groupPath)] } })
            .watch({
              onChange: () => {
                ready()
                void phone
                  .call('chat.history', { groupPath, after: held[n] ?? 0, limit: 100 })
                  .then(({ items }) => {
                    held[n] = Math.max(held[n] ?? 0, items.at(-1)?.seq ?? 0)
                    tell()
                  })
              },
              onError: ({ errMsg }) => {
                throw new Error(errMsg)
              },
            })
        }),
    ),
  )
  return async (i) => {
    const [first] = phones
    if (!first) throw new Error('nobody listens')
    const done = new Promise<void>((resolve) => {
      tell = () => held.every((seq) => seq > newest) && resolve()
    })
    const { message } = await say(first, groupPath, `第 ${i} 句`)
    tell()
    await done
    newest = message.seq
  }
}

// The phones that stay open after the last measure would slow whatever came after it.
export const measures: readonly Measure[] = [
  {
    name: 'sending to 300 members after 10,000 messages against one member and none',
    unit: '×',
    goal: 1.5,
    measure: async () => {
      const [alone, among] = await Promise.all([phoneOf(quiet, 0), phoneOf(busy, 0)])
      return ratioOf({
        base: (i) => say(alone, quiet, `第 ${i} 句`),
        other: (i) => say(among, busy, `第 ${i} 句`),
        samples: 100,
      })
    },
  },
  {
    name: 'one message to the last of 300 open phones against the only one, each call 60 ms on its way',
    unit: '×',
    goal: 10,
    measure: async () => {
      const { faults } = await cloudOf()
      const works = await reachingBoth()
      Object.assign(faults, { latencyMs: networkMs })
      return ratioOf({ ...works, samples: 6 }).finally(() => Object.assign(faults, { latencyMs: 0 }))
    },
  },
  {
    name: 'the same without any network: 300 calls of a function on this machine against one',
    unit: '×',
    goal: null,
    measure: async () => ratioOf({ ...(await reachingBoth()), samples: 6 }),
  },
]

let both: Promise<{ base: Work; other: Work }> | null = null
const reachingBoth = (): Promise<{ base: Work; other: Work }> =>
  (both ??= (async () => ({ base: await reaching(quiet, 1), other: await reaching(busy, members) }))())

export const close = async (): Promise<void> => (await opened)?.close()
