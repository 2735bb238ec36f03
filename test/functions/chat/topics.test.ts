import type { ActionName } from '@/domain/contracts'
import { mostPins } from '@/domain/group/schema'
import { mostInTopic } from '@/domain/topic/schema'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud } from '../../support/test-cloud'
import { house, parts, staffOf, voicesOf, who, type Who } from './_support/house'

const test = useTestCloud(house())
const { as, heard, say } = voicesOf(test)
const groupPath = places.building4
beforeEach(() => test.cloud.database.insert('areas', parts))

const everybody = Object.keys(who) as Who[]
const readers: Who[] = ['li', 'unconfirmed', 'stairwell', 'gridMember', 'leader', 'gridLeader', 'staff']
const gatherers = readers.filter((name) => name !== 'unconfirmed')
const moderators: Who[] = ['leader', 'gridLeader', 'staff']
const codeFor = (name: Who, may: readonly Who[]): string => {
  if (name === 'newcomer') return 'NotSignedIn'
  return may.includes(name) ? 'ok' : 'Forbidden'
}

const open = async (name: Who, seqs: number[], title = '加装电梯', requestId = nextRequestId()) =>
  (await as(name).call('topic.open', { groupPath, title, seqs }, requestId)).topic
const settle = async (topicId: string, decision = '下月开工，一层不出钱', requestId = nextRequestId()) =>
  (await as('leader').call('topic.settle', { topicId, decision }, requestId)).topic
const talk = async (...texts: string[]): Promise<number[]> => {
  const seqs: number[] = []
  for (const text of texts) seqs.push((await say(seqs.length % 2 ? 'stairwell' : 'li', text)).seq)
  return seqs
}
const pins = async (path: string = groupPath) =>
  ((await test.cloud.database.find('groups', { _id: path }))[0]?.pins ?? []) as {
    title: string
    decision: string
  }[]
const cards = async () => (await heard('staff')).flatMap(({ body }) => (body.kind === 'topic' ? [body] : []))

describe('gathering', () => {
  it('neighbour: each message once and in order; a card tells the group', async () => {
    const [one, two, three] = (await talk('电梯装不装', '一层反对', '顶楼支持')) as [number, number, number]
    const topic = await open('li', [three, one, three, two])
    expect(topic).toMatchObject({ title: '加装电梯', seqs: [one, two, three], settled: null, past: [] })
    expect(topic.opened.by).toEqual({ name: '李阿姨' })
    expect(await cards()).toEqual([
      { kind: 'topic', topicId: topic._id, what: 'opened', title: '加装电梯', decision: '' },
    ])
  })

  it('only what was said and stands: no card, no change, nothing taken back, no picture unchecked', async () => {
    const [kept, gone] = (await talk('电梯装不装', '说错了')) as [number, number]
    await as('stairwell').call('chat.recall', { groupPath, seq: gone })
    const image = { kind: 'image', fileId: 'cloud://test.local/photos/lift.jpg' } as const
    const { message } = await as('stairwell').call('chat.send', { groupPath, body: image })
    const { seqs } = await open('li', [kept, gone, gone + 1, message.seq, 999])
    expect(seqs).toEqual([kept])
    expect(await as('li').code('topic.open', { groupPath, title: '没有的', seqs: [gone, 999] })).toBe(
      'NotFound',
    )
  })

  it('the same request again, also at the same moment: one topic, one card', async () => {
    const seqs = await talk('电梯装不装')
    const requestId = nextRequestId()
    const both = await Promise.all([1, 2].map(() => open('li', seqs, '加装电梯', requestId)))
    expect(both.map(({ _id }) => _id)).toEqual([requestId, requestId])
    expect(await cards()).toHaveLength(1)
    const other = { groupPath, title: '别人的', seqs }
    expect(await as('leader').code('topic.open', other, requestId)).toBe('Forbidden')
  })

  it('added to: what is there stays; more than it holds is refused; a settled one takes nothing more', async () => {
    const [first, second] = (await talk('电梯装不装', '一层反对')) as [number, number]
    const { _id: topicId } = await open('li', [second])
    const add = (seqs: number[]) => as('stairwell').call('topic.add', { topicId, seqs })
    expect((await add([first])).topic.seqs).toEqual([first, second])
    expect((await add([first, second])).topic.seqs).toEqual([first, second])
    const many = Array.from({ length: mostInTopic }, (_, n) =>
      aMessage({ _id: `message-many-${n}`, seq: 1000 + n, groupPath }),
    )
    await test.cloud.database.insert('messages', many)
    for (const from of [1000, 1100])
      expect(
        await as('li').code('topic.add', {
          topicId,
          seqs: Array.from({ length: 100 }, (_, n) => from + n).slice(from === 1000 ? 2 : 0),
        }),
      ).toBe('ok')
    expect(await as('li').code('topic.add', { topicId, seqs: [1000] })).toBe('LimitReached')
    expect(await as('li').code('topic.add', { topicId, seqs: [5000] })).toBe('NotFound')
    await settle(topicId)
    expect(await as('li').code('topic.add', { topicId, seqs: [1001] })).toBe('Conflict')
  })
})

