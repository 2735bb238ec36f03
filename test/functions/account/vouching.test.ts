import { days, hours } from '@/domain/shared/time'
import { aGrant } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { clockOf, postOf } from '../../support/clock-of'
import { lastAnswer } from '../../support/function-log'
import { aPerson, cast, grids, homeIn, neighbours, useNeighbours } from '../../support/neighbours'
import { storedPeople } from '../../support/stored-people'
import { workingMorning } from '../../support/test-cloud'
import { signalId } from '../../support/signal-id'
import { invitationsOf } from './invitation-cast'

/** Fifty-five newcomers to grid two, one an hour, and two of building five. */
const crowd = Array.from({ length: 57 }, (_, n) =>
  aPerson({
    _id: `newcomer-${String(n).padStart(3, '0')}`,
    nickname: `新邻居${n}`,
    memberships: [
      homeIn(
        '301',
        { standing: 'unconfirmed', joinedAt: workingMorning + n, vouchBy: workingMorning + days(2) },
        n < 55 ? places.building4 : places.building5,
      ),
    ],
  }),
)

const test = useNeighbours([...neighbours(), ...crowd])
const clock = clockOf(test)
const stored = storedPeople(test)
const { make, join } = invitationsOf(test)
const wu = { userId: 'unconfirmed-wu', areaPath: places.building4, roomNumber: '1402' } as const

it('grid leader: sees who waits in the grid, with the register’s names where theirs is in doubt, and nobody of the next one', async () => {
  const seen = () => test.as(cast.gridLeader).call('membership.pending', {})
  const { items, nextCursor } = await seen()
  const shown = { userId: 'unconfirmed-wu', realName: '吴敏', roomNumber: '1402', isOverdue: false }
  expect(items).toMatchObject([{ ...shown, registerNames: [] }])
  expect(nextCursor).toBeNull()
  expect(lastAnswer(test, 'membership.pending').waits).toBe(3)
  const home = homeIn('1402', { standing: 'unconfirmed', relation: 'tenant', doubts: ['nameMismatch'] })
  await stored.giveHomes('unconfirmed-wu', [home])
  expect((await seen()).items).toMatchObject([{ userId: 'unconfirmed-wu', registerNames: ['吴建国'] }])
})

it('building leader: pages through those who wait, the longest first, each once', async () => {
  const first = await test.as(cast.buildingLeader).call('membership.pending', {})
  const second = await test.as(cast.buildingLeader).call('membership.pending', { cursor: first.nextCursor })
  const seen = [...first.items, ...second.items].map(({ userId }) => userId)
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 6, null])
  expect(new Set(seen).size).toBe(56)
  expect(seen.slice(1, 3)).toEqual(['unconfirmed-wu', 'newcomer-001'])
})

it('leader: sees who else lives in the flat', async () => {
  const { items } = await test.as(cast.otherBuildingLeader).call('membership.pending', {})
  expect(items).toHaveLength(2)
  expect(items[0]?.others.map(({ name }) => name).sort()).toEqual(['新邻居56', '王师傅'])
})

it('newcomer: is told of the decision, sees nothing of others before it, and the doubts are settled', async () => {
  const as = test.as(cast.unconfirmed)
  expect((await as.call('membership.household', {})).homes[0]?.members).toHaveLength(1)
  await test.as(cast.gridLeader).call('membership.decide', { ...wu, standing: 'confirmed' })
  const { account } = await as.call('account.me', {})
  expect(account?.memberships).toMatchObject([
    { standing: 'confirmed', vouchBy: null, decidedBy: 'leader-grid-one' },
  ])
  expect(await stored.person('unconfirmed-wu')).toMatchObject({
    pendingAt: [],
    pendingKey: null,
    wakeAt: expect.any(Number),
  })
  expect(await stored.trailOf('unconfirmed-wu')).toMatchObject([{ event: 'confirmed', byName: '一号网格长' }])
  // Asked again: the very first time that a topic is used costs more, once in its life.
  await test.as(cast.gridLeader).call('membership.decide', { ...wu, standing: 'confirmed' })
  expect(lastAnswer(test, 'membership.decide').waits).toBe(3)
})

it('two leaders in one instant: one decides, the other hears of it; the same again is no second decision', async () => {
  const decide = (who: string, standing: 'confirmed' | 'declined') =>
    test.as(who).code('membership.decide', { ...wu, standing, reason: '没有这个人' })
  const codes = await Promise.all([decide(cast.gridLeader, 'confirmed'), decide(cast.staff, 'declined')])
  expect(codes.sort()).toEqual(['Conflict', 'ok'])
  const { memberships } = await stored.person('unconfirmed-wu')
  const standing = memberships[0]?.standing === 'confirmed' ? 'confirmed' : 'declined'
  expect(await decide(cast.buildingLeader, standing)).toBe('ok')
  expect(await stored.trailOf('unconfirmed-wu')).toHaveLength(1)
})

