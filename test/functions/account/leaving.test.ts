import { days } from '@/domain/shared/time'
import { places } from '../../support/factories/places'
import { clockOf } from '../../support/clock-of'
import { lastAnswer } from '../../support/function-log'
import { aPerson, cast, grids, homeIn, neighbours, useNeighbours } from '../../support/neighbours'
import { storedPeople } from '../../support/stored-people'
import { workingMorning, type Caller } from '../../support/test-cloud'
import { topics } from '@/domain/signal/topics'
import { noticeIn, seedMatters, topicIn } from './_support/matters'
import { signalId } from '../../support/signal-id'

const leaseEnd = workingMorning + days(3)
const tenant = aPerson({
  _id: 'tenant-qin',
  nickname: '租客小秦',
  memberships: [homeIn('1401', { relation: 'tenant', until: leaseEnd })],
})
const test = useNeighbours([...neighbours(), tenant])
const clock = clockOf(test)
const stored = storedPeople(test)
const home = { areaPath: places.building4, roomNumber: '1502' } as const

/** What someone of building 4 reaches there. */
async function reach(as: Caller): Promise<string[]> {
  const groupPath = places.building4
  const wish = { serviceId: 'repair', text: `水龙头漏水 ${Math.random()}`, homePath: groupPath, phone: null }
  const [history, groups, notices, order, card] = await Promise.all([
    as.code('chat.history', { groupPath }),
    as.call('chat.groups', {}),
    as.call('notice.list', {}),
    as.code('order.create', wish),
    as.code('chat.send', { groupPath, body: { kind: 'text', text: '我还在吗' } }),
  ])
  return [
    ...(history === 'ok' ? ['history'] : []),
    ...(groups.items.length > 0 ? ['groups'] : []),
    ...(notices.items.length > 0 ? ['notices'] : []),
    ...(order === 'ok' ? ['order'] : []),
    ...(card === 'ok' ? ['send'] : []),
  ]
}
const everything = ['history', 'groups', 'notices', 'order', 'send']
const publish = () =>
  test
    .as(cast.buildingLeader)
    .call('notice.publish', { areaPaths: [places.building4], title: '停水通知', text: '明天上午停水' })

const signal = async (topic: string): Promise<number> =>
  ((await test.cloud.database.get('signals', signalId(topic))) as { n: number } | null)?.n ?? 0

const ends: [string, string, () => Promise<unknown>][] = [
  ['moves out', cast.themself, () => test.as(cast.themself).call('membership.leave', home)],
  [
    'is removed',
    cast.themself,
    () =>
      test
        .as(cast.gridLeader)
        .call('membership.remove', { userId: 'person-lin', ...home, reason: '已经搬走' }),
  ],
  [
    'moves to the next building',
    cast.themself,
    () =>
      test.as(cast.themself).call('membership.move', {
        from: home,
        to: { areaPath: places.building5, roomNumber: '301', relation: 'tenant' },
      }),
  ],
  [
    'is declined',
    cast.unconfirmed,
    () =>
      test.as(cast.gridLeader).call('membership.decide', {
        userId: 'unconfirmed-wu',
        ...home,
        roomNumber: '1402',
        standing: 'declined',
        reason: '没有这个人',
      }),
  ],
  [
    'comes to the end of a lease, before any clock has run',
    'openid-of-tenant-qin',
    async () => test.cloud.clock.set(leaseEnd),
  ],
]

it.each(ends)(
  'neighbour who %s: chat, notices and orders of the building end at once',
  async (how, who, end) => {
    await publish()
    const before = await reach(test.as(who))
    expect(before).toEqual(everything)
    await end()
    const after = await reach(test.as(who))
    // Whoever moved next door has a group and a place to order from there, and nothing here.
    expect(after).toEqual(how.includes('next building') ? ['groups'] : [])
    const { topics: watched } = await test.as(who).call('account.me', {})
    expect(watched).not.toContain(topics.chat(places.building4))
  },
)

