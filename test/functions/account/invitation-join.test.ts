import type { Account } from '@/domain/account/schema'
import { days } from '@/domain/shared/time'
import { homeIn, aPerson, cast, grids, householdIdIn, useNeighbours } from '../../support/neighbours'
import { lastAnswer } from '../../support/function-log'
import { anInvitation } from '../../support/factories/invitation'
import { places } from '../../support/factories/places'
import { nextRequestId } from '../../support/request-id'
import { workingMorning } from '../../support/test-cloud'
import { signalId } from '../../support/signal-id'
import { invitationsOf, typed, wanted } from './invitation-cast'

const test = useNeighbours()
const { make, join, joinCode } = invitationsOf(test)
const accounts = (where: object) => test.cloud.database.find('accounts', where as Record<string, unknown>)
const signal = async (topic: string): Promise<number> =>
  ((await test.cloud.database.get('signals', signalId(topic))) as { n: number } | null)?.n ?? 0

it('newcomer: joins a flat of the list: its micro-grid, until when somebody should vouch, the guide they agreed to', async () => {
  const { account } = await join(await make(), {
    realName: '林晓明',
    avatarFileId: 'cloud://test/me.jpg',
    voice: { fileId: 'cloud://test/hello.mp3', seconds: 4 },
    until: workingMorning + days(365),
    privacyVersion: '2',
  })
  expect(account).toMatchObject({
    realName: '林晓明',
    avatarFileId: 'cloud://test/me.jpg',
    privacy: { version: '2' },
    memberships: [
      {
        areaPath: places.building4,
        roomNumber: '1401',
        gridPath: grids.one,
        householdId: householdIdIn(places.building4, '1401'),
        standing: 'unconfirmed',
        until: workingMorning + days(365),
        voice: { seconds: 4 },
        vouchBy: expect.any(Number),
      },
    ],
  })
})

it.each([
  ['on a Wednesday: until Friday', 0, 2],
  ['on a Friday: not over the weekend, until Tuesday', 2, 6],
])('somebody should vouch within two of the office’s days: %s', async (_when, comes, until) => {
  test.cloud.clock.set(workingMorning + days(comes))
  const { account } = await join(await make())
  const late = (account.memberships[0]?.vouchBy ?? 0) - (workingMorning + days(until))
  expect(late).toBeGreaterThanOrEqual(0)
  // The test's clock runs on.
  expect(late).toBeLessThan(60_000)
})

it('newcomer: what is derived is written too: found by grid, household and name, and by the clock', async () => {
  const { account } = await join(await make(), { realName: '林晓明' })
  expect(
    await accounts({ pendingAt: grids.one, householdIds: householdIdIn(places.building4, '1401') }),
  ).toMatchObject([
    {
      _id: account._id,
      // The clock has to tell those who vouch.
      wakeAt: account.memberships[0]?.joinedAt,
      nameKeys: expect.arrayContaining([expect.any(String)]),
    },
  ])
})

it('newcomer: leader, grid leader and confirmed housemates hear of it; the group hears without a flat', async () => {
  const code = await make()
  const before = {
    grid: await signal(`pending:${grids.one}`),
    building: await signal(`pending:${places.building4}`),
    otherGrid: await signal(`pending:${grids.two}`),
    housemate: await signal('user:person-lin'),
    neighbour: await signal('user:neighbour-sun'),
    chat: await signal(`chat:${places.building4}`),
  }
  const { account } = await join(code, { roomNumber: '1502', relation: 'family' })
  expect(await signal(`pending:${grids.one}`)).toBeGreaterThan(before.grid)
  expect(await signal(`pending:${places.building4}`)).toBeGreaterThan(before.building)
  expect(await signal('user:person-lin')).toBeGreaterThan(before.housemate)
  expect(await signal(`chat:${places.building4}`)).toBeGreaterThan(before.chat)
  expect(await signal(`pending:${grids.two}`)).toBe(before.otherGrid)
  expect(await signal('user:neighbour-sun')).toBe(before.neighbour)
  const messages = await test.cloud.database.find('messages', { groupPath: places.building4 })
  expect(messages).toMatchObject([{ body: { kind: 'joined', nickname: '林晓' }, authorId: null }])
  expect(JSON.stringify(messages)).not.toContain('1502')
  const { items } = await test.as(cast.neighbour).call('chat.history', { groupPath: places.building4 })
  expect(items).toHaveLength(1)
  expect(JSON.stringify(items)).not.toContain(account._id)
})