it('declined newcomer: reads why, and is out of the building’s group at once', async () => {
  const as = test.as(cast.unconfirmed)
  expect(await as.code('chat.history', { groupPath: places.building4 })).toBe('ok')
  await test
    .as(cast.gridLeader)
    .call('membership.decide', { ...wu, standing: 'declined', reason: '1402 说不认识' })
  expect((await as.call('account.me', {})).account?.memberships).toMatchObject([
    { standing: 'declined', reason: '1402 说不认识' },
  ])
  expect(await as.code('chat.history', { groupPath: places.building4 })).toBe('Forbidden')
})

it('housemate: vouches for who moves in with them, and for nobody else', async () => {
  const { areaPath } = wu
  await test.as(cast.unconfirmed).call('membership.move', {
    from: { areaPath, roomNumber: '1402' },
    to: { areaPath, roomNumber: '1502', relation: 'family' },
  })
  const decide = (who: string) =>
    test
      .as(who)
      .code('membership.decide', { userId: wu.userId, areaPath, roomNumber: '1502', standing: 'confirmed' })
  expect(await decide(cast.neighbour)).toBe('Forbidden')
  expect(await decide(cast.unconfirmed)).toBe('Forbidden')
  expect(await decide(cast.housemate)).toBe('ok')
})

it('clock: nobody has vouched in time, so staff are asked, then the street; each once, and it is on the trail', async () => {
  await clock.minute()
  expect((await stored.person('unconfirmed-wu')).memberships[0]?.vouchLevel).toBe(0)
  test.cloud.clock.set(workingMorning + days(2))
  await clock.minute()
  await clock.minute()
  expect((await stored.person('unconfirmed-wu')).memberships[0]).toMatchObject({
    vouchLevel: 1,
    standing: 'unconfirmed',
  })
  const { items } = await test.as(cast.gridLeader).call('membership.pending', {})
  expect(items).toMatchObject([{ userId: 'unconfirmed-wu', isOverdue: true, canDecide: true }])
  expect((await test.as(cast.street).call('membership.pending', {})).items).toEqual([])
  test.cloud.clock.set(workingMorning + days(8))
  await clock.minute()
  expect((await stored.person('unconfirmed-wu')).memberships[0]).toMatchObject({
    vouchLevel: 2,
    vouchBy: null,
  })
  const seen = await test.as(cast.street).call('membership.pending', {})
  expect(seen.items.find(({ userId }) => userId === 'unconfirmed-wu')).toMatchObject({
    roomNumber: '',
    realName: null,
    isOverdue: true,
    canDecide: false,
  })
  expect((await stored.trailOf('unconfirmed-wu')).map(({ event, by }) => [event, by])).toEqual([
    ['vouchOverdue', null],
    ['vouchOverdue', null],
  ])
})

it('clock: a role whose time is over is taken off, and gives nothing from that very moment', async () => {
  const until = workingMorning + days(1)
  const roles = [aGrant('microGridLeader', grids.one, { until })]
  const leader = aPerson({ _id: 'leader-grid-one', nickname: '一号网格长', roles })
  await test.cloud.database.update(
    'accounts',
    { _id: leader._id },
    { $set: { roles, wakeAt: leader.wakeAt } },
  )
  expect(await test.as(cast.gridLeader).code('membership.pending', {})).toBe('ok')
  test.cloud.clock.set(until)
  expect(await test.as(cast.gridLeader).code('membership.pending', {})).toBe('Forbidden')
  await clock.minute()
  expect(await stored.person('leader-grid-one')).toMatchObject({ roles: [], roleKeys: [], wakeAt: null })
})

it('unconfirmed newcomer: writes one message a minute and hears when the next may go; neighbours write as they like', async () => {
  const say = (who: string, text: string, requestId?: string) =>
    test.as(who).call('chat.send', { groupPath: places.building4, body: { kind: 'text', text } }, requestId)
  const code = (who: string, text: string) =>
    test.as(who).code('chat.send', { groupPath: places.building4, body: { kind: 'text', text } })
  await say(cast.unconfirmed, '大家好', 'first-word-of-wu')
  await expect(say(cast.unconfirmed, '有人吗')).rejects.toMatchObject({
    code: 'LimitReached',
    details: { reason: 'newcomer', retryAt: expect.any(Number) },
  })
  // The same message again is no second one.
  await say(cast.unconfirmed, '大家好', 'first-word-of-wu')
  // However much the others say meanwhile.
  await Promise.all(Array.from({ length: 25 }, () => say(cast.neighbour, '欢迎')))
  expect(await code(cast.unconfirmed, '没有人吗')).toBe('LimitReached')
  test.cloud.clock.set(workingMorning + 90_000)
  await say(cast.unconfirmed, '谢谢')
  await test.as(cast.gridLeader).call('membership.decide', { ...wu, standing: 'confirmed' })
  await say(cast.unconfirmed, '真好')
})