describe('settling', () => {
  it('leader: the decision is on a card and pinned in front; the fourth takes the place of the oldest', async () => {
    const seqs = await talk('电梯装不装')
    for (const title of ['电梯', '停车', '花坛', '门禁']) {
      const { _id } = await open('li', seqs, title)
      await settle(_id, `${title}就这么办`)
    }
    expect(mostPins).toBe(3)
    expect((await pins()).map(({ title }) => title)).toEqual(['门禁', '花坛', '停车'])
    expect((await cards()).at(-1)).toMatchObject({ what: 'settled', title: '门禁', decision: '门禁就这么办' })
    const [group] = await test.cloud.database.find('groups', { _id: groupPath })
    expect(group).toMatchObject({ version: 4, namedIds: ['leader-zhou'] })
  })

  it('two at once: one decides, the other hears that it was decided', async () => {
    const { _id: topicId } = await open('li', await talk('电梯装不装'))
    const codes = await Promise.all(
      (['leader', 'staff'] as const).map((name) =>
        as(name).code('topic.settle', { topicId, decision: `${name} 说了算` }),
      ),
    )
    expect(codes.sort()).toEqual(['Conflict', 'ok'])
    expect(await pins()).toHaveLength(1)
  })

  it('two topics at once: both are pinned', async () => {
    const seqs = await talk('电梯装不装')
    const topics = [await open('li', seqs, '电梯'), await open('li', seqs, '停车')]
    await Promise.all(topics.map(({ _id }) => settle(_id)))
    expect((await pins()).map(({ title }) => title).sort()).toEqual(['停车', '电梯'].sort())
  })

  it('the same request again does it once, even after it was opened again', async () => {
    const { _id: topicId } = await open('li', await talk('电梯装不装'))
    const requestId = nextRequestId()
    await settle(topicId, '装', requestId)
    expect((await settle(topicId, '装', requestId)).settled).toMatchObject({ decision: '装' })
    const again = nextRequestId()
    const reopen = () => as('leader').call('topic.reopen', { topicId }, again)
    expect((await reopen()).topic).toMatchObject({ settled: null, past: [{ decision: '装' }] })
    expect((await reopen()).topic.past).toHaveLength(1)
    expect((await settle(topicId, '装', requestId)).settled).toBeNull()
    expect((await cards()).map(({ what }) => what)).toEqual(['opened', 'settled', 'reopened'])
    expect(await pins()).toEqual([])
  })

  it('what is not settled is not opened again; what is not pinned stays so', async () => {
    const { _id: topicId } = await open('li', await talk('电梯装不装'))
    expect(await as('leader').code('topic.reopen', { topicId })).toBe('Conflict')
    expect(await as('leader').code('topic.unpin', { topicId })).toBe('ok')
    expect(await test.cloud.database.count('groups')).toBe(0)
  })

  it('unpinned: the decision holds, its card changes for phones that catch up, nothing is said', async () => {
    const { _id: topicId } = await open('li', await talk('电梯装不装'))
    const { allowedActions } = await settle(topicId)
    expect(allowedActions).toEqual(['reopen', 'unpin'])
    const after = (await heard('li')).at(-1)?.seq ?? 0
    const { topic } = await as('staff').call('topic.unpin', { topicId })
    expect(topic).toMatchObject({ settled: { decision: '下月开工，一层不出钱' }, allowedActions: ['reopen'] })
    expect((await heard('li', groupPath, { after })).map(({ body }) => body)).toEqual([
      { kind: 'change', of: after },
    ])
    expect(await pins()).toEqual([])
  })

  it('words that may not be shown are neither title nor decision', async () => {
    const seqs = await talk('电梯装不装')
    const title = { groupPath, title: '来赌博', seqs }
    expect(await as('li').code('topic.open', title)).toBe('ContentRejected')
    const { _id: topicId } = await open('li', seqs)
    const decision = { topicId, decision: '都去赌博' }
    expect(await as('leader').code('topic.settle', decision)).toBe('ContentRejected')
  })
})