it('it is on the trail: that they joined, and that they agreed', async () => {
  const { account } = await join(await make())
  const lines = await test.cloud.database.find('trail', { userId: account._id })
  expect(lines.map(({ event }) => event).sort()).toEqual(['joined', 'privacyAgreed'])
  expect(JSON.stringify(lines)).not.toContain('1401')
})

describe('doubts', () => {
  // Their owner is not told: they are for those who vouch.
  const stored = async (_id: string): Promise<string[]> => {
    const [account] = (await accounts({ _id })) as unknown as Account[]
    return account?.memberships.at(-1)?.doubts ?? []
  }
  const doubtsOf = async (input: object, openid?: string): Promise<string[]> =>
    stored((await join(await make(), input, openid)).account._id)

  it('a flat that the list lacks is put there as unlisted, and said so', async () => {
    expect(await doubtsOf({ roomNumber: '2202' })).toEqual(['unknownFlat'])
    const id = householdIdIn(places.building4, '2202')
    expect(await test.cloud.database.get('households', id)).toMatchObject({ isUnlisted: true, floor: 22 })
  })

  it('a second owner, and a name that the register does not know', async () => {
    expect(await doubtsOf({ roomNumber: '1502', relation: 'owner', realName: '张三' })).toEqual([
      'secondOwner',
      'nameMismatch',
    ])
  })

  it('somebody of the same real name elsewhere in the estate', async () => {
    expect(await doubtsOf({ realName: '林国强' })).toEqual(['samePerson'])
  })

  it('a flat that was joined before by hand is the same flat in small letters', async () => {
    await join(await make(), { roomNumber: 'A302' }, 'openid-of-first')
    await join(await make(), { roomNumber: 'a302' }, 'openid-of-second')
    expect(await accounts({ householdIds: householdIdIn(places.building4, 'A302') })).toHaveLength(2)
  })
})

describe('where', () => {
  it.each([
    ['another building', { areaPath: places.building5 }],
    ['the whole estate', { areaPath: places.estate }],
    ['a building whose path begins alike', { areaPath: places.building41 }],
    ['a stairwell that is not there', { areaPath: `${places.building4}u9/` }],
    ['a micro-grid, which is no door', { areaPath: grids.one }],
    ['no door at all', { roomNumber: undefined }],
    ['nobody to the flat', { relation: undefined }],
    ['a lease that is over', { until: workingMorning - 1 }],
  ])('a code to building 4 leads to no home in %s', async (_where, input) => {
    expect(await joinCode(await make(), input)).toBe('BadInput')
    expect(await accounts({ openid: cast.newcomer })).toEqual([])
  })

  it('a stairwell of the building is fine', async () => {
    const unit = { _id: places.unit, level: 'unit', name: '2单元', fullName: '幸福里小区 4栋 2单元' }
    await test.cloud.database.insert('areas', [unit])
    const { account } = await join(await make(), { areaPath: places.unit })
    expect(account.memberships).toMatchObject([{ areaPath: places.unit, areaName: '幸福里小区 4栋 2单元' }])
  })

  it('a micro-grid’s code opens its flats, and not those of another', async () => {
    const code = await make({ areaPath: grids.two }, 'otherGridLeader')
    expect(await joinCode(code, { roomNumber: '1401' })).toBe('BadInput')
    expect(await joinCode(code, { roomNumber: '301' })).toBe('ok')
    const { account } = await join(code, { roomNumber: '333' }, 'openid-of-somebody')
    expect(account.memberships).toMatchObject([{ gridPath: grids.two }])
  })

  it('a household’s code leads to its flat, whatever else is said', async () => {
    const code = await make(wanted.household, 'themself')
    const { account } = await join(code, { roomNumber: '301', areaPath: places.building5 })
    expect(account.memberships).toMatchObject([{ areaPath: places.building4, roomNumber: '1502' }])
    expect(account.memberships[0]?.standing).toBe('unconfirmed')
  })

  it('a code for a role lets nobody in', async () => {
    expect(await joinCode(await make(wanted.volunteer, 'staff'))).toBe('Conflict')
  })
})

