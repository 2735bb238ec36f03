import { days } from '@/domain/shared/time'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import {
  aPerson,
  cast,
  childOfLin,
  daughterFarAway,
  grids,
  homeIn,
  neighbours,
  useNeighbours,
} from '../../support/neighbours'
import { storedPeople } from '../../support/stored-people'
import { workingMorning } from '../../support/test-cloud'

const test = useNeighbours([...neighbours(), daughterFarAway, childOfLin])
const stored = storedPeople(test)

const entry = {
  userId: null,
  nickname: '林爸爸',
  realName: '林大山',
  phone: '13900001111',
  areaPath: places.building4,
  roomNumber: '1502',
  relation: 'family',
} as const
const consent = { how: 'byPhone', note: '电话里同意的' } as const

it('leader: registers someone without a phone, confirmed at once; sent twice it is one person', async () => {
  const put = () =>
    test
      .as(cast.gridLeader)
      .call('resident.put', { ...entry, relation: 'owner', roomNumber: '1401' }, 'entry-of-lin-dashan')
  const { userId } = await put()
  expect((await put()).userId).toBe(userId)
  const person = await stored.person(userId)
  expect(person).toMatchObject({ state: 'registered', openid: `none:${userId}`, phone: '13900001111' })
  expect(person.memberships).toMatchObject([
    { standing: 'confirmed', decidedBy: 'leader-grid-one', gridPath: grids.one },
  ])
  expect(await stored.trailOf(userId)).toMatchObject([
    { event: 'registered', byName: '一号网格长', note: '' },
  ])
  const { items } = await test
    .as(cast.gridLeader)
    .call('resident.find', { areaPath: grids.one, by: { kind: 'name', name: '林 大山' } })
  expect(items).toMatchObject([{ userId, maskedName: '林**', state: 'registered' }])
})

it('what is personal lies sealed: neither name nor phone nor flat can be read in the database', async () => {
  const { userId } = await test.as(cast.gridLeader).call('resident.put', entry)
  const raw = JSON.stringify([
    await test.cloud.database.get('accounts', userId),
    await stored.trailOf(userId),
  ])
  expect(raw).not.toMatch(/林大山|13900001111|1502/)
})

it('housemate: adds family as confirmed; who is to be another owner has to be vouched for', async () => {
  const as = test.as(cast.housemate)
  const father = await as.call('resident.put', entry)
  expect((await stored.person(father.userId)).memberships).toMatchObject([
    { standing: 'confirmed', decidedBy: 'housemate-he' },
  ])
  const owner = await as.call('resident.put', {
    ...entry,
    nickname: '另一位业主',
    realName: '钱多多',
    relation: 'owner',
  })
  expect((await stored.person(owner.userId)).memberships).toMatchObject([
    { standing: 'unconfirmed', doubts: ['secondOwner', 'nameMismatch'] },
  ])
  const { homes } = await as.call('membership.household', {})
  expect(homes[0]?.members.map(({ nickname, hasPhone }) => [nickname, hasPhone])).toContainEqual([
    '林爸爸',
    false,
  ])
})

it('housemate: who was entered as family is no owner or tenant by a correction; the leader’s word is enough', async () => {
  const put = async (who: string, userId: string | null, relation: 'family' | 'owner' | 'tenant' | 'carer') =>
    (await test.as(who).call('resident.put', { ...entry, userId, relation })).userId
  const homeOf = async (userId: string) => (await stored.person(userId)).memberships[0]
  for (const relation of ['owner', 'tenant'] as const) {
    const userId = await put(cast.housemate, null, 'family')
    const before = await homeOf(userId)
    await put(cast.housemate, userId, 'carer')
    expect(await homeOf(userId)).toEqual({ ...before, relation: 'carer' })
    await put(cast.housemate, userId, relation)
    expect(await homeOf(userId)).toMatchObject({
      relation,
      standing: 'unconfirmed',
      decidedBy: null,
      joinedAt: before?.joinedAt,
      doubts: relation === 'owner' ? ['secondOwner', 'nameMismatch'] : [],
    })
    await put(cast.housemate, userId, 'family')
    expect(await homeOf(userId)).toMatchObject({ relation: 'family', standing: 'unconfirmed', doubts: [] })
    await test.cloud.database.remove('accounts', { _id: userId })
  }
  const userId = await put(cast.gridLeader, null, 'family')
  await put(cast.gridLeader, userId, 'owner')
  expect(await homeOf(userId)).toMatchObject({ relation: 'owner', standing: 'confirmed' })
})

it('the same person twice in one flat is refused', async () => {
  expect(await test.as(cast.gridLeader).code('resident.put', { ...entry, realName: '王秀英' })).toBe(
    'Conflict',
  )
  expect(
    await test.as(cast.gridLeader).code('resident.put', { ...entry, nickname: '林妈妈', realName: null }),
  ).toBe('Conflict')
})

