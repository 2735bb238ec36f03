import QRCode from 'qrcode'
import { derivedOf } from '@/domain/account/derived'
import type { Account } from '@/domain/account/schema'
import type { Order } from '@/domain/order/schema'
import { topics } from '@/domain/signal/topics'
import { sealDocument } from '../../cloudfunctions/_runtime/sealed-documents'
import type { Sealing } from '../../cloudfunctions/_runtime/sealing'
import type { Document } from '../../local-cloud/database/definitions'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { appointmentsOf } from './appointments'
import { accountOf, newcomer, openidOf, people } from './people'
import { ordersOf } from './orders'
import { groupOf, inboxOf, promisesOf, topicOf, wechatPicture } from './matters'
import { noticesOf, readsOf, visitsOf } from './notices'
import { chatOf, posterCode, posterOf } from './past'
import { flatsOf } from './households'
import { areas } from './places'
import { rideOf } from './ride'

/** What the seed needs to know of the street that it is for. */
export interface SeedOptions {
  /** What the poster's QR code holds. */
  codeUrl: (scene: string) => string
  /** With the key of the street's functions: the seed is sealed as what they write. */
  sealing: Sealing
}

/**
 * The demo neighbourhood, once: a cloud that has its places already is left as it is. Who may be signed in is
 * set at every start.
 */
export async function seedNeighbourhood(cloud: LocalCloud, { codeUrl, sealing }: SeedOptions): Promise<void> {
  for (const { id, nickname, note } of people)
    cloud.personas.create({ id, openid: openidOf(id), name: nickname, note })
  cloud.personas.create({ ...newcomer, openid: openidOf(newcomer.id) })
  if ((await cloud.database.count('areas')) > 0) return
  const now = cloud.clock.now()
  const flats = flatsOf(sealing, now)
  const accounts = new Map(people.map((person) => [person.id, accountOf(person, now, flats)]))
  const find = (id: string) => {
    const account = accounts.get(id)
    if (!account) throw new Error(`nobody is called ${id}`)
    return account
  }
  const picture = await QRCode.toBuffer(codeUrl(posterCode), { width: 430, margin: 2 })
  const codeFileId = cloud.storage.write(`invitations/${posterCode}.png`, picture)
  const wechatFileId = cloud.storage.write('chat/wechat-b4.png', await wechatPicture())
  const { series, orders: rides } = rideOf(find, now)
  const orders = [...ordersOf(find, now), ...rides]
  const insert = (name: string, documents: readonly Document[]): Promise<unknown> =>
    cloud.database.insert(
      name,
      documents.map((document) => sealDocument(sealing, name, document)),
    )
  await insert(
    'accounts',
    [...accounts.values()].map((account) => ({
      ...withOpen(account, orders),
      ...derivedOf(account, sealing.blind),
    })),
  )
  await insert('appointments', appointmentsOf([...accounts.values()], find, now))
  await insert('orders', orders)
  await insert('series', [series])
  const everyone = [...accounts.values()]
  const notices = noticesOf(find, now, everyone)
  const reads = readsOf(find, notices)
  const { messages, said } = chatOf(find, now, notices)
  const topic = topicOf(said)
  await insert('messages', messages)
  // As every message moves its group's signal: by them it is known where something was said.
  const spoken = new Map<string, number>()
  for (const { groupPath, sentAt } of messages)
    spoken.set(groupPath, Math.max(sentAt, spoken.get(groupPath) ?? 0))
  await insert(
    'signals',
    [...spoken].map(([groupPath, at]) => ({ _id: topics.chat(groupPath), n: 1, at })),
  )
  await insert('notices', notices)
  await insert('noticeReads', reads)
  await insert('visits', visitsOf(notices, reads, everyone))
  await insert('topics', [topic])
  await insert('promises', promisesOf(said, now))
  await insert('inbox', inboxOf(messages, find))
  await insert('groups', [groupOf(topic, wechatFileId, { find, now })])
  await insert('invitations', [posterOf(codeFileId, now)])
  await insert('households', flats.households)
  // The places last: they say that the rest is there.
  await insert('areas', [...areas, ...flats.areas])
}

/** With what they have on their hands. */
const withOpen = (account: Account, orders: readonly Order[]): Account => ({
  ...account,
  openIds: orders
    .filter(({ phase, takerIds }) => phase === 'moving' && takerIds.includes(account._id))
    .map(({ _id }) => _id),
})
