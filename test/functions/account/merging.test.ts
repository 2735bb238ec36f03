import { places } from '../../support/factories/places'
import { anOrder } from '../../support/factories/order'
import { aSeries } from '../../support/factories/series'
import { clockOf } from '../../support/clock-of'
import { aPerson, cast, homeIn, neighbours, useNeighbours } from '../../support/neighbours'
import { storedPeople } from '../../support/stored-people'
import { aGrant } from '../../support/factories/account'
import { invitationsOf } from './invitation-cast'

/** Grandmother Zhao: on the register since years, and now with a phone, under another name. */
const registered = aPerson({
  _id: 'zhao-register',
  nickname: '赵奶奶',
  realName: '赵玉兰',
  state: 'registered',
  openid: 'none:zhao-register',
  memberships: [homeIn('1401')],
})
const own = aPerson({
  _id: 'zhao-phone',
  nickname: '兰兰',
  phone: '13700002222',
  memberships: [homeIn('1401', { standing: 'unconfirmed', joinedAt: Date.UTC(2025, 2, 4) }), homeIn('302')],
  roles: [aGrant('volunteer', places.community)],
})
const charge = aPerson({
  _id: 'charge-of-zhao',
  nickname: '隔壁老张',
  state: 'registered',
  openid: 'none:charge-of-zhao',
  memberships: [homeIn('1402')],
  proxies: [
    {
      userId: 'zhao-phone',
      name: '兰兰',
      relation: 'neighbour',
      consent: { how: 'inPerson', note: '', notedBy: 'leader-zhou', at: 0 },
    },
  ],
})
const test = useNeighbours([...neighbours(), registered, own, charge])
const stored = storedPeople(test)
const clock = clockOf(test)
const { make, join } = invitationsOf(test)
const reason = '同一个人，身份证核对过'
const merge = (keepId: string, dropId: string) =>
  test.as(cast.staff).code('membership.merge', { keepId, dropId, reason })

const herOrders = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    anOrder({
      _id: `order-of-zhao-${n}`,
      requesterId: 'zhao-phone',
      requesterName: '兰兰',
      beneficiary: { kind: 'self' },
      createdAt: Date.UTC(2025, 1, 1) + n,
    }),
  )

it('staff: of a register entry and the person’s own account one is left, with the phone, the homes and the roles of both', async () => {
  expect(await merge('zhao-register', 'zhao-phone')).toBe('ok')
  const kept = await stored.person('zhao-register')
  expect(kept).toMatchObject({
    state: 'active',
    openid: 'openid-of-zhao-phone',
    phone: '13700002222',
    realName: '赵玉兰',
    nickname: '兰兰',
  })
  expect(kept.memberships.map(({ roomNumber, standing }) => [roomNumber, standing])).toEqual([
    ['1401', 'confirmed'],
    ['302', 'confirmed'],
  ])
  expect(kept.roles).toHaveLength(1)
  expect(await stored.person('zhao-phone')).toMatchObject({
    state: 'merged',
    mergedInto: 'zhao-register',
    memberships: [],
    homeAt: [],
    roleKeys: [],
    nameKeys: [],
    phone: null,
  })
  const { account } = await test.as('openid-of-zhao-phone').call('account.me', {})
  expect(account?._id).toBe('zhao-register')
  expect((await stored.trailOf('zhao-register')).map(({ event, note }) => [event, note])).toContainEqual([
    'merged',
    reason,
  ])
})

it('the same name elsewhere in the estate: whoever looks after both homes is led to the other', async () => {
  const { account } = await join(await make(), { realName: '林国强' })
  const alike = async (who: string) => {
    const { items } = await test.as(who).call('membership.pending', {})
    return items.find(({ userId }) => userId === account._id)?.alike
  }
  const lin = { userId: 'person-lin', areaName: '幸福里小区 4栋', roomNumber: '1502' }
  expect(await alike(cast.staff)).toMatchObject([{ ...lin, canMerge: true }])
  expect(await alike(cast.gridLeader)).toMatchObject([{ ...lin, canMerge: false }])
  // Whose door was told sees by whom.
  const { items } = await test.as(cast.themself).call('account.accesses', {})
  expect(items.map(({ byName, kind }) => [kind, byName]).sort()).toEqual([
    ['flat', '一号网格长'],
    ['flat', '陈社工'],
  ])
})