describe('who', () => {
  it('a child under 14 is sent to a guardian, and nothing is kept', async () => {
    const code = await make()
    expect(await joinCode(code, { isUnder14: true })).toBe('GuardianNeeded')
    expect(await accounts({ openid: cast.newcomer })).toEqual([])
    expect(await test.cloud.database.get('invitations', code)).toMatchObject({ usedCount: 0 })
  })

  it.each([{ nickname: '赌博群主' }, { realName: '赌博' }])(
    'words that WeChat refuses are refused: %o',
    async (input) => {
      expect(await joinCode(await make(), input)).toBe('ContentRejected')
    },
  )

  it('a neighbour gets a second home and keeps name and history', async () => {
    const { account } = await join(await make(), {}, cast.removed)
    expect(account.nickname).toBe('搬走的老徐')
    expect(account.memberships.map(({ standing }) => standing)).toEqual(['removed', 'unconfirmed'])
  })

  it('five homes are enough', async () => {
    const memberships = ['1501', '1502', '1402', '301', '302'].map((room) => homeIn(room))
    await test.cloud.database.insert('accounts', [
      aPerson({ _id: 'many-homes', nickname: '房东', memberships }),
    ])
    expect(await joinCode(await make(), {}, 'openid-of-many-homes')).toBe('LimitReached')
  })

  it('nobody tries six doors in a day; the next day they may', async () => {
    const tried = ['1501', '1502', '1402', '301', '302'].map((room) =>
      homeIn(room, { standing: 'declined', joinedAt: workingMorning - days(0.5) }),
    )
    const person = aPerson({ _id: 'tries-doors', nickname: '推销的', memberships: tried })
    await test.cloud.database.insert('accounts', [person])
    const code = await make()
    expect(await joinCode(code, {}, 'openid-of-tries-doors')).toBe('LimitReached')
    test.cloud.clock.set(workingMorning + days(1))
    expect(await joinCode(code, {}, 'openid-of-tries-doors')).toBe('ok')
  })
})

describe('at the same instant', () => {
  it('two joins of one newcomer to two flats: one account with both', async () => {
    const code = await make()
    const codes = await Promise.all(['1401', '1402'].map((roomNumber) => joinCode(code, { roomNumber })))
    expect(codes).toEqual(['ok', 'ok'])
    const [account, ...others] = (await accounts({ openid: cast.newcomer })) as unknown as Account[]
    expect(others).toEqual([])
    expect(account?.memberships.map(({ roomNumber }) => roomNumber)).toHaveLength(2)
    expect(await test.cloud.database.get('invitations', code)).toMatchObject({ usedCount: 2 })
  })

  it('the same request twice: one home', async () => {
    const code = await make()
    const requestId = nextRequestId()
    const [first, second] = await Promise.all([1, 2].map(() => join(code, {}, cast.newcomer, requestId)))
    expect(second).toEqual(first)
    expect(await test.cloud.database.get('invitations', code)).toMatchObject({ usedCount: 1 })
  })

  it('two joins of one neighbour to two flats: both are theirs', async () => {
    const code = await make()
    await Promise.all(['1401', '1402'].map((roomNumber) => join(code, { roomNumber }, cast.neighbour)))
    const [sun] = await accounts({ _id: 'neighbour-sun' })
    expect((sun as { memberships: unknown[] }).memberships).toHaveLength(3)
  })

  it('many newcomers to one flat that the list lacks: all are in, the flat is there once', async () => {
    const code = await make()
    const openids = Array.from({ length: 6 }, (_, n) => `openid-of-new-${n}`)
    const codes = await Promise.all(openids.map((openid) => joinCode(code, { roomNumber: '2202' }, openid)))
    expect(codes).toEqual(Array(6).fill('ok'))
    expect(await accounts({ householdIds: householdIdIn(places.building4, '2202') })).toHaveLength(6)
    expect(await test.cloud.database.get('invitations', code)).toMatchObject({ usedCount: 6 })
  })

  it('the last use of a code goes to one of many', async () => {
    const _id = 'last-place-1'
    await test.cloud.database.insert('invitations', [
      anInvitation({ _id, expiresAt: workingMorning + days(1), maxUses: 1 }),
    ])
    const openids = Array.from({ length: 8 }, (_, n) => `openid-of-new-${n}`)
    const codes = await Promise.all(openids.map((openid) => joinCode(_id, {}, openid)))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    expect(codes.filter((code) => code === 'InvitationUsedUp')).toHaveLength(7)
    expect(await accounts({ nickname: typed.nickname })).toHaveLength(1)
  })
})

