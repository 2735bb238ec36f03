import { threadOf } from '@/domain/chat/thread'
import { topicKind } from '@/domain/signal/topics'
import { days, hours } from '@/domain/shared/time'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { roadOf } from '../../support/order-road'
import { nextRequestId } from '../../support/request-id'
import { people, useTestCloud } from '../../support/test-cloud'
import { signalId } from '../../support/signal-id'

const test = useTestCloud()
const road = roadOf(test)

type Who = keyof typeof people
const strangers = ['second', 'leader', 'otherLeader', 'otherStaff', 'otherVolunteer', 'neighbour'] as const

const say = (who: Who, orderId: string, text: string, requestId?: string) =>
  test
    .as(people[who])
    .call('chat.send', { groupPath: threadOf(orderId), body: { kind: 'text', text } }, requestId)
const sayCode = (who: Who, orderId: string, requestId?: string) =>
  test
    .as(people[who])
    .code('chat.send', { groupPath: threadOf(orderId), body: { kind: 'text', text: '在吗' } }, requestId)
const readCode = (who: Who, orderId: string) =>
  test.as(people[who]).code('chat.history', { groupPath: threadOf(orderId) })
const heard = async (who: Who, orderId: string) =>
  (await test.as(people[who]).call('chat.history', { groupPath: threadOf(orderId) })).items
const lines = async (who: Who, orderId: string) =>
  (await heard(who, orderId)).map(({ body }) => {
    if (body.kind === 'event') return `${body.event} ${body.name}`
    return body.kind === 'text' ? body.text : body.kind
  })
const hasNews = async (who: Who, orderId: string) =>
  (await test.as(people[who]).call('order.get', { orderId })).order.thread?.hasNews

