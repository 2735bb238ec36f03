import type { Output } from '@/domain/contracts'
import { minutes } from '@/domain/shared/time'
import { aGrant, aLeader, anAccount, aMembership } from '../../support/factories/account'
import { aMessage } from '../../support/factories/message'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { leastWaits, tooLong } from '../../support/least-waits'
import { useTestCloud } from '../../support/test-cloud'
import { grid, house, parts, staffOf, voicesOf, volunteersOf, type Who } from './_support/house'

const leaderInside = aLeader({
  _id: 'leader-inside',
  memberships: [aMembership()],
  roles: [aGrant('microGridLeader', places.unit)],
})
const test = useTestCloud([...house(), leaderInside])
const { as, groupOf, heard, say } = voicesOf(test)
beforeEach(() => test.cloud.database.insert('areas', parts))

const pathsOf = async (name: Who) =>
  (await as(name).call('chat.groups', {})).items.map(({ groupPath }) => groupPath).sort()

describe('which groups there are', () => {
  it.each([
    ['li', [places.building4]],
    ['unconfirmed', [places.building4]],
    ['former', []],
    ['stairwell', [places.building4]],
    ['volunteer', [places.building5, volunteersOf]],
    ['leader', [places.building4]],
    ['gridLeader', [places.building4, grid]],
    ['gridWorker', [staffOf]],
    ['staff', [places.building4, places.building5, staffOf, volunteersOf]],
  ] as const)('%s', async (name, expected) => {
    expect(await pathsOf(name)).toEqual([...expected].sort())
  })

  it('a stairwell’s group begins with the first words of those who look after it', async () => {
    const first = { groupPath: places.unit, body: { kind: 'text', text: '二单元的各位好' } } as const
    expect(await as('stairwell').code('chat.send', first)).toBe('Forbidden')
    expect(await test.as(leaderInside.openid).code('chat.send', first)).toBe('ok')
    expect(await pathsOf('stairwell')).toEqual([places.building4, places.unit])
    expect(await pathsOf('li')).toEqual([places.building4])
    await say('stairwell', '好', places.unit)
    expect(await groupOf('stairwell', places.unit)).toMatchObject({
      name: '幸福里小区 4栋 2单元',
      lastSeq: 2,
    })
    for (const name of ['leader', 'staff'] as const)
      expect(await groupOf(name, places.unit)).toMatchObject({ lastSeq: 2, unread: 2 })
  })

  it('building’s leader: finds its stairwells and micro-grids, and says the first word there', async () => {
    const partsFor = async (name: Who) =>
      (await as(name).call('group.get', { groupPath: places.building4 })).group.parts
    const silent = [
      { groupPath: places.unit, name: '2单元', isBegun: false },
      { groupPath: grid, name: '一号微网格', isBegun: false },
    ]
    expect(await partsFor('leader')).toEqual(silent)
    expect(await partsFor('li')).toEqual([])
    expect((await as('leader').call('chat.groups', { groupPath: places.unit })).items).toMatchObject([
      { groupPath: places.unit, name: '幸福里小区 4栋 2单元', lastSeq: 0 },
    ])
    await say('leader', '二单元的各位好', places.unit)
    expect((await partsFor('staff')).map(({ isBegun }) => isBegun)).toEqual([true, false])
    expect(await pathsOf('stairwell')).toEqual([places.building4, places.unit])
  })

  it('nobody is told of a group alone that they don’t read', async () => {
    const codes = await Promise.all(
      [places.building5, places.estate, 'order:order-0001'].map((groupPath) =>
        as('li').code('chat.groups', { groupPath }),
      ),
    )
    expect(codes).toEqual(['Forbidden', 'Forbidden', 'Forbidden'])
    const nowhere = await as('staff').call('chat.groups', { groupPath: `${places.estate}b99/` })
    expect(nowhere.items).toEqual([])
  })

  it('a micro-grid’s likewise; its leader finds it before anything was said', async () => {
    expect(await groupOf('gridMember', grid)).toBeUndefined()
    await say('gridLeader', '这周查消防', grid)
    expect(await groupOf('gridMember', grid)).toMatchObject({ unread: 1 })
  })

  it('staff: a place that is not on the map has no group to begin', async () => {
    const groupPath = 'heping/c1/e1/b99/'
    expect(await as('staff').code('chat.send', { groupPath, body: { kind: 'text', text: '在吗' } })).toBe(
      'NotFound',
    )
    for (const path of [places.estate, places.community, places.street])
      expect(await as('staff').code('chat.history', { groupPath: path })).toBe('NotFound')
  })

  it('circles are called after their community', async () => {
    expect((await groupOf('staff', staffOf))?.name).toBe('幸福社区工作群')
    expect((await groupOf('volunteer', volunteersOf))?.name).toBe('幸福社区志愿者群')
  })

  it.each([
    ['staff', staffOf, 2],
    ['volunteer', volunteersOf, 3],
    ['stairwell', places.building4, 5],
    ['gridLeader', grid, 1],
  ] as const)('%s: how many belong to %s', async (name, groupPath, count) => {
    expect((await as(name).call('group.get', { groupPath })).group.memberCount).toBe(count)
  })

  it('who works in a circle is no newcomer there: nobody slows them', async () => {
    await say('gridWorker', '一号楼已查', staffOf)
    expect((await say('gridWorker', '二号楼已查', staffOf)).authorTitle).toBe('neighbour')
  })
})

