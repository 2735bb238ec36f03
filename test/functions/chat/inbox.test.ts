import type { ActionName } from '@/domain/contracts'
import { days, minutes } from '@/domain/shared/time'
import { aGrant, aMembership, anAccount, aStaffMember } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { nextRequestId } from '../../support/request-id'
import { useTestCloud } from '../../support/test-cloud'
import { grid, house, parts, staffOf, voicesOf, volunteersOf, who, type Who } from './_support/house'

/** Twelve buildings of the estate, with somebody in each. */
const buildings = Array.from({ length: 12 }, (_, n) => `${places.estate}b${n + 20}/`)
const askers = buildings.map((areaPath, n) =>
  anAccount({ _id: `asker-of-${n + 20}`, nickname: `邻居${n}`, memberships: [aMembership({ areaPath })] }),
)
const secondStaff = aStaffMember({
  _id: 'staff-deng',
  nickname: '邓社工',
  roles: [aGrant('communityStaff', places.community)],
})
const test = useTestCloud([...house(), ...askers, secondStaff])
const { as, heard, say } = voicesOf(test)
const groupPath = places.building4
beforeEach(async () => {
  await test.cloud.database.insert('areas', parts)
  await test.cloud.database.insert(
    'areas',
    buildings.map((_id, n) => ({
      _id,
      level: 'building',
      name: `${n}栋`,
      fullName: `幸福里小区 ${n + 20}栋`,
    })),
  )
})

const image = { kind: 'image', fileId: 'cloud://test.local/photos/lift.jpg' } as const
const everybody = (Object.keys(who) as Who[]).filter((name) => name !== 'newcomer')
const listed = async (name: Who, view: 'open' | 'answered' = 'open') =>
  (await as(name).call('inbox.list', { view })).items
const texts = async (name: Who = 'staff', view: 'open' | 'answered' = 'open') =>
  (await listed(name, view)).map(({ text }) => text)
const signal = async () =>
  Number((await test.cloud.database.find('signals', { _id: `inbox:${places.community}` }))[0]?.n ?? -1)

describe('what waits', () => {
  it('a neighbour’s question; what is no question does not', async () => {
    await say('li', '大家早上好')
    const { _id, seq } = await say('li', '快递放哪里？')
    const [item, ...others] = await listed('staff')
    expect(others).toEqual([])
    expect(item).toEqual({
      _id,
      kind: 'question',
      groupPath,
      groupName: '幸福里小区 4栋',
      seq,
      said: 'text',
      text: '快递放哪里？',
      isOpen: true,
      asked: { by: { name: '李阿姨' }, at: expect.any(Number) as number },
      answered: null,
    })
  })

  it('who calls one of those who look after the group; calling a neighbour is nobody’s work', async () => {
    await say('li', '麻烦看一下', groupPath, { mentionIds: ['leader-zhou'] })
    await say('li', '谢谢你', groupPath, { mentionIds: ['stairwell'] })
    await say('li', '楼上的，几点回来？', groupPath, { mentionIds: ['stairwell', 'staff-chen'] })
    expect((await listed('staff')).map(({ kind, text }) => [kind, text])).toEqual([
      ['mention', '麻烦看一下'],
      ['mention', '楼上的，几点回来？'],
    ])
  })

  it('newcomers’ questions too, and those asked in a circle; staff’s own are none', async () => {
    await say('unconfirmed', '垃圾扔哪儿？')
    await say('volunteer', '周六几点集合？', volunteersOf)
    await say('gridWorker', '表交给谁？', staffOf)
    await say('staff', '大家收到了吗？')
    await say('gridLeader', '都收到了吗？')
    expect((await listed('staff')).map(({ groupName, text }) => [groupName, text])).toEqual([
      ['幸福里小区 4栋', '垃圾扔哪儿？'],
      ['幸福社区志愿者群', '周六几点集合？'],
      ['幸福社区工作群', '表交给谁？'],
    ])
  })

  it('leader: calls staff by name; it waits for staff, not for who asked', async () => {
    await say('leader', '陈社工，这个您看看', groupPath, { mentionIds: ['staff-chen'] })
    await say('leader', '我自己记着', groupPath, { mentionIds: ['leader-zhou'] })
    expect(await texts()).toEqual(['陈社工，这个您看看'])
    expect(await texts('leader')).toEqual([])
    const waitingFor = async (name: Who) => (await as(name).call('inbox.counts', {})).waiting
    expect([await waitingFor('staff'), await waitingFor('leader')]).toEqual([1, 0])
  })

  it('what nobody answered for thirty days is not waited for any more', async () => {
    await say('li', '快递放哪里？')
    test.cloud.clock.travel(days(30) - minutes(1))
    await say('li', '几点停水？')
    expect(await texts()).toEqual(['快递放哪里？', '几点停水？'])
    test.cloud.clock.travel(minutes(2))
    expect(await texts()).toEqual(['几点停水？'])
    expect((await as('staff').call('inbox.counts', {})).waiting).toBe(1)
  })

  it('what is carried on, a picture, and what is said in an order’s thread ask nothing', async () => {
    await as('li').call('chat.send', { groupPath, body: image })
    const { seq } = await say('staff', '都收到了吗？')
    await as('li').call('chat.forward', { groupPath, seq, toGroupPath: groupPath })
    expect(await listed('staff')).toEqual([])
  })

  it('sent twice it waits once; the signal tells those who look after it', async () => {
    await say('li', '热身？')
    const before = await signal()
    const requestId = nextRequestId()
    const input = { groupPath, body: { kind: 'text', text: '快递放哪里？' } } as const
    await as('li').call('chat.send', input, requestId)
    expect(await signal()).toBe(before + 1)
    await say('li', '好')
    expect(await signal()).toBe(before + 1)
    await as('li').call('chat.send', input, requestId)
    expect(await texts()).toEqual(['热身？', '快递放哪里？'])
  })

  it('taken back, it waits no more; a late repetition of the sending asks nothing anew', async () => {
    const requestId = nextRequestId()
    const input = { groupPath, body: { kind: 'text', text: '我的密码是 1234 吗？' } } as const
    const { message } = await as('li').call('chat.send', input, requestId)
    await as('li').call('chat.recall', { groupPath, seq: message.seq })
    await as('li').call('chat.send', input, requestId)
    expect(await test.cloud.database.count('inbox')).toBe(0)
  })
})