it('a second owner of a flat: the real names in it are told, and those who bear them see to whom; else nicknames', async () => {
  const flatmatesOf = async (userId: string) => {
    const { items } = await test.as(cast.gridLeader).call('membership.pending', {})
    const found = items.find((item) => item.userId === userId)
    return [...(found?.others.map(({ name }) => name) ?? []), ...(found?.registerNames ?? [])]
  }
  const lookedAt = async (who: string = cast.themself) =>
    (await test.as(who).call('account.accesses', {})).items
  const family = await join(await make(), { roomNumber: '1502', relation: 'family' })
  expect(await flatmatesOf(family.account._id)).not.toContain('林国强')
  expect(await lookedAt()).toEqual([])
  const owner = await join(await make(), { roomNumber: '1502', relation: 'owner' }, 'openid-of-another')
  for (let n = 0; n < 2; n += 1) expect(await flatmatesOf(owner.account._id)).toContain('林国强')
  expect(await lookedAt()).toMatchObject([{ kind: 'realName', byName: '一号网格长' }])
  // One of those whom the register names may be the one who has told us only a nickname.
  expect(await lookedAt(cast.housemate)).toMatchObject([{ kind: 'realName', byName: '一号网格长' }])
})

it('both ways round in one instant: one is kept, with everything, and the other is merged', async () => {
  const codes = await Promise.all([
    merge('zhao-register', 'zhao-phone'),
    merge('zhao-phone', 'zhao-register'),
  ])
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  const both = [await stored.person('zhao-register'), await stored.person('zhao-phone')]
  expect(both.map(({ state }) => state).sort()).toEqual(['active', 'merged'])
  const kept = both.find(({ state }) => state === 'active')
  expect(kept?.memberships).toHaveLength(2)
  expect(kept?.openid).toBe('openid-of-zhao-phone')
})

it('either way round: the phone goes with the person', async () => {
  expect(await merge('zhao-phone', 'zhao-register')).toBe('ok')
  const { account } = await test.as('openid-of-zhao-phone').call('account.me', {})
  expect(account).toMatchObject({ _id: 'zhao-phone', realName: '赵玉兰' })
})

it('what was asked for her, what she follows, and who would rather not go to her follow too', async () => {
  const beneficiary = {
    kind: 'other',
    name: '兰兰',
    relation: 'neighbour',
    userId: 'zhao-phone',
    consent: 'present',
  } as const
  const series = aSeries({ requesterId: 'neighbour-sun' })
  const wish = { ...series.wish, beneficiary }
  const { database } = test.cloud
  await database.insert('series', [{ ...series, wish }])
  await database.insert('orders', [anOrder({ _id: 'order-followed', followerIds: ['zhao-phone'] })])
  const avoids = { $set: { 'volunteer.avoids': ['zhao-phone', 'neighbour-tang'] } }
  await database.update('accounts', { _id: 'volunteer-wang' }, avoids)
  expect(await merge('zhao-register', 'zhao-phone')).toBe('ok')
  expect(await database.get('series', series._id)).toMatchObject({
    wish: { beneficiary: { userId: 'zhao-register' } },
  })
  expect(await database.get('orders', 'order-followed')).toMatchObject({ followerIds: ['zhao-register'] })
  const { volunteer } = await stored.person('volunteer-wang')
  expect(volunteer.avoids.sort()).toEqual(['neighbour-tang', 'zhao-register'])
  expect((await stored.person('zhao-register')).chargeIds).toEqual(['charge-of-zhao'])
})

it('orders, charges and words follow, by the clock where there are many; asked again it does no harm', async () => {
  await test.cloud.database.insert('orders', herOrders(250))
  await test
    .as('openid-of-zhao-phone')
    .call('chat.send', { groupPath: places.building4, body: { kind: 'text', text: '大家早' } })
  await test.cloud.database.remove('readMarks', {})
  await test.cloud.database.insert('readMarks', [
    {
      _id: `zhao-phone:${places.building4}`,
      userId: 'zhao-phone',
      groupPath: places.building4,
      seq: 7,
      isMuted: true,
      isPinned: true,
    },
    {
      _id: `zhao-phone:${places.unit}`,
      userId: 'zhao-phone',
      groupPath: places.unit,
      seq: 3,
      isMuted: false,
      isPinned: true,
    },
    {
      _id: `zhao-register:${places.unit}`,
      userId: 'zhao-register',
      groupPath: places.unit,
      seq: 5,
      isMuted: true,
      isPinned: false,
    },
  ])
  await test.cloud.database.insert('noticeReads', [
    {
      _id: 'notice-0001:zhao-phone',
      kind: 'person',
      noticeId: 'notice-0001',
      userId: 'zhao-phone',
      readAt: Date.UTC(2025, 2, 4),
    },
  ])
  expect(await merge('zhao-register', 'zhao-phone')).toBe('ok')
  expect(await merge('zhao-register', 'zhao-phone')).toBe('ok')
  for (const minutes of [2, 4, 6]) {
    test.cloud.clock.set(test.cloud.clock.now() + minutes * 60_000)
    await clock.minute()
  }
  const orders = (await test.cloud.database.find('orders', {})) as {
    requesterId: string
    helpedIds: string[]
  }[]
  expect(new Set(orders.map(({ requesterId }) => requesterId))).toEqual(new Set(['zhao-register']))
  expect(orders.every(({ helpedIds }) => helpedIds.join() === 'zhao-register')).toBe(true)
  const as = test.as('openid-of-zhao-phone')
  expect((await as.call('order.listMine', { limit: 50 })).items).toHaveLength(50)
  expect((await as.call('resident.charges', {})).items).toMatchObject([{ nickname: '隔壁老张' }])
  const reads = await test.cloud.database.find('noticeReads', { noticeId: 'notice-0001' })
  expect(reads.map(({ _id, userId }) => [_id, userId])).toEqual([
    ['notice-0001:zhao-register', 'zhao-register'],
  ])
  const marks = await test.cloud.database.find('readMarks', {})
  const quietOnTop = { userId: 'zhao-register', isMuted: true, isPinned: true }
  expect(marks.filter(({ userId }) => String(userId).startsWith('zhao'))).toEqual([
    { _id: `zhao-register:${places.unit}`, groupPath: places.unit, seq: 5, ...quietOnTop },
    { _id: `zhao-register:${places.building4}`, groupPath: places.building4, seq: 7, ...quietOnTop },
  ])
  const { items } = await as.call('chat.history', { groupPath: places.building4 })
  expect(items.at(-1)).toMatchObject({ isMine: true, body: { text: '大家早' } })
  expect((await stored.person('zhao-phone')).wakeAt).toBeNull()
  expect((await stored.trailOf('zhao-register')).filter(({ event }) => event === 'merged')).toHaveLength(2)
})

