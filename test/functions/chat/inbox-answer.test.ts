import { minutes } from '@/domain/shared/time'
import { breakages, breakNetwork } from '../../support/broken-network'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { leastWaits } from '../../support/least-waits'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud } from '../../support/test-cloud'
import { grid, house, parts, staffOf, voicesOf, who, type Who } from './_support/house'
import { signalId } from '../../support/signal-id'

const test = useTestCloud(house())
const { as, heard, say } = voicesOf(test)
const groupPath = places.building4
beforeEach(() => test.cloud.database.insert('areas', parts))

const text = '放门卫，什么时候来都行'
const ask = (by: Who = 'li', where: string = groupPath) => say(by, '快递放哪里？', where)
const repliesIn = async (path: string = groupPath) =>
  test.cloud.database.find('messages', { groupPath: path, 'replyTo.name': { $exists: true } })
const signal = async (topic: string) =>
  Number((await test.cloud.database.find('signals', { _id: signalId(topic) }))[0]?.n ?? -1)

it('stands in the group under the question, as any reply; it is answered for all', async () => {
  const { _id: itemId, seq } = await ask()
  const topics = [`inbox:${places.community}`, `chat:${groupPath}`]
  const before = await Promise.all(topics.map(signal))
  test.cloud.clock.travel(minutes(3))
  const { item } = await as('staff').call('inbox.answer', { itemId, text })
  expect(item).toMatchObject({ _id: itemId, isOpen: false, answered: { by: { name: '陈社工' } } })
  expect(JSON.stringify(item)).not.toContain('staff-chen')
  const reply = (await heard('li')).at(-1)!
  expect(reply).toMatchObject({
    authorName: '陈社工',
    authorTitle: 'communityStaff',
    body: { kind: 'text', text },
    replyTo: { seq, name: '李阿姨', excerpt: '快递放哪里？' },
  })
  const [stored] = await test.cloud.database.find('inbox', {})
  expect(stored).toMatchObject({
    answered: { seq: reply.seq, at: reply.sentAt },
    namedIds: ['resident-li', 'staff-chen'],
  })
  expect((await as('leader').call('inbox.list', {})).items).toEqual([])
  expect(await Promise.all(topics.map(signal))).toEqual(before.map((n) => n + 1))
})

describe('who was faster', () => {
  it('is told by name, and nothing more is said', async () => {
    const { _id: itemId } = await ask()
    await as('leader').call('inbox.answer', { itemId, text })
    await expect(as('staff').call('inbox.answer', { itemId, text: '放物业' })).rejects.toMatchObject({
      code: 'Conflict',
      details: { byName: '周组长' },
    })
    expect(await repliesIn()).toHaveLength(1)
  })

  it.each(['a reply in the chat', 'a mark by hand'])('%s counts as well', async (way) => {
    const { _id: itemId, seq } = await ask()
    await (way === 'a mark by hand'
      ? as('leader').call('inbox.markAnswered', { itemId })
      : say('leader', '放门卫', groupPath, { replyTo: seq }))
    const before = await repliesIn()
    await expect(as('staff').call('inbox.answer', { itemId, text })).rejects.toMatchObject({
      code: 'Conflict',
      details: { byName: '周组长' },
    })
    expect(await repliesIn()).toEqual(before)
  })

  it('at the very same moment, among neighbours who talk: one of three, each time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { _id: itemId } = await ask()
      const names = ['staff', 'leader', 'gridWorker'] as const
      const [codes] = await Promise.all([
        Promise.all(names.map((name) => as(name).code('inbox.answer', { itemId, text }))),
        say('li', '我也想知道'),
        say('stairwell', '快递'),
      ])
      expect([...codes].sort()).toEqual(['Conflict', 'Forbidden', 'ok'])
      expect(await repliesIn()).toHaveLength(round + 1)
    }
    const seqs = (await heard('li')).map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_, index) => index + 1))
  })

  it('once it waits again, it can be answered again', async () => {
    const { _id: itemId } = await ask()
    await as('leader').call('inbox.answer', { itemId, text })
    await as('leader').call('inbox.reopen', { itemId })
    expect(await as('staff').code('inbox.answer', { itemId, text: '放物业' })).toBe('ok')
    expect(await repliesIn()).toHaveLength(2)
  })
})

