import { messageViewSchema, type MessageView } from '@/domain/chat/contract'
import { capabilitiesOf } from '@/domain/account/policy'
import { anAccount } from '../support/factories/account'
import { places } from '../support/factories/places'
import { openWeappHost } from '../support/weapp-host'
import { builtApp } from './_support/builds'
import { StubCloud } from './_support/stub-cloud'

jest.setTimeout(60_000)

const said = 50_000
const kilobyte = 1024

/** A long chat: words of usual length, quotes, thumbs, voices. */
const line = (seq: number): MessageView =>
  messageViewSchema.parse({
    _id: `message-${seq}`,
    groupPath: places.building4,
    seq,
    authorName: '住在三单元的老张',
    authorTitle: 'volunteer',
    body:
      seq % 10 === 0
        ? { kind: 'voice', fileId: 'cloud://a/voices/1.mp3', seconds: 9, peaks: [] }
        : { kind: 'text', text: `第 ${seq} 句。楼下快递柜满了，麻烦大家今天取一取，电话13812345678。` },
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

function history({ before = said + 1, after, limit = 30 }: Asked['input']) {
  const from = after === undefined ? Math.max(1, before - limit) : after + 1
  const to = after === undefined ? before - 1 : Math.min(said, after + limit)
  const items = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => line(from + index))
  return { items, hasMore: after === undefined ? from > 1 : to < said, readTo: said }
}

const account = anAccount()
const answers: Record<string, (input: Asked['input']) => unknown> = {
  'account.me': () => ({ account, capabilities: capabilitiesOf(account), topics: [] }),
  'chat.groups': () => ({
    hasMore: false,
    items: [
      {
        groupPath: places.building4,
        name: '4栋',
        memberCount: 300,
        lastSeq: said,
        unread: 0,
        lastMessage: null,
      },
    ],
  }),
  'chat.history': history,
  'chat.markRead': () => ({ seq: said }),
  'notice.list': () => ({ items: [], nextCursor: null }),
}
const answer = (_name: string, data: unknown): unknown => {
  const { action, input } = data as Asked
  const found = answers[action]
  return found
    ? { ok: true, data: found(input) }
    : { ok: false, requestId: 'none-0000', error: { code: 'Internal' } }
}

test('a chat of 50,000 messages: no update is over 256 KB, also once its window is full', async () => {
  const host = await openWeappHost({
    dist: builtApp(),
    wxCloud: new StubCloud(answer),
    launch: { path: 'pages/chat/index' },
  })
  try {
    await host.waitForText(`第 ${said - 1} 句`, { timeoutMs: 20_000 })
    // Eight pages of 30 fill the window; two more let the newest go.
    for (let page = 1; page <= 10; page += 1) {
      await host.tap({ text: '看更早的消息' })
      await host.waitForText(`第 ${said - 30 * (page + 1) + 1} 句`, { timeoutMs: 20_000 })
    }
    const { largestBytes } = host.setDataStats()
    console.info(`largest update: ${Math.round(largestBytes / kilobyte)} KB`, host.setDataStats())
    expect(host.errors).toEqual([])
    expect(largestBytes).toBeLessThan(256 * kilobyte)
  } finally {
    await host.close()
  }
})