it('a silence is no way out: it goes with the person, and so does what was decided about them', async () => {
  const groupPath = places.building4
  const her = test.as('openid-of-zhao-phone')
  const { message } = await her.call('chat.send', { groupPath, body: { kind: 'text', text: '烦死了' } })
  await test
    .as(cast.buildingLeader)
    .call('moderation.silence', { groupPath, seq: message.seq, minutes: 600, reason: '骂人' })
  expect(await merge('zhao-register', 'zhao-phone')).toBe('ok')
  expect(await her.code('chat.send', { groupPath, body: { kind: 'text', text: '又是我' } })).toBe(
    'LimitReached',
  )
  expect((await her.call('moderation.mine', {})).items).toMatchObject([{ isMine: true }])
})

it('refused: two accounts that both have a phone, one that is gone, oneself, and people of another community', async () => {
  expect(await merge('person-lin', 'zhao-phone')).toBe('Conflict')
  await merge('zhao-register', 'zhao-phone')
  expect(await merge('mother-lin', 'zhao-phone')).not.toBe('ok')
  expect(await merge('zhao-register', 'zhao-register')).toBe('BadInput')
  expect(await merge('zhao-register', 'nobody-at-all')).toBe('NotFound')
  expect(
    await test
      .as(cast.otherStaff)
      .code('membership.merge', { keepId: 'mother-lin', dropId: 'person-lin', reason }),
  ).toBe('Forbidden')
})

it('staff: can’t make one of two where the other lives elsewhere now, and was here once', async () => {
  const away = aPerson({
    _id: 'zhao-away',
    nickname: '搬走的赵',
    memberships: [
      homeIn('1402', { standing: 'left' }),
      homeIn('301', { areaPath: `${places.otherCommunity}e1/b1/` }, places.building5),
    ],
  })
  const nowhere = aPerson({
    _id: 'zhao-nowhere',
    nickname: '没通过的赵',
    memberships: [homeIn('1402', { standing: 'declined' })],
  })
  await test.cloud.database.insert('accounts', [away, nowhere])
  expect(await merge('zhao-register', 'zhao-away')).toBe('Forbidden')
  expect(await merge('zhao-register', 'zhao-nowhere')).toBe('ok')
})

it('staff: what the dropped account wrote on trails, and its codes, are the kept one’s', async () => {
  await test.cloud.database.insert('invitations', [
    {
      _id: 'code-of-zhao-phone',
      createdBy: 'zhao-phone',
      createdAt: 1,
      areaAt: [],
      target: { kind: 'home' },
    },
  ])
  await test.cloud.database.update(
    'accounts',
    { _id: 'zhao-phone' },
    { $set: { dataFileId: 'cloud://test/mine.pdf' } },
  )
  expect(await merge('zhao-register', 'zhao-phone')).toBe('ok')
  expect(await test.cloud.database.get('invitations', 'code-of-zhao-phone')).toMatchObject({
    createdBy: 'zhao-register',
  })
  expect((await stored.person('zhao-register')).dataFileId).toBe('cloud://test/mine.pdf')
  expect((await stored.person('zhao-phone')).dataFileId).toBeNull()
})
