import { phoneSchema } from '@/domain/shared/contact'
import { days } from '@/domain/shared/time'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { aPerson, cast, grids, homeIn, neighbours, useNeighbours } from '../../support/neighbours'
import { storedPeople } from '../../support/stored-people'
import { workingMorning } from '../../support/test-cloud'

const child = aPerson({
  _id: 'child-of-lin',
  nickname: '小小林',
  state: 'registered',
  openid: 'none:child-of-lin',
  guardianId: 'person-lin',
  memberships: [homeIn('1502', { relation: 'family' })],
  proxies: [
    {
      userId: 'person-lin',
      name: '小林',
      relation: 'guardian',
      consent: { how: 'guardian', note: '', notedBy: 'leader-zhou', at: workingMorning },
    },
  ],
})
const daughter = aPerson({
  _id: 'daughter-far',
  nickname: '外地的女儿',
  memberships: [homeIn('301', {}, places.building5)],
})
const test = useNeighbours([...neighbours(), daughter, child])
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

it('proxy: named with consent on record, five at most, a grown-up who is vouched for; ends at once', async () => {
  const name = (proxyId: string, who: string = cast.gridLeader) =>
    test.as(who).code('resident.nameProxy', { userId: 'mother-lin', proxyId, relation: 'neighbour', consent })
  expect(await name('unconfirmed-wu')).toBe('Conflict')
  expect(await name('child-of-lin')).toBe('Conflict')
  expect(await name('mother-lin')).toBe('Conflict')
  expect(await name('nobody-at-all')).toBe('NotFound')
  expect(await name('neighbour-sun')).toBe('ok')
  expect(await name('neighbour-sun')).toBe('ok')
  const { proxies, proxyIds } = await stored.person('mother-lin')
  expect(proxies[1]).toMatchObject({
    userId: 'neighbour-sun',
    consent: { how: 'byPhone', note: '电话里同意的', notedBy: 'leader-grid-one' },
  })
  expect(proxyIds).toEqual(['person-lin', 'neighbour-sun'])
  expect(await name('volunteer-wang')).toBe('ok')
  expect(await name('daughter-far')).toBe('ok')
  expect(await name('housemate-he')).toBe('ok')
  expect(
    await test
      .as(cast.neighbour)
      .code('resident.endProxy', { userId: 'mother-lin', proxyId: 'neighbour-sun' }),
  ).toBe('ok')
  expect((await test.as(cast.neighbour).call('resident.charges', {})).items).toEqual([])
  expect((await stored.trailOf('mother-lin')).map(({ event }) => event)).toEqual([
    'proxyNamed',
    'proxyNamed',
    'proxyNamed',
    'proxyNamed',
    'proxyEnded',
  ])
})

it('daughter far away: orders for her mother at her mother’s home, and rates it; not before she is named, and not after', async () => {
  const far = test.as('openid-of-daughter-far')
  const order = (text: string) =>
    far.call('order.create', {
      serviceId: 'repair',
      text,
      homePath: places.building4,
      beneficiary: {
        kind: 'other',
        name: '林妈妈',
        relation: 'family',
        userId: 'mother-lin',
        consent: 'standing',
      },
    })
  const preview = {
    homePath: places.building4,
    serviceId: 'repair',
    text: '水龙头漏水',
    beneficiaryId: 'mother-lin',
  }
  await expect(order('水龙头漏水')).rejects.toMatchObject({ code: 'Forbidden' })
  expect(await far.code('order.preview', preview)).toBe('Forbidden')
  await test.as(cast.gridLeader).call('resident.nameProxy', {
    userId: 'mother-lin',
    proxyId: 'daughter-far',
    relation: 'family',
    consent,
  })
  expect(await far.code('order.preview', preview)).toBe('ok')
  const { order: placed } = await order('水龙头漏水')
  expect(placed.contact?.roomNumber).toBe('1502')
  expect(await test.cloud.database.get('orders', placed._id)).toMatchObject({
    gridPath: grids.one,
    helpedIds: ['daughter-far', 'mother-lin'],
  })
  const done = {
    _id: 'order-done',
    requesterId: 'daughter-far',
    beneficiary: {
      kind: 'other',
      name: '林妈妈',
      relation: 'family',
      userId: 'mother-lin',
      consent: 'standing',
    },
  } as const
  await test.cloud.database.insert('orders', [anOrder({ ...done, status: 'completed' })])
  const rated = await far.call('order.review', { orderId: 'order-done', stars: 5, tags: [], words: '谢谢' })
  expect(rated.order.status).toBe('reviewed')
  await test.as(cast.gridLeader).call('resident.endProxy', { userId: 'mother-lin', proxyId: 'daughter-far' })
  await expect(order('灯坏了要换一个')).rejects.toMatchObject({ code: 'Forbidden' })
})

it('grid leader: orders for a flat of the grid and is asked to call those nobody reached there; not for the next grid', async () => {
  const order = (roomNumber: string) =>
    test.as(cast.gridLeader).code('order.create', {
      serviceId: 'repair',
      text: `${roomNumber} 的水龙头漏水`,
      homePath: places.building4,
      roomNumber,
      beneficiary: {
        kind: 'other',
        name: '一位老人',
        relation: 'resident',
        userId: null,
        consent: 'present',
      },
    })
  expect(await order('1401')).toBe('ok')
  expect(await order('301')).toBe('Forbidden')
  const { items } = await test.as(cast.gridLeader).call('order.listPlaces', {})
  expect(items.map(({ areaPath }) => areaPath)).toEqual([places.building4])
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
  expect(phoneSchema.safeParse(entry.phone).success).toBe(true)
})