describe('the thread of an order', () => {
  it('resident and volunteer talk; the house says what happens', async () => {
    const { _id } = await road.acceptedOrder()
    await say('volunteer', _id, '我下午三点到')
    await say('li', _id, '好的，带把扳手')
    await road.checkIn({ _id })
    await road.complete({ _id })
    const said = ['accept 王师傅', '我下午三点到', '好的，带把扳手', 'checkIn 王师傅', 'complete 王师傅']
    expect(await lines('li', _id)).toEqual(said)
    expect(await lines('volunteer', _id)).toEqual(said)
    expect((await heard('li', _id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    expect((await heard('li', _id)).map(({ isMine, authorTitle }) => [isMine, authorTitle])).toEqual([
      [false, 'communityStaff'],
      [false, 'volunteer'],
      [true, 'neighbour'],
      [false, 'communityStaff'],
      [false, 'communityStaff'],
    ])
  })

  it('shows nobody’s id, openid, door or phone', async () => {
    const { _id } = await road.acceptedOrder()
    await say('volunteer', _id, '我下午三点到')
    await road.checkIn({ _id })
    const answer = JSON.stringify(await heard('li', _id))
    expect(answer).not.toMatch(/openid|volunteer-wang|resident-li|staff-chen|1502|13812345678/)
  })

  it.each(strangers)('%s: neither reads nor writes, nor moves a mark', async (who) => {
    const { _id } = await road.acceptedOrder()
    expect(await readCode(who, _id)).toBe('Forbidden')
    expect(await sayCode(who, _id)).toBe('Forbidden')
    const mark = { groupPath: threadOf(_id), seq: 1 }
    expect(await test.as(people[who]).code('chat.markRead', mark)).toBe('Forbidden')
  })

  it('one without an account, and an order that is none', async () => {
    const { _id } = await road.acceptedOrder()
    expect(await readCode('newcomer', _id)).toBe('NotSignedIn')
    expect(await readCode('li', 'order-that-is-not')).toBe('NotFound')
  })

  it('volunteer: is let in by accepting, not by being asked; another who could have had it never', async () => {
    const offered = await road.offeredOrder()
    expect(await readCode('volunteer', offered._id)).toBe('Forbidden')
    await road.accept(offered)
    expect(await readCode('volunteer', offered._id)).toBe('ok')
    const inHall = await road.dispatchToHall(await road.place())
    expect(await readCode('second', inHall._id)).toBe('Forbidden')
  })

  it('volunteer: who gives it back is out at once, and the thread says so', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    await say('volunteer', orderId, '我下午三点到')
    await test.as(people.volunteer).call('order.release', { orderId, note: '家里有急事' })
    expect(await readCode('volunteer', orderId)).toBe('Forbidden')
    expect(await sayCode('volunteer', orderId)).toBe('Forbidden')
    expect(await lines('li', orderId)).toEqual(['accept 王师傅', '我下午三点到', 'release 王师傅'])
  })

  it('staff of the community: read and answer, also before anybody comes', async () => {
    const { _id } = await road.place()
    await say('li', _id, '什么时候有人来')
    await say('staff', _id, '今天下午')
    expect((await heard('li', _id)).map(({ authorTitle }) => authorTitle)).toEqual([
      'neighbour',
      'communityStaff',
    ])
  })

  it('leader: an order placed by themselves for a neighbour is theirs to talk in', async () => {
    const { _id } = await road.placeForMany(2)
    expect(await readCode('leader', _id)).toBe('ok')
    await say('leader', _id, '奶奶在家等')
    expect((await heard('leader', _id))[0]?.authorTitle).toBe('microGridLeader')
  })

  it('cancelled: read by those who were in it, closed to all', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    await test.as(people.li).call('order.cancel', { orderId, note: '儿子来修了' })
    for (const who of ['li', 'volunteer', 'staff'] as const) {
      expect(await lines(who, orderId)).toEqual(['accept 王师傅', 'cancel 李阿姨'])
      expect(await sayCode(who, orderId)).toBe('Conflict')
    }
  })

  it('rated: thanks may follow for two days, then it is closed and still read', async () => {
    const order = await road.completedOrder()
    await road.review(order)
    await say('li', order._id, '扳手落我家了')
    test.cloud.clock.travel(days(2) + 1)
    expect(await sayCode('volunteer', order._id)).toBe('Conflict')
    expect(await lines('volunteer', order._id)).toContain('扳手落我家了')
  })

  it('not rated yet: open however long that takes, until it closes by itself', async () => {
    const { _id } = await road.completedOrder()
    test.cloud.clock.travel(days(6))
    await say('li', _id, '忘了说，谢谢')
    test.cloud.clock.travel(days(1) + hours(1))
    await road.tick()
    expect((await road.stored(_id)).status).toBe('closed')
    expect(await sayCode('li', _id)).toBe('Conflict')
  })

  it('a message sent again after the thread closed is answered as it was', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    const requestId = nextRequestId()
    const first = await say('volunteer', orderId, '我下午三点到', requestId)
    await test.as(people.li).call('order.cancel', { orderId, note: '儿子来修了' })
    expect(await say('volunteer', orderId, '我下午三点到', requestId)).toEqual(first)
    expect(await sayCode('li', orderId, requestId)).toBe('Forbidden')
  })

  it('risky words are refused and reach nobody', async () => {
    const { _id } = await road.acceptedOrder()
    const body = { kind: 'text', text: '一起赌博' } as const
    const code = await test.as(people.li).code('chat.send', { groupPath: threadOf(_id), body })
    expect([code, await lines('li', _id)]).toEqual(['ContentRejected', ['accept 王师傅']])
  })

  it('is no group of anyone’s list', async () => {
    const { _id } = await road.acceptedOrder()
    await say('volunteer', _id, '我下午三点到')
    for (const who of ['li', 'volunteer', 'staff'] as const) {
      const { items } = await test.as(people[who]).call('chat.groups', {})
      expect(items.filter(({ groupPath }) => groupPath.startsWith('order:'))).toEqual([])
    }
  })
})