it.each(ends)(
  'neighbour who %s: the topics, pins, notices and the WeChat code of the building end at once',
  async (_how, who, end) => {
    await seedMatters(test)
    const groupPath = places.building4
    const as = test.as(who)
    const codes = () =>
      Promise.all([
        as.code('group.get', { groupPath }),
        as.code('topic.list', { groupPath }),
        as.code('topic.get', { topicId: topicIn(groupPath) }),
        as.code('notice.get', { noticeId: noticeIn(groupPath) }),
        as.code('notice.read', { noticeId: noticeIn(groupPath) }),
        as.code('moderation.report', { groupPath, seq: 1, reason: 'other' }),
      ])
    const { group } = await as.call('group.get', { groupPath })
    // The code lets anybody in: it is for those whom somebody has vouched for.
    expect([group.pins.length, group.wechatCode !== null]).toEqual([1, who !== cast.unconfirmed])
    // A card of the house is nothing to report.
    expect(await codes()).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'Forbidden'])
    await end()
    expect(await codes()).toEqual(Array.from({ length: 6 }, () => 'Forbidden'))
    const { items } = await as.call('notice.list', { groupPath })
    expect(items).toEqual([])
  },
)

it('former neighbour: what they said stays, under the name of that day and as a former neighbour’s; until they are back', async () => {
  await test
    .as(cast.themself)
    .call('chat.send', { groupPath: places.building4, body: { kind: 'text', text: '我在这住了十年' } })
  await test.as(cast.themself).call('membership.leave', home)
  const { items } = await test.as(cast.neighbour).call('chat.history', { groupPath: places.building4 })
  expect(items.at(-1)).toMatchObject({
    authorName: '小林',
    authorTitle: 'formerNeighbour',
    body: { text: '我在这住了十年' },
  })
  const { account } = await test.as(cast.themself).call('account.me', {})
  expect(account?.memberships).toMatchObject([
    { standing: 'left', roomNumber: '1502', endedAt: expect.any(Number) },
  ])
  await stored.giveHomes('person-lin', [homeIn('1501', { standing: 'unconfirmed', decidedAt: null })])
  const decision = { userId: 'person-lin', areaPath: places.building4, roomNumber: '1501' } as const
  await test.as(cast.gridLeader).call('membership.decide', { ...decision, standing: 'confirmed' })
  const { items: after } = await test.as(cast.neighbour).call('chat.history', { groupPath: places.building4 })
  expect(after.find(({ body }) => body.kind === 'text')).toMatchObject({ authorTitle: 'neighbour' })
})

it('former neighbour: is on no list of the building any more, and their phone is told', async () => {
  const before = await signal(topics.user('person-lin'))
  await test
    .as(cast.gridLeader)
    .call('membership.remove', { userId: 'person-lin', ...home, reason: '已经搬走' })
  const { items } = await test.as(cast.gridLeader).call('resident.list', { areaPath: grids.one })
  expect(items.map(({ userId }) => userId).sort()).toEqual([
    'housemate-he',
    'mother-lin',
    'tenant-qin',
    'unconfirmed-wu',
  ])
  expect(await test.as(cast.gridLeader).code('resident.get', { userId: 'person-lin' })).toBe('Forbidden')
  expect(await stored.person('person-lin')).toMatchObject({ homeAt: [], householdIds: [], nameKeys: [] })
  expect(await signal(topics.user('person-lin'))).toBeGreaterThanOrEqual(before)
})

it('moves within the estate: out here and in there in one step, to be vouched for, with the doubts on the list', async () => {
  const to = { areaPath: places.building5, roomNumber: '301', relation: 'owner' } as const
  const move = () => test.as(cast.themself).call('membership.move', { from: home, to }, 'move-of-lin-1')
  const { account } = await move()
  expect(account.memberships.map(({ roomNumber, standing }) => [roomNumber, standing])).toEqual([
    ['1502', 'left'],
    ['301', 'unconfirmed'],
  ])
  expect((await move()).account.memberships).toEqual(account.memberships)
  const { items } = await test.as(cast.otherBuildingLeader).call('membership.pending', {})
  expect(items).toMatchObject([{ userId: 'person-lin', doubts: ['secondOwner'] }])
  expect((await stored.trailOf('person-lin')).map(({ event }) => event)).toEqual(['moved'])
  expect(lastAnswer(test, 'membership.move').waits).toBeLessThanOrEqual(3)
})

it('moves: not to another estate, not to where they live, not to a flat of a place that is not there', async () => {
  const move = (to: { areaPath: string; roomNumber: string }) =>
    test.as(cast.themself).code('membership.move', { from: home, to: { ...to, relation: 'owner' } })
  expect(await move({ areaPath: places.buildingElsewhere, roomNumber: '101' })).toBe('BadInput')
  expect(await move({ areaPath: places.building41, roomNumber: '101' })).toBe('NotFound')
  expect(await move({ areaPath: grids.one, roomNumber: '101' })).toBe('NotFound')
  expect(await move(home)).toBe('Conflict')
})