describe('answered', () => {
  it('by a reply of one who looks after the group; for all of them', async () => {
    const { seq } = await say('li', '快递放哪里？')
    const reply = await say('leader', '放门卫', groupPath, { replyTo: seq })
    expect(await listed('staff')).toEqual([])
    expect(await listed('staff', 'answered')).toMatchObject([
      { isOpen: false, answered: { by: { name: '周组长' } } },
    ])
    const [stored] = await test.cloud.database.find('inbox', {})
    expect(stored).toMatchObject({
      answered: { seq: reply.seq },
      namedIds: ['resident-li', 'leader-zhou'],
    })
  })

  it('not by a neighbour’s reply, nor by what replies to nothing', async () => {
    const { seq } = await say('li', '快递放哪里？')
    await say('stairwell', '门卫吧', groupPath, { replyTo: seq })
    await say('leader', '大家好')
    expect(await texts()).toEqual(['快递放哪里？'])
  })

  it('the first answer stands, whoever replies after it', async () => {
    const { seq } = await say('li', '快递放哪里？')
    await say('leader', '放门卫', groupPath, { replyTo: seq })
    await say('staff', '放门卫', groupPath, { replyTo: seq })
    expect(await listed('staff', 'answered')).toMatchObject([{ answered: { by: { name: '周组长' } } }])
  })

  it('by hand, twice at once: marked once, and both see the same; waits again where it was too early', async () => {
    const { _id: itemId } = await say('li', '快递放哪里？')
    const mark = (name: Who) => as(name).call('inbox.markAnswered', { itemId })
    const [one, two] = await Promise.all([mark('staff'), mark('leader')])
    expect(one.item).toEqual(two.item)
    const third = await mark('gridLeader')
    expect(third.item).toEqual(one.item)
    expect(one.item).toMatchObject({ isOpen: false })
    const reopen = () => as('staff').call('inbox.reopen', { itemId })
    const again = await Promise.all([reopen(), reopen()])
    expect(again.map(({ item }) => [item.isOpen, item.answered])).toEqual([
      [true, null],
      [true, null],
    ])
    const [stored] = await test.cloud.database.find('inbox', {})
    expect(stored).toMatchObject({ namedIds: ['resident-li'] })
    expect(await texts('leader')).toEqual(['快递放哪里？'])
  })

  it('a late repetition of what was done to it before changes nothing any more', async () => {
    const { _id: itemId } = await say('li', '快递放哪里？')
    const [marked, reopened] = [nextRequestId(), nextRequestId()]
    const mark = (requestId?: string) => as('leader').call('inbox.markAnswered', { itemId }, requestId)
    const reopen = (requestId?: string) => as('leader').call('inbox.reopen', { itemId }, requestId)
    await mark(marked)
    await reopen(reopened)
    expect((await mark(marked)).item.isOpen).toBe(true)
    await mark()
    expect((await reopen(reopened)).item.isOpen).toBe(false)
    expect(await texts()).toEqual([])
  })

  it('what was never asked is not found', async () => {
    expect(await as('staff').code('inbox.markAnswered', { itemId: 'message-nowhere' })).toBe('NotFound')
    expect(await as('staff').code('inbox.reopen', { itemId: 'message-nowhere' })).toBe('NotFound')
  })
})