describe('unread', () => {
  it('counts lines; thumbs and what was taken back are none', async () => {
    const { seq } = await say('leader', '第一句')
    await say('leader', '第二句')
    await as('staff').call('chat.thumb', { groupPath: places.building4, seq, isOn: true })
    expect(await groupOf('li')).toMatchObject({ unread: 2, lastSeq: 2, lastMessage: { seq: 2 } })
  })

  it('more than a hundred are not counted', async () => {
    const many = Array.from({ length: 130 }, (_, n) => aMessage({ _id: `message-many-${n}`, seq: n + 1 }))
    await test.cloud.database.insert('messages', many)
    expect((await groupOf('leader'))?.unread).toBe(100)
  })

  it('names the first message that calls me, until I have read it', async () => {
    await say('leader', '大家好')
    const first = await say('leader', '李阿姨在吗', places.building4, { mentionIds: ['resident-li'] })
    const all = await say('staff', '都来', places.building4, { mentionsAll: true })
    expect((await groupOf('li'))?.mentionSeq).toBe(first.seq)
    await as('li').call('chat.markRead', { groupPath: places.building4, seq: first.seq })
    expect((await groupOf('li'))?.mentionSeq).toBe(all.seq)
    expect((await groupOf('staff'))?.mentionSeq).toBeNull()
    expect((await groupOf('unconfirmed'))?.mentionSeq).toBe(all.seq)
    expect((await groupOf('neighbour', places.building5))?.mentionSeq).toBeNull()
  })

  it('a call that was taken back calls nobody', async () => {
    const call = await say('leader', '李阿姨', places.building4, { mentionIds: ['resident-li'] })
    await as('leader').call('chat.recall', { groupPath: places.building4, seq: call.seq })
    expect((await groupOf('li'))?.mentionSeq).toBeNull()
  })

  it('what was not said yet can’t have been read', async () => {
    await say('leader', '第一句')
    await as('li').call('chat.markRead', { groupPath: places.building4, seq: 1_000_000 })
    await say('leader', '第二句')
    expect((await groupOf('li'))?.unread).toBe(1)
  })

  it('two phones of one person read at once: the further one counts', async () => {
    for (let n = 1; n <= 4; n += 1) await say('leader', `第 ${n} 句`)
    const read = (seq: number) => as('li').call('chat.markRead', { groupPath: places.building4, seq })
    await Promise.all([read(4), read(2), read(3), read(1)])
    expect((await groupOf('li'))?.unread).toBe(0)
  })
})

it('muted and pinned are mine alone, and reading changes neither', async () => {
  const prefer = (input: object) => as('li').call('chat.prefer', { groupPath: places.building4, ...input })
  expect(await prefer({ isMuted: true })).toEqual({ isMuted: true, isPinned: false })
  expect(await prefer({ isPinned: true })).toEqual({ isMuted: true, isPinned: true })
  await say('leader', '第一句')
  await as('li').call('chat.markRead', { groupPath: places.building4, seq: 1 })
  expect(await groupOf('li')).toMatchObject({ isMuted: true, isPinned: true, unread: 0 })
  expect(await groupOf('leader')).toMatchObject({ isMuted: false, isPinned: false })
})

