import { messageViewSchema, type MessageView } from '@/domain/chat/contract'
import { chat } from '@/copy/chat'
import { capabilitiesOf } from '@/domain/account/policy'
import { anAccount } from '../support/factories/account'
import { places } from '../support/factories/places'
import { openWeappHost } from '../support/weapp-host'
import { builtApp } from './_support/builds'
import { StubCloud } from './_support/stub-cloud'

jest.setTimeout(60_000)

const said = 50_000
const kilobyte = 1024

type Body = (seq: number) => MessageView['body']

/** Words of usual length. */
const usual: Body = (seq) =>
  seq % 10 === 0
    ? { kind: 'voice', fileId: 'cloud://a/voices/1.mp3', seconds: 9, peaks: [] }
    : { kind: 'text', text: `第 ${seq} 句。楼下快递柜满了，麻烦大家今天取一取，电话13812345678。` }

/** Everybody says as much as one may, with numbers to call, or speaks for a minute. */
const longest: Body = (seq) =>
  seq % 3 === 0
    ? {
        kind: 'voice',
        fileId: 'cloud://a/voices/1.mp3',
        seconds: 60,
        peaks: Array.from({ length: 60 }, (_, peak) => (peak * 37) % 101),
      }
    : { kind: 'text', text: `第 ${seq} 句。${'楼下快递柜满了，麻烦大家取一取。'.repeat(70)}`.slice(0, 1000) }

/** A long chat, with quotes, thumbs and voices. */
const line = (seq: number, body: Body): MessageView =>
  messageViewSchema.parse({
    _id: `message-${seq}`,
    groupPath: places.building4,
    seq,
    authorName: '住在三单元的老张',
    authorTitle: 'volunteer',
    body: body(seq),
    replyTo: seq % 4 === 0 ? { seq: seq - 1, name: '李奶奶', excerpt: '明天几点停水' } : null,
    thumbCount: seq % 3,
    sentAt: 1_735_689_600_000 + seq * 60_000,
    isMine: seq % 5 === 0,
    allowedActions: ['reply', 'copy', 'thumb', 'forward'],
  })

interface Asked {
  action: string
  input: { before?: number; after?: number; limit?: number }
}

/** What is unread was said since `readTo`. */
function history(body: Body, readTo: number, { before = said + 1, after, limit = 30 }: Asked['input']) {
  const from = after === undefined ? Math.max(1, before - limit) : after + 1
  const to = after === undefined ? before - 1 : Math.min(said, after + limit)
  const items = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => line(from + index, body))
  return { items, hasMore: after === undefined ? from > 1 : to < said, readTo }
}

const account = anAccount()
const answersOf = (body: Body, unread: number): Record<string, (input: Asked['input']) => unknown> => ({
  'account.me': () => ({ account, capabilities: capabilitiesOf(account), topics: [] }),
  'chat.groups': () => ({
    nextCursor: null,
    items: [{ groupPath: places.building4, name: '4栋', lastSeq: said, unread, lastMessage: null }],
  }),
  'chat.history': (input) => history(body, said - unread, input),
  'chat.markRead': () => ({ seq: said }),
  'notice.list': () => ({ items: [], nextCursor: null }),
})

/** The chat on a phone: opened, paged back until its window is full and the newest go. */
async function largestUpdate(body: Body, unread: number): Promise<number> {
  const answers = answersOf(body, unread)
  const answer = (_name: string, data: unknown): unknown => {
    const { action, input } = data as Asked
    const found = answers[action]
    return found
      ? { ok: true, data: found(input) }
      : { ok: false, requestId: 'none-0000', error: { code: 'Internal' } }
  }
  const host = await openWeappHost({
    dist: builtApp(),
    wxCloud: new StubCloud(answer),
    launch: { path: 'pages/chat/index' },
  })
  const first = (from: number): string => `第 ${from % 3 === 0 || from % 10 === 0 ? from + 1 : from} 句`
  try {
    await host.waitForText(`第 ${said - 1} 句`, { timeoutMs: 20_000 })
    const opened = unread === 0 ? 30 : 50
    for (let page = 1; page <= 6; page += 1) {
      await host.tap({ text: chat.earlier })
      await host.waitForText(first(said - opened - 30 * page + 1), { timeoutMs: 20_000 })
    }
    expect(host.errors).toEqual([])
    console.info('updates', host.setDataStats())
    return host.setDataStats().largestBytes
  } finally {
    await host.close()
  }
}

test.each([
  ['usual words, all of it read', usual, 0],
  ['a hundred unread, each as long as may be, voices with their peaks', longest, 99],
])('a chat of 50,000 messages, %s: no update is over 256 KB', async (_what, body, unread) => {
  expect(await largestUpdate(body, unread)).toBeLessThan(256 * kilobyte)
})