describe('who sees it', () => {
  it.each(everybody)('%s', async (name) => {
    await say('li', '快递放哪里？')
    await say('gridLeader', '网格群', grid)
    const inGrid = await say('gridMember', '网格里谁有梯子？', grid)
    await say('gridWorker', '表交给谁？', staffOf)
    const seen: Partial<Record<Who, string[]>> = {
      staff: ['快递放哪里？', '网格里谁有梯子？', '表交给谁？'],
      leader: ['快递放哪里？', '网格里谁有梯子？'],
      gridLeader: ['快递放哪里？', '网格里谁有梯子？'],
    }
    expect(await texts(name)).toEqual(seen[name] ?? [])
    const { waiting } = await as(name).call('inbox.counts', {})
    expect(waiting).toBe(seen[name]?.length ?? 0)
    const expected = seen[name] ? 'ok' : 'Forbidden'
    expect(await as(name).code('inbox.markAnswered', { itemId: inGrid._id })).toBe(expected)
    expect(await as(name).code('inbox.reopen', { itemId: inGrid._id })).toBe(expected)
  })

  it('one without an account is asked to sign in', async () => {
    expect(await as('newcomer').code('inbox.list', {})).toBe('NotSignedIn')
    expect(await as('newcomer').code('inbox.counts', {})).toBe('NotSignedIn')
  })

  it('a hundred and more are counted as a hundred', async () => {
    const [{ _id } = { _id: '' }] = [await say('li', '快递放哪里？')]
    const [item] = await test.cloud.database.find('inbox', { _id })
    const more = Array.from({ length: 150 }, (_, n) => ({
      ...item,
      _id: `message-more-${n}`,
      askedKey: `more-${String(n).padStart(3, '0')}`,
    }))
    await test.cloud.database.insert('inbox', more as never)
    expect(await as('staff').call('inbox.counts', {})).toMatchObject({ waiting: 100 })
  })
})

it('two of staff with twelve groups race for all of forty questions: each has one reply, nothing is open', async () => {
  const all: string[] = []
  for (let n = 0; n < 40; n += 1) {
    const building = n % buildings.length
    const text = `第 ${n} 个问题，怎么办？`
    const input = { groupPath: buildings[building]!, body: { kind: 'text', text } } as const
    await test.as(askers[building]!.openid).call('chat.send', input)
    all.push(text)
    test.cloud.clock.travel(minutes(1))
  }
  const staff = [test.as(who.staff), test.as(secondStaff.openid)]
  const { items } = await staff[0]!.call('inbox.list', { limit: 50 })
  expect(items.map(({ text }) => text)).toEqual(all)
  // Both answer the very same question at the very same moment, forty times.
  for (const { _id: itemId } of items) {
    const codes = await Promise.all(staff.map((one) => one.code('inbox.answer', { itemId, text: '这样办' })))
    expect(codes.sort()).toEqual(['Conflict', 'ok'])
  }
  expect(await as('staff').call('inbox.counts', {})).toMatchObject({ waiting: 0 })
  const answered = await staff[1]!.call('inbox.list', { view: 'answered', limit: 50 })
  expect(answered.items.map(({ text }) => text)).toEqual([...all].reverse())
  const replies = await test.cloud.database.find('messages', { 'replyTo.name': { $exists: true } })
  const targets = replies.map((reply) => {
    const { groupPath: path, replyTo } = reply as unknown as { groupPath: string; replyTo: { seq: number } }
    return `${path} ${replyTo.seq}`
  })
  expect(targets).toHaveLength(40)
  expect(new Set(targets).size).toBe(40)
}, 60_000)

it('a question, its answer and the lists wait as little as anything: three times, twice', async () => {
  for (let n = 0; n < 2; n += 1) {
    const { _id: itemId, seq } = await say('li', '快递放哪里？', groupPath, { mentionIds: ['leader-zhou'] })
    expect(n === 0 || lastAnswer(test, 'chat.send').waits <= 3).toBe(true)
    await say('leader', '放门卫', groupPath, { replyTo: seq })
    expect(lastAnswer(test, 'chat.send').waits).toBeLessThanOrEqual(3)
    await as('staff').call('inbox.reopen', { itemId })
    await as('staff').call('inbox.markAnswered', { itemId })
    await listed('staff')
    await as('staff').call('inbox.counts', {})
    await as('li').call('chat.recall', { groupPath, seq })
  }
  const waits = (action: ActionName) => lastAnswer(test, action).waits
  for (const action of ['chat.recall', 'inbox.reopen', 'inbox.markAnswered'] as const)
    expect([action, waits(action) <= 3]).toEqual([action, true])
  for (const action of ['inbox.list', 'inbox.counts'] as const)
    expect([action, waits(action) <= 2]).toEqual([action, true])
  expect((await heard('li')).length).toBe(4)
})