describe('pace', () => {
  const groupPath = places.building4

  it('unconfirmed: one message a minute; who is confirmed is not slowed', async () => {
    await say('unconfirmed', '大家好')
    const input = { groupPath, body: { kind: 'text', text: '又是我' } } as const
    expect(await as('unconfirmed').code('chat.send', input)).toBe('LimitReached')
    await Promise.all([say('li', '欢迎'), say('li', '几楼的')])
    test.cloud.clock.travel(minutes(1))
    expect(await as('unconfirmed').code('chat.send', input)).toBe('ok')
  })

  it('unconfirmed: a word in the stairwell doesn’t keep them from the building', async () => {
    await say('leader', '这个单元的', places.unit)
    const home = [aMembership({ areaPath: places.unit, standing: 'unconfirmed' })]
    await test.cloud.database.insert('accounts', [anAccount({ _id: 'new-in-unit', memberships: home })])
    const send = (path: string) =>
      test
        .as('openid-of-new-in-unit')
        .code('chat.send', { groupPath: path, body: { kind: 'text', text: '好' } })
    expect([await send(places.unit), await send(groupPath), await send(groupPath)]).toEqual([
      'ok',
      'ok',
      'LimitReached',
    ])
  })

  it('unconfirmed: their sending waits no longer than anybody’s', async () => {
    const send = async () => {
      test.cloud.clock.travel(minutes(2))
      await say('unconfirmed', '大家好')
      return { 'chat.send': lastAnswer(test, 'chat.send').waits }
    }
    await send()
    expect(tooLong(await leastWaits(send, () => 3), () => 3)).toEqual([])
  })

  it('leader: calls everyone three times a day; another has calls of their own', async () => {
    const input = { groupPath, body: { kind: 'text', text: '都来' }, mentionsAll: true } as const
    const codes: string[] = []
    for (let n = 0; n < 4; n += 1) codes.push(await as('leader').code('chat.send', input))
    expect(codes).toEqual(['ok', 'ok', 'ok', 'LimitReached'])
    expect(await as('staff').code('chat.send', input)).toBe('ok')
    test.cloud.clock.travel(minutes(24 * 60))
    expect(await as('leader').code('chat.send', input)).toBe('ok')
  })
})