it('a retry is answered as the first time: one home, one use, one line in the group', async () => {
  const code = await make()
  const requestId = nextRequestId()
  const first = await join(code, {}, cast.newcomer, requestId)
  await test.as(cast.buildingLeader).call('invitation.revoke', { code })
  expect(await join(code, {}, cast.newcomer, requestId)).toEqual(first)
  expect(await join(code)).toEqual(first)
  expect(await test.cloud.database.get('invitations', code)).toMatchObject({ usedCount: 1 })
  expect(await test.cloud.database.count('messages', { groupPath: places.building4 })).toBe(1)
  expect(await test.cloud.database.count('trail', { userId: first.account._id })).toBe(2)
})

describe('someone on the register takes over their own account', () => {
  const person = { nickname: '林妈妈的手机', roomNumber: undefined, relation: undefined }

  it('homes, helpers and name stay; the phone is theirs from then on, and it is on the trail', async () => {
    const { account } = await join(await make(wanted.person), person)
    expect(account).toMatchObject({
      _id: 'mother-lin',
      nickname: '林妈妈的手机',
      realName: '王秀英',
      memberships: [{ roomNumber: '1502', standing: 'confirmed' }],
      proxies: [{ userId: 'person-lin' }],
    })
    const me = await test.as(cast.newcomer).call('account.me', {})
    expect(me.account?._id).toBe('mother-lin')
    expect(await test.cloud.database.get('accounts', 'mother-lin')).toMatchObject({ state: 'active' })
    const lines = await test.cloud.database.find('trail', { userId: 'mother-lin' })
    expect(lines.map(({ event }) => event).sort()).toEqual(['privacyAgreed', 'tookOver'])
  })

  it('again by the same phone: the same answer; by another: the code is used up', async () => {
    const code = await make(wanted.person)
    const first = await join(code, person)
    expect(await join(code, person)).toEqual(first)
    expect(await joinCode(code, person, 'openid-of-a-stranger')).toBe('InvitationUsedUp')
  })

  it('of two phones at the same instant one gets it', async () => {
    const code = await make(wanted.person)
    const codes = await Promise.all(
      ['openid-of-a', 'openid-of-b'].map((openid) => joinCode(code, person, openid)),
    )
    expect(codes.sort()).toEqual(['InvitationUsedUp', 'ok'])
  })

  it('who has an account is told so, and neither is touched', async () => {
    const code = await make(wanted.person)
    await expect(join(code, person, cast.neighbour)).rejects.toMatchObject({
      code: 'Conflict',
      details: { reason: 'hasAccount' },
    })
    expect(await test.cloud.database.get('accounts', 'mother-lin')).toMatchObject({ state: 'registered' })
  })

  it('one who has been taken off the register since is not there to be taken over', async () => {
    const code = await make(wanted.person)
    await test.cloud.database.update('accounts', { _id: 'mother-lin' }, { $set: { state: 'cancelled' } })
    expect(await joinCode(code, person)).toBe('NotFound')
  })
})

it('joining waits three times and for its transaction; taking over and making a code no more', async () => {
  const code = await make()
  await join(code, {}, 'openid-of-first')
  await join(code, { areaPath: places.building4, roomNumber: '2202', realName: '张三丰' })
  expect(lastAnswer(test, 'invitation.join').waits).toBeLessThanOrEqual(3 + 1)
  await make(wanted.household)
  expect(lastAnswer(test, 'invitation.create').waits).toBeLessThanOrEqual(3)
})