describe('a retry', () => {
  it('twice at once and once more: said once, answered alike', async () => {
    const { _id: itemId } = await ask()
    const requestId = nextRequestId()
    const call = () => as('staff').call('inbox.answer', { itemId, text }, requestId)
    const [one, two] = await Promise.all([call(), call()])
    expect(one).toEqual(two)
    expect(await call()).toEqual(one)
    expect(await repliesIn()).toHaveLength(1)
  })

  it.each(breakages)('wherever the network breaks (%s), it ends as if it had not', async (breakage) => {
    const itemIds: string[] = []
    for (let nth = 1; nth <= 14; nth += 1) {
      const { _id: itemId, seq } = await ask()
      itemIds.push(itemId)
      const requestId = nextRequestId()
      const mend = breakNetwork(test, breakage, (asked) => asked === nth)
      await as('staff').code('inbox.answer', { itemId, text }, requestId)
      mend()
      const [between] = await test.cloud.database.find('inbox', { _id: itemId })
      // Never marked answered without the answer, nor the other way round.
      expect(await repliesIn()).toHaveLength(nth - (between?.isOpen === true ? 1 : 0))
      const { item } = await as('staff').call('inbox.answer', { itemId, text }, requestId)
      expect(item.isOpen).toBe(false)
      const [reply] = await test.cloud.database.find('messages', { _id: requestId })
      const [stored] = await test.cloud.database.find('inbox', { _id: itemId })
      expect(reply).toMatchObject({ replyTo: { seq } })
      expect(stored).toMatchObject({ answered: { seq: reply!.seq } })
    }
    expect(await repliesIn()).toHaveLength(itemIds.length)
  })

  it('a request id under which something else was said, or somebody else spoke, answers nothing', async () => {
    const { _id: itemId } = await ask()
    const spoken = await say('staff', '大家好')
    const other = await say('leader', '大家好')
    for (const { _id } of [spoken, other])
      expect(await as('staff').code('inbox.answer', { itemId, text }, _id)).toBe('Forbidden')
    expect(await repliesIn()).toEqual([])
    expect((await as('staff').call('inbox.counts', {})).waiting).toBe(1)
  })
})

describe('who may', () => {
  const everybody = (Object.keys(who) as Who[]).filter((name) => name !== 'newcomer')
  it.each(everybody)('%s', async (name) => {
    await say('gridLeader', '网格群', grid)
    const answered = async (by: Who, where: string): Promise<string> => {
      const { _id: itemId } = await ask(by, where)
      return as(name).code('inbox.answer', { itemId, text })
    }
    const own = name === 'staff' || name === 'leader' || name === 'gridLeader'
    expect(await answered('li', groupPath)).toBe(own ? 'ok' : 'Forbidden')
    expect(await answered('gridMember', grid)).toBe(own ? 'ok' : 'Forbidden')
    expect(await answered('gridWorker', staffOf)).toBe(name === 'staff' ? 'ok' : 'Forbidden')
  })

  it('one without an account is asked to sign in', async () => {
    const { _id: itemId } = await ask()
    expect(await as('newcomer').code('inbox.answer', { itemId, text })).toBe('NotSignedIn')
  })
})

describe('what is refused leaves it waiting', () => {
  it('words that WeChat refuses', async () => {
    const { _id: itemId } = await ask()
    expect(await as('staff').code('inbox.answer', { itemId, text: '来赌博吧' })).toBe('ContentRejected')
    expect(await repliesIn()).toEqual([])
    expect((await as('staff').call('inbox.list', {})).items).toMatchObject([{ _id: itemId, answered: null }])
  })

  it('words where somebody was faster are checked before they are compared', async () => {
    const { _id: itemId } = await ask()
    await as('leader').call('inbox.answer', { itemId, text })
    expect(await as('staff').code('inbox.answer', { itemId, text: '来赌博吧' })).toBe('ContentRejected')
  })

  it('what was never asked, or was taken back', async () => {
    const { _id: itemId, seq } = await ask()
    await as('li').call('chat.recall', { groupPath, seq })
    for (const id of [itemId, 'message-nowhere'])
      expect(await as('staff').code('inbox.answer', { itemId: id, text })).toBe('NotFound')
    expect(await repliesIn()).toEqual([])
  })
})

it('waits four times: the item, its group, both written at once, all told', async () => {
  const most = 4
  const measure = async () => {
    const { _id: itemId } = await ask()
    await as('staff').call('inbox.answer', { itemId, text })
    return { 'inbox.answer': lastAnswer(test, 'inbox.answer').waits }
  }
  await measure()
  const waits = await leastWaits(measure, () => most)
  expect(waits['inbox.answer']).toBeLessThanOrEqual(most)
})
