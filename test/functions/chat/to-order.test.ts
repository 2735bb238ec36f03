import type { CallInput } from '@/domain/contracts'
import { threadOf } from '@/domain/chat/thread'
import { days } from '@/domain/shared/time'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud } from '../../support/test-cloud'
import { house, parts, staffOf, voicesOf, who, type Who } from './_support/house'
import { signalId } from '../../support/signal-id'

const test = useTestCloud(house())
const { as, heard, say } = voicesOf(test)
const groupPath = places.building4
beforeEach(() => test.cloud.database.insert('areas', parts))

const everybody = Object.keys(who) as Who[]
const wish = (seq: number, more: Partial<CallInput<'order.create'>> = {}): CallInput<'order.create'> => ({
  serviceId: 'repair',
  text: '厨房水龙头一直滴水',
  homePath: groupPath,
  from: { groupPath, seq },
  ...more,
})
const order = async (name: Who, seq: number, more: object = {}, requestId = nextRequestId()) =>
  (await as(name).call('order.create', wish(seq, more), requestId)).order
const ask = async (name: Who, seq: number) =>
  (await as(name).call('chat.askToOrder', { groupPath, seq })).message
const messageAt = async (name: Who, seq: number) =>
  (await as(name).call('chat.get', { groupPath, seqs: [seq] })).items[0]
const signalOf = async (topic: string) =>
  (await test.cloud.database.find('signals', { _id: signalId(topic) }))[0]?.n