describe('reading', () => {
  it('a topic with its messages as they stand now; the group’s topics, newest first', async () => {
    const [one, two] = (await talk('电梯装不装', '我家电话 1234')) as [number, number]
    const first = await open('li', [one, two], '电梯')
    test.cloud.clock.travel(1000)
    await open('li', [one], '停车')
    await as('stairwell').call('chat.recall', { groupPath, seq: two })
    const { topic, messages } = await as('gridMember').call('topic.get', { topicId: first._id })
    expect(topic.allowedActions).toEqual(['add'])
    expect(messages).toMatchObject([
      { seq: one, body: { text: '电梯装不装' } },
      { seq: two, state: 'recalled', body: { text: '' } },
    ])
    const page = await as('li').call('topic.list', { groupPath, limit: 1 })
    expect(page.items.map(({ title }) => title)).toEqual(['停车'])
    const rest = await as('li').call('topic.list', { groupPath, cursor: page.nextCursor })
    expect(rest.items.map(({ title }) => title)).toEqual(['电梯'])
    expect(JSON.stringify([topic, page, rest])).not.toContain('resident-li')
  })

  it('nobody’s id is told; a topic that there is not is not found', async () => {
    expect(await as('li').code('topic.get', { topicId: 'topic-nowhere' })).toBe('NotFound')
    expect(await as('leader').code('topic.settle', { topicId: 'topic-nowhere', decision: '好' })).toBe(
      'NotFound',
    )
  })
})

describe('who may', () => {
  let topicId = ''
  beforeEach(async () => {
    topicId = (await open('li', await talk('电梯装不装', '一层反对')))._id
  })

  const requests: [ActionName, object, readonly Who[]][] = [
    ['topic.open', { groupPath, title: '停车', seqs: [1] }, gatherers],
    ['topic.add', { seqs: [2] }, gatherers],
    ['topic.settle', { decision: '装' }, moderators],
    ['topic.unpin', {}, moderators],
    ['topic.get', {}, readers],
    ['topic.list', { groupPath }, readers],
  ]
  it.each(requests)('%s', async (action, input, may) => {
    for (const name of everybody) {
      const code = await as(name).code(action, { topicId, ...input } as never)
      // The second one who settles comes too late, but may.
      const expected = codeFor(name, may)
      expect([name, code === 'Conflict' ? 'ok' : code]).toEqual([name, expected])
    }
  })

  it('topic.reopen', async () => {
    await settle(topicId)
    for (const name of everybody) {
      const code = await as(name).code('topic.reopen', { topicId })
      expect([name, code === 'Conflict' ? 'ok' : code]).toEqual([name, codeFor(name, moderators)])
    }
  })

  it('a circle’s are its own; an order’s thread has none', async () => {
    const { seq } = await say('staff', '值班怎么排', staffOf)
    const input = { groupPath: staffOf, title: '值班', seqs: [seq] }
    expect(await as('gridWorker').code('topic.open', input)).toBe('ok')
    expect(await as('leader').code('topic.open', input)).toBe('Forbidden')
    const thread = { groupPath: 'order:order-0001', title: '不行', seqs: [1] }
    expect(await as('staff').code('topic.open', thread)).toBe('NotFound')
    expect(await as('staff').code('topic.list', { groupPath: 'order:order-0001' })).toBe('Forbidden')
  })
})

it('leader G2: a long discussion is gathered, decided and pinned; nobody asks again what was decided', async () => {
  const seqs = await talk('电梯到底装不装', '一层采光怎么办', '费用谁出', '我同意', '我也同意')
  const { _id: topicId } = await open('stairwell', seqs, '加装电梯')
  const { topic } = await as('leader').call('topic.settle', { topicId, decision: '装；一层不出钱' })
  expect(topic.settled).toMatchObject({ decision: '装；一层不出钱', by: { name: '周组长' } })
  expect(await pins()).toMatchObject([{ title: '加装电梯', decision: '装；一层不出钱' }])
  const { messages } = await as('gridMember').call('topic.get', { topicId })
  expect(messages.map(({ seq }) => seq)).toEqual(seqs)
})

/** What waits longer than three times, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'topic.settle': 'only the topic says of which group it is, whose end is then looked for',
  'topic.reopen': 'likewise',
  'topic.unpin': 'likewise',
}

it('commands wait three times at most, but for those named; lists twice', async () => {
  const steps = async () => {
    const seqs = await talk('电梯装不装', '好')
    const { _id: topicId } = await open('li', seqs.slice(0, 1))
    await as('li').call('topic.add', { topicId, seqs })
    await settle(topicId)
    await as('leader').call('topic.unpin', { topicId })
    await as('leader').call('topic.reopen', { topicId })
    await as('li').call('topic.get', { topicId })
    await as('li').call('topic.list', { groupPath })
  }
  await steps()
  await steps()
  const waits = (action: ActionName) => lastAnswer(test, action).waits
  for (const action of ['topic.open', 'topic.add'] as const)
    expect([action, waits(action) <= 3]).toEqual([action, true])
  for (const action of Object.keys(exceptions) as ActionName[])
    expect([action, waits(action)]).toEqual([action, 4])
  for (const action of ['topic.get', 'topic.list'] as const)
    expect([action, waits(action) <= 2]).toEqual([action, true])
})