describe('what is new in a thread', () => {
  it('is news to the others until they have read it', async () => {
    const { _id } = await road.acceptedOrder()
    const { message } = await say('volunteer', _id, '我下午三点到')
    expect([await hasNews('li', _id), await hasNews('volunteer', _id)]).toEqual([true, false])
    const { items } = await test.as(people.li).call('order.listMine', {})
    expect(items.find((order) => order._id === _id)?.thread?.hasNews).toBe(true)
    const mark = (seq: number) => ({ groupPath: threadOf(_id), seq })
    await test.as(people.li).call('chat.markRead', mark(message.seq - 1))
    expect(await hasNews('li', _id)).toBe(true)
    await test.as(people.li).call('chat.markRead', mark(message.seq))
    expect(await hasNews('li', _id)).toBe(false)
  })

  it('is the desk’s while nobody else hears it, and no longer once one of them has read it', async () => {
    const { _id } = await road.place()
    await say('li', _id, '什么时候有人来')
    expect(await hasNews('staff', _id)).toBe(true)
    await test.as(people.staff).call('chat.markRead', { groupPath: threadOf(_id), seq: 1 })
    expect(await hasNews('staff', _id)).toBe(false)
  })

  it('staff are not called upon where a volunteer hears it', async () => {
    const { _id } = await road.acceptedOrder()
    await say('li', _id, '带把扳手')
    expect([await hasNews('volunteer', _id), await hasNews('staff', _id)]).toEqual([true, false])
  })

  it('how far I have read comes with the newest page, and never beyond what was said', async () => {
    const { _id } = await road.acceptedOrder()
    const groupPath = threadOf(_id)
    expect(await test.as(people.li).call('chat.history', { groupPath })).toMatchObject({ readTo: 0 })
    expect(await test.as(people.li).call('chat.markRead', { groupPath, seq: 999 })).toEqual({ seq: 1 })
    expect(await test.as(people.li).call('chat.history', { groupPath })).toMatchObject({ readTo: 1 })
    expect(await test.as(people.li).call('chat.history', { groupPath, after: 0 })).not.toHaveProperty(
      'readTo',
    )
  })

  it('moves the signals that those in it watch already', async () => {
    const { _id } = await road.acceptedOrder()
    const countOf = async (topic: string) =>
      ((await test.cloud.database.get('signals', signalId(topic))) as { n: number } | null)?.n ?? 0
    const topics = ['user:resident-li', 'user:volunteer-wang', 'desk:heping/c1/', 'user:leader-zhou']
    const before = await Promise.all(topics.map(countOf))
    await say('li', _id, '带把扳手')
    const after = await Promise.all(topics.map(countOf))
    expect(after.map((n, index) => n - (before[index] ?? 0))).toEqual([1, 1, 1, 0])
  })

  it('everybody: reads of no signal when it moved, but of those of groups: who lives where is not told by it', async () => {
    await say('li', (await road.acceptedOrder())._id, '带把扳手')
    const words = { groupPath: places.building4, body: { kind: 'text', text: '谁家有梯子？' } } as const
    await test.as(people.li).call('chat.send', words)
    const signals = await test.cloud.database.find('signals', {})
    const kindsOf = (kept: typeof signals) =>
      [...new Set(kept.map(({ _id }) => topicKind(String(_id))))].sort()
    expect(kindsOf(signals)).toEqual(expect.arrayContaining(['chat', 'desk', 'user']))
    expect(kindsOf(signals.filter((kept) => 'at' in kept))).toEqual(['chat'])
    expect(signals.filter(({ _id }) => topicKind(String(_id)) === 'chat').every((kept) => 'at' in kept)).toBe(
      true,
    )
    expect(Object.keys(signals.find(({ _id }) => _id === signalId('user:resident-li')) ?? {})).toEqual([
      '_id',
      'n',
    ])
  })
})

describe('lines of the house', () => {
  it('a retried event is one line, also where the first time broke off before it was said', async () => {
    const { _id: orderId } = await road.offeredOrder()
    const requestId = nextRequestId()
    const accept = () => test.as(people.volunteer).call('order.accept', { orderId }, requestId)
    await accept()
    await accept()
    expect(await lines('li', orderId)).toEqual(['accept 王师傅'])
    await test.cloud.database.remove('messages', { groupPath: threadOf(orderId) })
    await accept()
    expect(await lines('li', orderId)).toEqual(['accept 王师傅'])
  })

  it('who did not come is named; a claim that lapsed blames nobody', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    test.cloud.clock.travel(days(2))
    await test.as(people.li).call('order.noShow', { orderId, userId: 'volunteer-wang', note: '没来' })
    expect(await lines('li', orderId)).toEqual(['accept 王师傅', 'noShow 王师傅'])
    const lapsed = anOrder({ _id: 'order-lapsed-1', status: 'accepted', clocks: { lapse: 1 } })
    await test.cloud.database.insert('orders', [lapsed])
    await test.cloud.timers.fire('timers', 'everyMinute')
    expect(await lines('li', lapsed._id)).toEqual(['lapse '])
  })

  it('fifty things at once in one thread stand in one order without a gap', async () => {
    const { _id } = await road.acceptedOrder()
    const who = ['li', 'volunteer', 'staff'] as const
    await Promise.all([
      ...Array.from({ length: 20 }, (_, n) => say(who[n % 3]!, _id, `第 ${n} 句`)),
      road.checkIn({ _id }),
    ])
    const seqs = (await heard('li', _id)).map(({ seq }) => seq)
    expect(seqs).toEqual(Array.from({ length: 22 }, (_, n) => n + 1))
  })
})

it('sending and reading in a thread wait as little as in a group: three times and twice', async () => {
  const { _id } = await road.acceptedOrder()
  await say('li', _id, '带把扳手')
  await say('volunteer', _id, '好')
  expect(lastAnswer(test, 'chat.send').waits).toBeLessThanOrEqual(3)
  await heard('li', _id)
  expect(lastAnswer(test, 'chat.history').waits).toBeLessThanOrEqual(2)
  await test.as(people.li).call('chat.markRead', { groupPath: threadOf(_id), seq: 1 })
  expect(lastAnswer(test, 'chat.markRead').waits).toBeLessThanOrEqual(3)
})