describe('what one said becomes an order', () => {
  it('resident: the order knows its message, the message its order, and a card tells the group', async () => {
    const { seq } = await say('li', '水龙头一直滴水，哪位师傅能看看？')
    const placed = await order('li', seq)
    expect(placed.from).toEqual({ groupPath, seq })
    const [said, card] = await heard('leader')
    expect(said).toMatchObject({ seq, became: { kind: 'order', id: placed._id } })
    expect(card).toMatchObject({
      authorName: '李阿姨',
      body: { kind: 'order', orderId: placed._id, of: seq, serviceName: placed.service.name },
      allowedActions: [],
    })
    expect((await messageAt('li', seq))?.allowedActions).not.toContain('toOrder')
    expect((await messageAt('leader', seq))?.allowedActions).not.toContain('askToOrder')
  })

  it('phones hear of it: the group’s, the desk’s and the inbox’s signals move', async () => {
    const { seq } = await say('li', '水龙头坏了怎么办')
    const topics = [`chat:${groupPath}`, `desk:${places.community}`, `inbox:${places.community}`]
    const before = await Promise.all(topics.map(signalOf))
    await order('li', seq)
    const after = await Promise.all(topics.map(signalOf))
    expect(after.filter((n, index) => Number(n) > Number(before[index] ?? 0))).toHaveLength(3)
  })

  it('the question that waited in the inbox is answered by it', async () => {
    const { seq } = await say('li', '水龙头坏了怎么办')
    expect((await as('staff').call('inbox.list', {})).items).toHaveLength(1)
    await order('li', seq)
    expect((await as('staff').call('inbox.list', {})).items).toEqual([])
    const [item] = (await as('staff').call('inbox.list', { view: 'answered' })).items
    expect(item).toMatchObject({ seq, answered: { by: { name: '李阿姨' } } })
  })

  it('the same request again, also at the same moment: one order, one card', async () => {
    const { seq } = await say('li', '水龙头坏了')
    const requestId = nextRequestId()
    const [first, second] = await Promise.all([
      order('li', seq, {}, requestId),
      order('li', seq, {}, requestId),
    ])
    const third = await order('li', seq, {}, requestId)
    expect(new Set([first._id, second._id, third._id])).toEqual(new Set([requestId]))
    expect((await heard('leader')).filter(({ body }) => body.kind === 'order')).toHaveLength(1)
    expect(await test.cloud.database.count('orders')).toBe(1)
  })

  it('a request that broke off before the phones were told is completed by its repetition', async () => {
    const { seq } = await say('li', '水龙头坏了')
    const requestId = nextRequestId()
    await order('li', seq, {}, requestId)
    const before = Number(await signalOf(`chat:${groupPath}`))
    expect((await order('li', seq, {}, requestId))._id).toBe(requestId)
    expect(Number(await signalOf(`chat:${groupPath}`))).toBe(before + 1)
    const [me] = await test.cloud.database.find('accounts', { _id: 'resident-li' })
    expect(me?.recentOrders).toMatchObject([{ id: requestId }])
    expect(await heard('leader')).toHaveLength(2)
  })

  it('two wishes of one message at once: one becomes an order, the other hears of it, and leaves nothing', async () => {
    const { seq } = await say('li', '水龙头坏了')
    const codes = await Promise.all(
      ['一', '二'].map((n) => as('li').code('order.create', wish(seq, { text: `水龙头滴水 ${n}` }))),
    )
    expect(codes.sort()).toEqual(['Conflict', 'ok'])
    expect(await test.cloud.database.count('orders')).toBe(1)
    expect((await heard('leader')).map(({ seq: at }) => at)).toEqual([1, 3])
  })

  it('what was taken back, or has become a promise, becomes none', async () => {
    const back = await say('li', '水龙头坏了')
    await as('li').call('chat.recall', { groupPath, seq: back.seq })
    expect(await as('li').code('order.create', wish(back.seq))).toBe('Conflict')
    const { seq } = await say('li', '电梯什么时候修好？')
    const dueAt = Date.UTC(2025, 2, 6)
    await as('staff').call('promise.make', { groupPath, seq, words: '问到就告诉您', dueAt })
    expect(await as('li').code('order.create', wish(seq))).toBe('Conflict')
    expect(await test.cloud.database.count('orders')).toBe(0)
  })

  it.each(everybody.filter((name) => name !== 'li'))('%s: cannot order of what Li said', async (name) => {
    const { seq } = await say('li', '水龙头坏了')
    const code = await as(name).code('order.create', wish(seq))
    expect(code).toBe(name === 'newcomer' ? 'NotSignedIn' : 'Forbidden')
    expect(await test.cloud.database.count('orders')).toBe(0)
  })

  it('not of what stands in a circle, an order’s thread, or nowhere; nor of the house’s own line', async () => {
    const inCircle = await say('staff', '我这儿漏水', staffOf)
    const from = { groupPath: staffOf, seq: inCircle.seq }
    const forOther = {
      beneficiary: { kind: 'other', name: '李奶奶', relation: 'resident', userId: null, consent: 'present' },
      roomNumber: '1502',
    } as const
    expect(await as('staff').code('order.create', wish(1, { ...forOther, from }))).toBe('Forbidden')
    expect(await as('li').code('order.create', wish(99))).toBe('NotFound')
    const thread = { groupPath: threadOf('order-talk-1'), seq: 1 }
    expect(await as('li').code('order.create', wish(1, { from: thread }))).toBe('NotFound')
    await test.cloud.database.insert('messages', [
      aMessage({ body: { kind: 'joined', nickname: '李阿姨' }, groupPath: places.building4 }),
    ])
    expect(await as('li').code('order.create', wish(1))).toBe('Forbidden')
  })

  it('who moved away orders nothing of what they said here', async () => {
    await test.cloud.database.insert('messages', [aMessage({ authorId: 'moved-away' })])
    expect(await as('former').code('order.create', wish(1))).toBe('Forbidden')
  })

  it('where it came from is told to those who know its words and read there', async () => {
    const { seq } = await say('li', '水龙头坏了')
    const { _id: orderId } = await order('li', seq)
    const to = { kind: 'people' as const, volunteerIds: ['volunteer-wang'] }
    await as('staff').call('order.dispatch', { orderId, to })
    expect((await as('leader').call('order.get', { orderId })).order.from).toEqual({ groupPath, seq })
    expect((await as('volunteer').call('order.get', { orderId })).order.from).toBeNull()
  })

  it('waits three times at most, as an order that began as one; the card’s question too', async () => {
    for (const text of ['热身，怎么办', '水龙头坏了怎么办']) {
      const { seq } = await say('li', text)
      await ask('leader', seq)
      await order('li', seq, { text })
    }
    expect(lastAnswer(test, 'order.create').waits).toBeLessThanOrEqual(3)
    expect(lastAnswer(test, 'chat.askToOrder').waits).toBeLessThanOrEqual(3)
    await order('li', 1, { text: '普通的一单', from: null })
    expect(lastAnswer(test, 'order.create').waits).toBeLessThanOrEqual(3)
  })
})

