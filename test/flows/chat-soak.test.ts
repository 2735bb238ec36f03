import type { MessageView } from '@/domain/chat/contract'
import type { Output } from '@/domain/contracts'
import { ChatPhone } from '../support/chat-phone'
import { aMembership, anAccount } from '../support/factories/account'
import { places } from '../support/factories/places'
import { startTestCloud, type TestCloud } from '../support/test-cloud'

jest.mock('@/cloud/provider', () => jest.requireActual('../support/chat-phone') as object)
// These phones are looked at all the time.
jest.mock('@tarojs/taro', () => ({
  onAppShow: () => undefined,
  offAppShow: () => undefined,
  onAppHide: () => undefined,
  offAppHide: () => undefined,
}))
jest.mock('@/platform/storage', () => ({
  read: () => null,
  keep: () => undefined,
  forget: () => undefined,
}))

/** A smaller house unless told: see test/bench/README.md. */
const phonesCount = Number(process.env.CHAT_SOAK_PHONES ?? 40)
const seconds = Number(process.env.CHAT_SOAK_SECONDS ?? 25)
/** Each says so many things; those of a full house are more than a phone holds at once. */
const saidByEach = Math.max(1, Math.floor(80 / phonesCount))
const groupPath = places.building4

/** Numbers that look like chance and are the same each time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
const random = chance(42)
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A message as all see it, whoever looks. */
const shared = ({ _id, seq, authorName, body, state, replyTo, sentAt, thumbCount }: MessageView) => ({
  _id,
  seq,
  authorName,
  body,
  state,
  replyTo,
  sentAt,
  thumbCount,
})

const accounts = Array.from({ length: phonesCount }, (_, n) =>
  anAccount({ _id: `member-of-4-${n}`, nickname: `邻居${n}`, memberships: [aMembership()] }),
)

let test: TestCloud
let phones: ChatPhone[]
beforeAll(async () => {
  test = await startTestCloud(accounts)
  phones = accounts.map(({ _id, openid, nickname }) => {
    const { token } = test.cloud.personas.create({ id: _id, openid, name: nickname })
    return new ChatPhone({ url: test.cloud.url, token }, groupPath)
  })
})
afterAll(async () => {
  phones.forEach((phone) => phone.close())
  await test.cloud.close()
})

/** Says its things at times of its own; some are taken back, others get a thumb or an answer. */
async function talk(phone: ChatPhone, n: number): Promise<string[]> {
  const said: string[] = []
  for (let k = 0; k < saidByEach; k += 1) {
    await pause((random() * seconds * 1000) / saidByEach)
    const known = phone.timeline?.messages.filter(({ isMine, state }) => !isMine && state === 'normal') ?? []
    const other = known[Math.floor(random() * known.length)]
    const quote = other && random() < 0.3 ? { seq: other.seq, name: other.authorName, excerpt: '' } : null
    const message = await phone.say(`${n} 说第 ${k} 句`, quote)
    said.push(message._id)
    if (random() < 0.15) await phone.recall(message.seq)
    // It may have been taken back meanwhile.
    else if (other && random() < 0.4) await phone.thumb(other.seq, true).catch(() => undefined)
  }
  return said
}

it(
  'members with dropped sockets and failing calls end with identical histories, message by message',
  async () => {
    await Promise.all(phones.map((phone) => phone.open()))
    Object.assign(test.cloud.faults, { scope: 'everyone', seed: 7 })
    Object.assign(test.cloud.faults, { failRate: 0.01, failAfterRate: 0.01, duplicateRate: 0.01 })
    const dropping = setInterval(() => test.cloud.dropSockets(0.2), 2000)
    const said = (await Promise.all(phones.map(talk))).flat()
    clearInterval(dropping)
    Object.assign(test.cloud.faults, { failRate: 0, failAfterRate: 0, duplicateRate: 0 })
    await Promise.all(phones.map((phone) => phone.settle()))

    const stored = await test.cloud.database.find('messages', { groupPath }, { sort: { seq: 1 } })
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1))
    const lines = stored.filter(({ isLine }) => isLine)
    // Never twice, never lost.
    expect(lines.map(({ _id }) => String(_id)).sort()).toEqual([...said].sort())
    const truth = stored.length > 0 ? await wholeHistory() : []
    expect(truth.map(({ _id }) => _id)).toEqual(lines.map(({ _id }) => _id))
    expect(truth.some(({ state }) => state === 'recalled')).toBe(true)
    expect(truth.some(({ thumbCount }) => thumbCount > 0)).toBe(true)
    for (const phone of phones) expect((await phone.wholeHistory()).map(shared)).toEqual(truth)
  },
  (seconds + 90) * 1000,
)

/** As the server tells it to somebody who comes now. */
async function wholeHistory(): Promise<ReturnType<typeof shared>[]> {
  const as = test.as(accounts[0]?.openid ?? '')
  const items: MessageView[] = []
  for (let before: number | null = null; ;) {
    const page: Output<'chat.history'> = await as.call('chat.history', { groupPath, before, limit: 100 })
    items.unshift(...page.items)
    before = page.items[0]?.seq ?? null
    if (!page.hasMore) return items.map(shared)
  }
}