it('child: has somebody of the flat who answers for it, and keeps them', async () => {
  const put = (guardianId: string) =>
    test
      .as(cast.gridLeader)
      .code('resident.put', { ...entry, nickname: '林小宝', realName: null, guardianId })
  expect(await put('neighbour-sun')).toBe('GuardianNeeded')
  expect(await put('mother-lin')).toBe('GuardianNeeded')
  expect(await put('leader-grid-one')).toBe('GuardianNeeded')
  expect(await put('housemate-he')).toBe('ok')
  expect(
    await test
      .as(cast.gridLeader)
      .code('resident.endProxy', { userId: 'child-of-lin', proxyId: 'person-lin' }),
  ).toBe('GuardianNeeded')
  const { items } = await test.as(cast.housemate).call('resident.charges', {})
  expect(items).toMatchObject([{ nickname: '林小宝', roomNumber: '1502' }])
})

it('entry: is put right, and another flat is a move; who has a phone corrects themself', async () => {
  const correct = (more: object) =>
    test.as(cast.staff).code('resident.put', {
      ...entry,
      userId: 'mother-lin',
      nickname: '林妈妈',
      realName: '王秀莹',
      ...more,
    })
  expect(await correct({})).toBe('ok')
  expect(await stored.person('mother-lin')).toMatchObject({ realName: '王秀莹', phone: '13900001111' })
  expect(await correct({ roomNumber: '301' })).toBe('ok')
  expect(
    (await stored.person('mother-lin')).memberships.map(({ roomNumber, standing }) => [roomNumber, standing]),
  ).toEqual([
    ['1502', 'left'],
    ['301', 'confirmed'],
  ])
  expect((await stored.trailOf('mother-lin')).map(({ event }) => event).sort()).toEqual([
    'corrected',
    'moved',
  ])
  expect(await test.as(cast.staff).code('resident.put', { ...entry, userId: 'person-lin' })).toBe('Forbidden')
})

it('care needs: noted by those who look after the place, read by them and the person, and by nobody else', async () => {
  const needy = { ...entry, careNeeds: ['elder', 'livesAlone'] as const }
  const put = (who: string, more: object) => test.as(who).code('resident.put', { ...entry, ...more })
  const { userId } = await test
    .as(cast.gridLeader)
    .call('resident.put', { ...needy, careNeeds: [...needy.careNeeds] })
  const seenBy = async (who: string) =>
    (await test.as(who).call('resident.get', { userId })).resident.careNeeds
  expect(await stored.person(userId)).toMatchObject({
    careNeeds: ['elder', 'livesAlone'],
    careAt: expect.arrayContaining([places.building4, grids.one]),
  })
  expect(await seenBy(cast.gridLeader)).toEqual(['elder', 'livesAlone'])
  expect(await seenBy(cast.staff)).toEqual(['elder', 'livesAlone'])
  expect(await seenBy(cast.housemate)).toEqual([])
  // A housemate corrects the name, and has no say in what the office keeps.
  expect(await put(cast.housemate, { userId, careNeeds: [] })).toBe('Forbidden')
  expect(await put(cast.housemate, { nickname: '林奶奶', realName: null, careNeeds: ['ill'] })).toBe(
    'Forbidden',
  )
  expect(await put(cast.housemate, { userId, nickname: '林老爸' })).toBe('ok')
  expect(await seenBy(cast.gridLeader)).toEqual(['elder', 'livesAlone'])
  expect(await put(cast.gridLeader, { userId, careNeeds: ['ill'] })).toBe('ok')
  expect(await seenBy(cast.gridLeader)).toEqual(['ill'])
  expect(await put(cast.otherGridLeader, { userId, careNeeds: [] })).toBe('Forbidden')
  await test.cloud.database.update('accounts', { _id: 'person-lin' }, { $set: { careNeeds: ['disabled'] } })
  expect((await test.as(cast.themself).call('account.me', {})).account?.careNeeds).toEqual(['disabled'])
  // What was kept with their consent goes with it.
  await test.as(cast.themself).call('account.privacy', { version: '1', isAgreed: false })
  expect(await stored.person('person-lin')).toMatchObject({ careNeeds: [], careAt: [] })
})

it('looks at people leave one line per day, viewer and kind, which the person can read; one’s own leave none', async () => {
  const look = (who: string) => test.as(who).call('resident.get', { userId: 'mother-lin' })
  await look(cast.gridLeader)
  await look(cast.gridLeader)
  await look(cast.staff)
  await look(cast.themself)
  await test.as(cast.gridLeader).call('resident.list', { areaPath: grids.one })
  const lines = async () =>
    (await stored.accessesOf('mother-lin')).map(({ kind, by, role }) => [kind, by, role]).sort()
  expect(await lines()).toEqual([
    ['list', 'leader-grid-one', 'microGridLeader'],
    ['person', 'leader-grid-one', 'microGridLeader'],
    ['person', 'staff-chen', 'communityStaff'],
  ])
  test.cloud.clock.set(workingMorning + days(1))
  await look(cast.gridLeader)
  expect(await lines()).toHaveLength(4)
  const own = await test.as(cast.themself).call('account.accesses', {})
  expect(own.items).toMatchObject([{ kind: 'list', byName: '一号网格长' }])
})