describe('staff of a hundred and more buildings', () => {
  const pathOf = (n: number): string => `heping/c1/e9/b${n + 100}/`
  const shown = 50
  beforeEach(() =>
    test.cloud.database.insert(
      'areas',
      Array.from({ length: 120 }, (_, n) => ({
        _id: pathOf(n),
        level: 'building',
        name: `${n}栋`,
        fullName: `大院 ${n}栋`,
      })),
    ),
  )

  it('fifty at once, those that were put on top or spoken in last first; any other by its name, or alone', async () => {
    for (const n of [5, 117, 60]) {
      await say('staff', '有人吗', pathOf(n))
      test.cloud.clock.travel(minutes(2))
    }
    await as('staff').call('chat.prefer', { groupPath: pathOf(118), isPinned: true })
    const { items, nextCursor } = await as('staff').call('chat.groups', {})
    expect([items.length, nextCursor]).toEqual([shown, expect.any(String)])
    const paths = items.map(({ groupPath }) => groupPath)
    expect(paths.slice(0, 3)).toEqual(expect.arrayContaining([pathOf(118), staffOf, volunteersOf]))
    expect(paths.slice(3, 6)).toEqual([pathOf(60), pathOf(117), pathOf(5)])
    const found = await as('staff').call('chat.groups', { search: ' 院 11' })
    expect(found.nextCursor).toBeNull()
    expect(found.items.map(({ name }) => name).sort()).toEqual(
      [11, ...Array.from({ length: 10 }, (_, n) => 110 + n)].map((n) => `大院 ${n}栋`).sort(),
    )
    const { items: alone } = await as('staff').call('chat.groups', { groupPath: pathOf(119) })
    expect(alone).toMatchObject([{ groupPath: pathOf(119), name: '大院 119栋' }])
  })

  it('page by page, each group stands once, and none is left out; no page waits longer than three times', async () => {
    await say('staff', '有人吗', pathOf(60))
    await as('staff').call('chat.markRead', { groupPath: pathOf(61), seq: 0 })
    const paths: string[] = []
    let cursor: string | null = null
    do {
      const page: Output<'chat.groups'> = await as('staff').call('chat.groups', { cursor })
      paths.push(...page.items.map((group) => group.groupPath))
      cursor = page.nextCursor
    } while (cursor !== null)
    const measure = async () => {
      await as('staff').call('chat.groups', { cursor: '2' })
      return { 'chat.groups': lastAnswer(test, 'chat.groups').waits }
    }
    expect(tooLong(await leastWaits(measure, () => 3), () => 3)).toEqual([])
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toEqual(
      expect.arrayContaining([staffOf, volunteersOf, ...Array.from({ length: 120 }, (_, n) => pathOf(n))]),
    )
  })

  it('asks once for each group in which something was said, and not for the others', async () => {
    await as('staff').call('chat.groups', {})
    const silent = lastAnswer(test, 'chat.groups')
    await say('staff', '一', pathOf(1))
    await say('staff', '二', pathOf(2))
    await as('staff').call('chat.groups', {})
    const spoken = lastAnswer(test, 'chat.groups')
    expect(spoken.roundTrips).toBe(silent.roundTrips + 2)
    expect(silent.roundTrips).toBeLessThanOrEqual(10)
    expect(spoken.waits).toBeLessThanOrEqual(3)
  })
})

it('300 members and 10,000 messages cost no wait more than one member and none', async () => {
  const members = Array.from({ length: 300 }, (_, n) =>
    anAccount({ _id: `member-of-many-${n}`, memberships: [aMembership()] }),
  )
  await test.cloud.database.insert('accounts', members)
  for (let from = 0; from < 10_000; from += 1000)
    await test.cloud.database.insert(
      'messages',
      Array.from({ length: 1000 }, (_, n) =>
        aMessage({ _id: `message-old-${from + n}`, seq: from + n + 1, authorId: 'leader-zhou' }),
      ),
    )
  const groupPath = places.building4
  // A question: topics that move for the first time cost more, once in their life.
  const wake = await say('li', '热身吗？')
  await say('li', '有人吗', groupPath, { replyTo: 9_000, mentionIds: ['leader-zhou'] })
  expect(lastAnswer(test, 'chat.send').waits).toBeLessThanOrEqual(3)
  await say('leader', '都来', groupPath, { mentionsAll: true })
  expect(lastAnswer(test, 'chat.send').waits).toBeLessThanOrEqual(3)
  await as('leader').call('chat.thumb', { groupPath, seq: wake.seq, isOn: true })
  expect(lastAnswer(test, 'chat.thumb').waits).toBeLessThanOrEqual(3)
  await as('li').call('chat.recall', { groupPath, seq: wake.seq })
  expect(lastAnswer(test, 'chat.recall').waits).toBeLessThanOrEqual(3)
  await as('staff').call('chat.forward', { groupPath, toGroupPath: groupPath, seq: 5 })
  expect(lastAnswer(test, 'chat.forward').waits).toBeLessThanOrEqual(3)
  expect((await heard('li', groupPath, { before: 5_000 })).at(-1)?.seq).toBe(4_999)
  expect(lastAnswer(test, 'chat.history').waits).toBeLessThanOrEqual(2)
  await as('li').call('chat.get', { groupPath, seqs: [1, 5_000, 10_000] })
  expect(lastAnswer(test, 'chat.get').waits).toBeLessThanOrEqual(2)
  await as('li').call('chat.members', { groupPath })
  expect(lastAnswer(test, 'chat.members').waits).toBeLessThanOrEqual(2)
  await as('li').call('chat.groups', {})
  expect(lastAnswer(test, 'chat.groups').waits).toBeLessThanOrEqual(3)
}, 60_000)