it('clock: of two homes in one building, typed on one night, each goes to the next level', async () => {
  const due = { standing: 'unconfirmed', vouchBy: workingMorning + days(2) } as const
  const twice = aPerson({
    _id: 'newcomer-twice',
    nickname: '两套房的人',
    memberships: [
      homeIn('1401', { ...due, joinedAt: workingMorning }),
      homeIn('1402', { ...due, joinedAt: workingMorning + 1 }),
    ],
  })
  await test.cloud.database.insert('accounts', [twice])
  test.cloud.clock.set(workingMorning + days(2))
  // As long as one run goes on, and then the next.
  for (let n = 0; n < 3; n += 1) await clock.minute()
  const { memberships } = await stored.person('newcomer-twice')
  expect(memberships.map(({ vouchLevel }) => vouchLevel)).toEqual([1, 1])
})

it('who was removed scans the stairwell’s poster again: nothing opens before somebody vouches, who reads of it', async () => {
  const { account } = await join(await make(), { roomNumber: '1502' }, cast.removed)
  const as = test.as(cast.removed)
  const wish = { homePath: places.building4, serviceId: 'repair', text: '水龙头漏水' }
  const tryAll = () =>
    Promise.all([
      as.code('chat.history', { groupPath: places.building4 }),
      as.code('order.preview', wish),
      as.call('notice.list', {}).then(({ items }) => items.length),
    ])
  expect(await tryAll()).toEqual(['Forbidden', 'Forbidden', 0])
  const { topics } = await as.call('account.me', {})
  expect(topics).toEqual([signalId(`user:${account._id}`)])
  // Whoever knows their id can't tell from it which signal is theirs.
  expect(topics.join()).not.toContain(account._id)
  const { items } = await test.as(cast.gridLeader).call('membership.pending', {})
  const waiting = items.find(({ userId }) => userId === account._id)
  expect(waiting).toMatchObject({
    isHeld: true,
    doubts: expect.arrayContaining(['turnedAway']),
    turnedAwayAt: expect.any(Number),
  })
  // The group that they were put out of hears nothing of it.
  const said = await test.cloud.database.find('messages', { groupPath: places.building4 })
  expect(said.filter(({ body }) => (body as { kind: string }).kind === 'joined')).toEqual([])
  const { areaPath, roomNumber } = waiting ?? { areaPath: '', roomNumber: '' }
  const decision = { userId: account._id, areaPath, roomNumber, standing: 'confirmed' } as const
  // Those they live with can't let them in again: that is for whoever looks after the place.
  expect(await test.as(cast.housemate).code('membership.decide', decision)).toBe('Forbidden')
  await test.as(cast.gridLeader).call('membership.decide', decision)
  expect((await tryAll()).slice(0, 2)).toEqual(['ok', 'ok'])
})

describe('nobody waits unheard', () => {
  const templates = { waits: 'TEMPLATE-NEWCOMER-WAITS', vouched: 'TEMPLATE-VOUCHED' }
  const own = 'openid-of-somebody-new'
  const grant = (...openids: string[]): void => {
    for (const openid of openids)
      for (const template of Object.values(templates)) test.cloud.consents.grant(openid, template)
  }
  const comeIn = async (): Promise<string> => {
    const { invitation } = await test.as(cast.gridLeader).call('invitation.create', { areaPath: grids.one })
    const { account } = await test.as(own).call('invitation.join', {
      code: invitation._id,
      nickname: '刚搬来的',
      roomNumber: '1401',
      relation: 'tenant',
    })
    return account._id
  }

  it('the leaders of the place are told of a newcomer, once; staff when it is overdue; the newcomer of the “yes”', async () => {
    grant(cast.gridLeader, cast.buildingLeader, cast.staff, cast.otherBuildingLeader, own)
    const post = postOf(test)
    const userId = await comeIn()
    for (let n = 0; n < 2; n += 1) await clock.minute()
    expect(post().sort()).toEqual(
      [
        [cast.gridLeader, templates.waits],
        [cast.buildingLeader, templates.waits],
      ].sort(),
    )
    test.cloud.clock.set(workingMorning + days(2) + hours(1))
    await clock.minute()
    expect(post().slice(2)).toContainEqual([cast.staff, templates.waits])
    const before = post().length
    const decision = {
      userId,
      areaPath: places.building4,
      roomNumber: '1401',
      standing: 'confirmed',
    } as const
    await test.as(cast.gridLeader).call('membership.decide', decision)
    for (let n = 0; n < 2; n += 1) await clock.minute()
    expect(post().slice(before)).toEqual([[own, templates.vouched]])
    expect(await stored.person(userId)).toMatchObject({ wakeAt: null })
  })

  it('at night it waits for the morning', async () => {
    grant(cast.gridLeader)
    clock.set('2025-03-05T23:30:00')
    const post = postOf(test)
    await comeIn()
    await clock.minute()
    expect(post()).toEqual([])
    clock.set('2025-03-06T07:00:00')
    await clock.minute()
    expect(post()).toEqual([[cast.gridLeader, templates.waits]])
  })
})