it('card: shows what those who look after the place may do, and only their part of the person', async () => {
  const { resident } = await test.as(cast.gridLeader).call('resident.get', { userId: 'mother-lin' })
  expect(resident).toMatchObject({
    realName: '王秀英',
    proxies: [{ name: '小林' }],
    memberships: [{ roomNumber: '1502' }],
  })
  expect(resident.allowedActions.sort()).toEqual([
    'correct',
    'inviteToTakeOver',
    'nameProxy',
    'remove',
    'setLease',
  ])
  const { resident: staffs } = await test.as(cast.staff).call('resident.get', { userId: 'unconfirmed-wu' })
  expect(staffs.allowedActions.sort()).toEqual(['confirm', 'merge', 'nameProxy', 'remove', 'setLease'])
  const { resident: mates } = await test.as(cast.housemate).call('resident.get', { userId: 'mother-lin' })
  expect(mates.allowedActions.sort()).toEqual(['correct', 'nameProxy'])
})

it('by flat: finds those of a building’s flat, of one stairwell, and of no wider area', async () => {
  const by = { kind: 'flat', roomNumber: '1502' } as const
  const { items } = await test
    .as(cast.buildingLeader)
    .call('resident.find', { areaPath: places.building4, by })
  expect(items.map(({ userId }) => userId).sort()).toEqual([
    'child-of-lin',
    'housemate-he',
    'mother-lin',
    'person-lin',
  ])
  expect(await test.as(cast.staff).code('resident.find', { areaPath: places.estate, by })).toBe('BadInput')
  expect(lastAnswer(test, 'resident.find').waits).toBeLessThanOrEqual(3)
})

it('lists wait twice, commands three times', async () => {
  const as = test.as(cast.gridLeader)
  const put = () => as.call('resident.put', entry)
  await put()
  await test.reset()
  await test.settle()
  await put()
  await as.call('resident.list', { areaPath: grids.one })
  await as.call('resident.find', { areaPath: grids.one, by: { kind: 'name', name: '小林' } })
  await as.call('resident.get', { userId: 'mother-lin' })
  const name = { userId: 'mother-lin', proxyId: 'neighbour-sun', relation: 'neighbour', consent } as const
  await as.call('resident.nameProxy', name)
  await as.call('resident.nameProxy', { ...name, relation: 'family' })
  await as.call('resident.charges', {})
  await test.as(cast.themself).call('membership.household', {})
  const waits = (
    ['resident.list', 'resident.find', 'resident.get', 'resident.charges', 'membership.household'] as const
  ).map((action) => lastAnswer(test, action).waits)
  expect(Math.max(...waits)).toBe(2)
  expect(lastAnswer(test, 'resident.nameProxy').waits).toBe(3)
})

it('leader: the same correction again is one correction', async () => {
  const put = () =>
    test
      .as(cast.gridLeader)
      .code('resident.put', { ...entry, userId: 'mother-lin', nickname: '林老太' }, 'correction-of-mother')
  expect([await put(), await put()]).toEqual(['ok', 'ok'])
  expect((await stored.trailOf('mother-lin')).map(({ event }) => event)).toEqual(['corrected'])
})

it('leader: a correction ends no home that is others’ to look after', async () => {
  const homes = [homeIn('1502', { relation: 'family' }), homeIn('301', {}, places.building5)]
  await stored.giveHomes('mother-lin', homes)
  const move = { ...entry, userId: 'mother-lin', roomNumber: '1401' }
  await test.as(cast.gridLeader).call('resident.put', move)
  const after = (await stored.person('mother-lin')).memberships
  expect(after.map(({ areaPath, roomNumber, standing }) => [areaPath, roomNumber, standing])).toEqual([
    [places.building4, '1502', 'left'],
    [places.building5, '301', 'confirmed'],
    [places.building4, '1401', 'confirmed'],
  ])
})

it('household: puts its own people on the register, and not a crowd', async () => {
  const crowd = Array.from({ length: 20 }, (_, n) =>
    aPerson({ _id: `crowd-number-${n}`, nickname: `挂名${n}`, memberships: [homeIn('1502')] }),
  )
  await test.cloud.database.insert('accounts', crowd)
  expect(await test.as(cast.themself).code('resident.put', entry)).toBe('LimitReached')
  expect(await test.as(cast.gridLeader).code('resident.put', entry)).toBe('ok')
})