describe('the author is asked first', () => {
  it('neighbour asks: a card calls the author, who orders; the card says so', async () => {
    const { seq } = await say('li', '我家水龙头坏了，愁人')
    const card = await ask('stairwell', seq)
    expect(card.body).toEqual({
      kind: 'orderAsk',
      of: seq,
      excerpt: '我家水龙头坏了，愁人',
      to: { name: '李阿姨', isMe: false },
      answer: 'none',
    })
    expect(await messageAt('li', card.seq)).toMatchObject({ mentionsMe: true, body: { to: { isMe: true } } })
    await order('li', seq)
    expect(await messageAt('stairwell', card.seq)).toMatchObject({ body: { answer: 'ordered' } })
    expect(await as('li').code('chat.declineOrder', { groupPath, seq: card.seq })).toBe('Conflict')
    expect(await as('leader').code('chat.askToOrder', { groupPath, seq })).toBe('Conflict')
  })

  it('a second one who asks is shown the first one’s card; also at the same moment', async () => {
    const { seq } = await say('li', '我家水龙头坏了')
    const cards = await Promise.all([ask('stairwell', seq), ask('leader', seq), ask('staff', seq)])
    expect(new Set(cards.map((card) => card.seq)).size).toBe(1)
    expect(await heard('li')).toHaveLength(2)
  })

  it('the author would rather not: the card says so, once, whoever asks again', async () => {
    const { seq } = await say('li', '我家水龙头坏了')
    const card = await ask('leader', seq)
    const decline = () => as('li').call('chat.declineOrder', { groupPath, seq: card.seq })
    const [first, second] = await Promise.all([decline(), decline()])
    expect([first, second, await decline()].map(({ message }) => message.body)).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ answer: 'declined' })),
    )
    expect((await ask('staff', seq)).body).toMatchObject({ answer: 'declined' })
    // Changing their mind is theirs.
    await order('li', seq)
    expect(await messageAt('leader', card.seq)).toMatchObject({ body: { answer: 'ordered' } })
  })

  it('what was taken back is quoted by no card, and asks for nothing', async () => {
    const { seq } = await say('li', '我家密码 1234')
    const card = await ask('leader', seq)
    await as('li').call('chat.recall', { groupPath, seq })
    expect(await messageAt('leader', card.seq)).toMatchObject({
      body: { kind: 'orderAsk', excerpt: '', answer: 'declined' },
    })
    expect(JSON.stringify(await heard('staff'))).not.toContain('1234')
  })

  it.each([
    ['li', 'Forbidden'],
    ['unconfirmed', 'Forbidden'],
    ['former', 'Forbidden'],
    ['neighbour', 'Forbidden'],
    ['volunteer', 'Forbidden'],
    ['otherLeader', 'Forbidden'],
    ['otherStaff', 'Forbidden'],
    ['newcomer', 'NotSignedIn'],
    ['stairwell', 'ok'],
    ['gridMember', 'ok'],
    ['gridLeader', 'ok'],
    ['leader', 'ok'],
    ['staff', 'ok'],
  ] as const)('%s asks Li: %s', async (name, code) => {
    const { seq } = await say('li', '我家水龙头坏了')
    expect(await as(name).code('chat.askToOrder', { groupPath, seq })).toBe(code)
  })

  it('nobody declines for another', async () => {
    const { seq } = await say('li', '我家水龙头坏了')
    const card = await ask('leader', seq)
    const others = everybody.filter((name) => name !== 'li' && name !== 'newcomer')
    for (const name of others)
      expect(await as(name).code('chat.declineOrder', { groupPath, seq: card.seq })).toBe('Forbidden')
    expect(await as('li').code('chat.declineOrder', { groupPath, seq })).toBe('Forbidden')
  })

  it('who is silenced asks nobody meanwhile', async () => {
    const { seq } = await say('li', '我家水龙头坏了')
    const now = Date.UTC(2025, 2, 5, 2)
    const by = { userId: 'leader-zhou', name: '周组长' }
    const person = { userId: 'stairwell', name: '二单元的' }
    const silence = { person, until: now + days(1), reason: '刷屏', by, caseId: 'case-0001' }
    await test.cloud.database.insert('groups', [
      {
        _id: groupPath,
        announcementHours: null,
        pins: [],
        silences: [silence],
        wechatCode: null,
        wakeAt: null,
        namedIds: [],
        version: 1,
      },
    ])
    expect(await as('stairwell').code('chat.askToOrder', { groupPath, seq })).toBe('LimitReached')
    expect(await as('gridMember').code('chat.askToOrder', { groupPath, seq })).toBe('ok')
  })
})

it('resident G3: a neighbour’s word, an order, its state on the card, and back from the order to what was said', async () => {
  const { seq } = await say('li', '厨房灯不亮了，我够不着')
  await ask('stairwell', seq)
  const { _id: orderId } = await order('li', seq, { text: '厨房灯不亮了，我够不着' })
  const glance = async (name: Who) =>
    (await as(name).call('order.glance', { orderIds: [orderId] })).items.map(({ status, takerNames }) => [
      status,
      takerNames,
    ])
  expect(await glance('li')).toEqual([['placed', []]])
  const to = { kind: 'people' as const, volunteerIds: ['volunteer-wang'] }
  await as('staff').call('order.dispatch', { orderId, to })
  await as('volunteer').call('order.accept', { orderId })
  expect([await glance('li'), await glance('leader'), await glance('stairwell')]).toEqual([
    [['accepted', ['王师傅']]],
    [['accepted', ['王师傅']]],
    [],
  ])
  const { from } = (await as('li').call('order.get', { orderId })).order
  expect((await messageAt('li', from?.seq ?? 0))?.body).toEqual({
    kind: 'text',
    text: '厨房灯不亮了，我够不着',
  })
})