it('moves into a flat that is not on the list: it is put there, and whoever vouches is told', async () => {
  const to = { areaPath: places.building4, roomNumber: '1808', relation: 'tenant' } as const
  await test.as(cast.themself).call('membership.move', { from: home, to })
  const { items } = await test.as(cast.buildingLeader).call('membership.pending', {})
  expect(items.find(({ userId }) => userId === 'person-lin')?.doubts).toEqual(['unknownFlat'])
})

it('tenant: the clock writes the end of a lease once, at its own moment, and tells those who look after the place', async () => {
  test.cloud.clock.set(leaseEnd + 120_000)
  const before = await signal(topics.pending(grids.one))
  await clock.minute()
  await clock.minute()
  expect((await stored.person('tenant-qin')).memberships).toMatchObject([
    { standing: 'left', endedAt: leaseEnd },
  ])
  expect((await stored.trailOf('tenant-qin')).map(({ event, at, by }) => [event, at, by])).toEqual([
    ['leaseEnded', leaseEnd, null],
  ])
  expect(await signal(topics.pending(grids.one))).toBeGreaterThanOrEqual(before)
  expect((await stored.person('tenant-qin')).wakeAt).toBeNull()
})

it('lease: set by the leader, lengthened, and taken off again; never into the past; the tenant only brings it forward', async () => {
  const set = (who: string, until: number | null) =>
    test.as(who).code('membership.setLease', {
      userId: 'tenant-qin',
      areaPath: places.building4,
      roomNumber: '1401',
      until,
    })
  expect(await set(cast.gridLeader, leaseEnd + days(30))).toBe('ok')
  test.cloud.clock.set(leaseEnd + days(1))
  expect(await test.as('openid-of-tenant-qin').code('chat.history', { groupPath: places.building4 })).toBe(
    'ok',
  )
  expect(await set(cast.gridLeader, workingMorning)).toBe('BadInput')
  expect(await set('openid-of-tenant-qin', null)).toBe('Forbidden')
  expect(await set('openid-of-tenant-qin', leaseEnd + days(31))).toBe('Forbidden')
  expect(await set('openid-of-tenant-qin', leaseEnd + days(20))).toBe('ok')
  // What one has shortened oneself is no less the leader's word.
  expect(await set('openid-of-tenant-qin', leaseEnd + days(30))).toBe('Forbidden')
  expect(await set(cast.gridLeader, null)).toBe('ok')
  expect((await stored.person('tenant-qin')).wakeAt).toBeNull()
  expect(lastAnswer(test, 'membership.setLease').waits).toBeLessThanOrEqual(3)
})

it('leave and remove wait three times at most, and done again they are no second leaving', async () => {
  await test.as(cast.themself).call('membership.leave', home)
  await test.as(cast.themself).call('membership.leave', home)
  expect(lastAnswer(test, 'membership.leave').waits).toBeLessThanOrEqual(3)
  const remove = { userId: 'housemate-he', ...home, reason: '已经搬走' }
  await test.as(cast.gridLeader).call('membership.remove', remove)
  await test.as(cast.gridLeader).call('membership.remove', remove)
  expect(lastAnswer(test, 'membership.remove').waits).toBeLessThanOrEqual(3)
  expect(await stored.trailOf('person-lin')).toHaveLength(1)
  expect(await stored.trailOf('housemate-he')).toMatchObject([
    { event: 'removed', note: '已经搬走', byName: '一号网格长' },
  ])
})

it('leader of a micro-grid: cannot put the leader of the building out of their home; staff can', async () => {
  await stored.giveHomes('leader-zhou', [homeIn('1502')])
  const remove = { userId: 'leader-zhou', ...home, reason: '已经搬走' }
  expect(await test.as(cast.gridLeader).code('membership.remove', remove)).toBe('Forbidden')
  expect(await test.as(cast.staff).code('membership.remove', remove)).toBe('ok')
})

it('lease: an owner ends a tenant’s, and puts neither the other owner nor family out of their home', async () => {
  const set = (userId: string, roomNumber = '1502') =>
    test.as(cast.themself).code('membership.setLease', {
      userId,
      areaPath: places.building4,
      roomNumber,
      until: workingMorning + days(1),
    })
  expect(await set('housemate-he')).toBe('Forbidden')
  await stored.giveHomes('tenant-qin', [homeIn('1502', { relation: 'tenant' })])
  expect(await set('tenant-qin')).toBe('ok')
})
