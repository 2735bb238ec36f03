import { collections } from '../../../cloudfunctions/_database/collections'
import { functionsDir } from '../../../config/functions/build'
import { startCloud, type LocalCloud } from '../../../local-cloud/start-cloud'
import { topics } from '@/domain/signal/topics'
import type { Account } from '@/domain/account/schema'
import { aMembership, anAccount } from '../../support/factories/account'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
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
    _id: `member-${groupPath.split('/').at(-2)}-${n}`,
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
    { _id: groupOf(10), level: 'building', name: '10栋', fullName: '10栋' },
    { _id: groupOf(3000), level: 'building', name: '30栋', fullName: '30栋' },
  ])
  const everyone = Array.from({ length: members }, (_, n) => memberOf(busy, n))
  await cloud.database.insert('accounts', [memberOf(quiet, 0), ...everyone])
  for (const size of sizes.filter((one) => one !== members))
    await cloud.database.insert(
      'accounts',
      Array.from({ length: size }, (_, n) => memberOf(groupOf(size), n)),
    )
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

/** Groups of so many: each a building of its own. */
const sizes = [10, 300, 3000] as const
const groupOf = (size: number): string => (size === 300 ? busy : `${places.estate}b${size}/`)

const sendingIn = (size: number): Measure => ({
  name: `sending to ${size} members: how often it waits for the database`,
  unit: 'waits',
  goal: 3,
  measure: async () => {
    const cloud = await cloudOf()
    const groupPath = groupOf(size)
    const phone = await phoneOf(groupPath, 0)
    return leastOf(async () => {
      await say(phone, groupPath, '大家好')
      return lastAnswer({ cloud }, 'chat.send').waits
    })
  },
})

/** What a phone asks that finds itself behind (`features/chat/catch-up.ts`): a page, the end's number, the end. */
const catchingUp = (missed: number): Measure => ({
  name: `catching up on ${missed} missed messages: how often its calls wait for the database`,
  unit: 'waits',
  goal: 6,
  measure: async () => {
    const cloud = await cloudOf()
    const phone = await phoneOf(busy, 1)
    const { lastSeq = 0 } = await phone.call('chat.history', { groupPath: busy, limit: 1 })
    const pages = [{ after: lastSeq - missed, limit: 100 }, { limit: 1 }, { limit: 50 }]
    return leastOf(async () => {
      let waits = 0
      for (const page of pages) {
        const { items } = await phone.call('chat.history', { groupPath: busy, ...page })
        if (items.length === 0) throw new Error('nothing was missed')
        waits += lastAnswer({ cloud }, 'chat.history').waits
      }
      return waits
    })
  },
})

/** Requests sent together may miss each other on a busy machine: what has to be waited for is the least of some runs. */
async function leastOf(waits: () => Promise<number>): Promise<number> {
  let least = Infinity
  for (let run = 0; run < 5; run += 1) least = Math.min(least, await waits())
  return least
}

// The phones that stay open after the last measure would slow whatever came after it.
export const measures: readonly Measure[] = [
  ...sizes.map(sendingIn),
  catchingUp(400),
  catchingUp(1000),
  catchingUp(9000),
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
