import { sharesNothing } from '@/domain/account/schema'
import { lastAnswer } from '../../support/function-log'
import { places } from '../../support/factories/places'
import { cast, everyoneCast, useNeighbours, type CastName } from '../../support/neighbours'
import { nextRequestId } from '../../support/request-id'
import { storedPeople } from '../../support/stored-people'
import { filesLeft, storeFile } from '../../support/a-life'
import { openPhone } from '../../support/phone'
import { days } from '@/domain/shared/time'
import { clockOf } from '../../support/clock-of'
import { invitationsOf, wanted } from './invitation-cast'

const test = useNeighbours()
const stored = storedPeople(test)
const lin = () => test.as(cast.themself)
const page = { cursor: null, limit: 20 }
const version = '2026-11'
const { make, join } = invitationsOf(test)

describe('correcting what is kept of me', () => {
  it('resident: name, phone and what neighbours may see; found by the new name, and no longer by the old one', async () => {
    const shares = { ...sharesNothing, unit: true }
    const { account } = await lin().call('account.correct', {
      nickname: '老林',
      phone: '13812340000',
      shares,
    })
    expect(account).toMatchObject({ nickname: '老林', realName: '林国强', phone: '13812340000', shares })
    const leader = test.as(cast.buildingLeader)
    const byName = async (name: string) =>
      (
        await leader.call('resident.find', { areaPath: places.building4, by: { kind: 'name', name } })
      ).items.map(({ userId }) => userId)
    expect(await byName('老林')).toEqual(['person-lin'])
    expect(await byName('小林')).toEqual([])
    expect((await stored.trailOf('person-lin')).map(({ event }) => event)).toEqual(['corrected'])
  })

  it('resident: what is left out stays, null takes away; twice the same request is one change', async () => {
    const requestId = nextRequestId()
    for (const _ of [1, 2]) await lin().call('account.correct', { realName: null }, requestId)
    expect(await stored.person('person-lin')).toMatchObject({ nickname: '小林', realName: null })
    expect(await stored.trailOf('person-lin')).toHaveLength(1)
  })

  it('resident: homes stay confirmed, and roles are not touched', async () => {
    const before = await stored.person('volunteer-wang')
    await test.as(cast.volunteer).call('account.correct', { nickname: '王大哥' })
    expect(await stored.person('volunteer-wang')).toMatchObject({
      memberships: before.memberships,
      roles: before.roles,
      roleKeys: before.roleKeys,
    })
  })

  it('resident: cannot take a name that WeChat refuses, nor a picture from elsewhere, nor half a phone number', async () => {
    expect(await lin().code('account.correct', { nickname: '赌博大王' })).toBe('ContentRejected')
    expect(await lin().code('account.correct', { avatarFileId: 'https://a.example/b.jpg' })).toBe('BadInput')
    expect(await lin().code('account.correct', { phone: '1381234' })).toBe('BadInput')
    expect(await stored.person('person-lin')).toMatchObject({ nickname: '小林', phone: null })
  })

  it('resident: cannot give a paper, a code or a list as their picture, which would go with the next one', async () => {
    const { fileId } = await test.as(cast.staff).call('place.export', { estatePath: places.estate })
    expect(await lin().code('account.correct', { avatarFileId: fileId })).toBe('BadInput')
    await lin().code('account.correct', { avatarFileId: null })
    expect(await filesLeft(test, [fileId])).toEqual([fileId])
  })

  it('resident: a new picture takes the place of the old one, which is gone', async () => {
    const keep = (name: string) => storeFile(test, name, cast.themself)
    const [first, second] = [await keep('one.jpg'), await keep('two.jpg')]
    await lin().call('account.correct', { avatarFileId: first })
    await lin().call('account.correct', { avatarFileId: second })
    expect(await filesLeft(test, [first, second])).toEqual([second])
  })

  it('resident: a picture of somebody else, given as their own, stays when it is changed', async () => {
    const theirs = await storeFile(test, 'theirs.jpg', cast.housemate)
    await lin().call('account.correct', { avatarFileId: theirs })
    await lin().call('account.correct', { avatarFileId: null })
    expect(await filesLeft(test, [theirs])).toEqual([theirs])
  })

  it('resident: no two paths of what they upload tell that one person did, nor does a folder put together', async () => {
    const foldersOf = async (who: string) => (await test.as(who).call('account.uploadFolders', {})).folders
    const [mine, again, others] = [
      await foldersOf(cast.themself),
      await foldersOf(cast.themself),
      await foldersOf(cast.housemate),
    ]
    const halves = [...mine, ...again].flatMap((folder) => [folder.slice(0, 22), folder.slice(22)])
    expect(new Set(halves).size).toBe(2 * (mine.length + again.length))
    const made = `${others[0]?.slice(0, 22)}${mine[0]?.slice(22)}`
    const fileId = test.cloud.storage.write(`photos/${made}/face.jpg`, Buffer.from([255, 216]))
    await lin().call('account.correct', { avatarFileId: fileId })
    await lin().call('account.correct', { avatarFileId: null })
    expect(await filesLeft(test, [fileId])).toEqual([fileId])
  })
})

describe('my phone number', () => {
  const codeFor = async (): Promise<string> => {
    const persona = test.cloud.personas.create({ name: '小林', phone: '13899990000' })
    return (await openPhone({ url: test.cloud.url, token: persona.token }).cloud.phoneCode()).code
  }

  it('resident: from the button of WeChat; the same request again answers the same', async () => {
    const [code, requestId] = [await codeFor(), nextRequestId()]
    for (const _ of [1, 2]) {
      const { account } = await lin().call('account.putPhone', { code }, requestId)
      expect(account.phone).toBe('13899990000')
    }
    expect((await stored.person('person-lin')).phone).toBe('13899990000')
  })

  it('resident: cannot use a code twice, or one that is made up', async () => {
    const code = await codeFor()
    await lin().call('account.putPhone', { code })
    expect(await test.as(cast.housemate).code('account.putPhone', { code })).toBe('NotFound')
    expect(await lin().code('account.putPhone', { code: 'made-up' })).toBe('NotFound')
  })
})

describe('taking consent back', () => {
  it('resident: what is not needed to live here is forgotten; the home and the orders stay', async () => {
    const avatarFileId = await storeFile(test, 'me.jpg', cast.themself)
    await lin().call('account.privacy', { version, isAgreed: true })
    await lin().call('account.correct', {
      avatarFileId,
      phone: '13812340000',
      shares: { ...sharesNothing, phone: true },
    })
    expect((await stored.person('person-lin')).privacy).toMatchObject({ version })
    const { account } = await lin().call('account.privacy', { version, isAgreed: false })
    expect(account).toMatchObject({
      privacy: null,
      realName: null,
      phone: null,
      avatarFileId: null,
      shares: sharesNothing,
    })
    expect(account.memberships).toMatchObject([{ roomNumber: '1502', standing: 'confirmed' }])
    expect(await filesLeft(test, [avatarFileId])).toEqual([])
    expect((await stored.trailOf('person-lin')).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['privacyAgreed', 'privacyWithdrawn']),
    )
    const { items } = await test
      .as(cast.buildingLeader)
      .call('resident.find', { areaPath: places.building4, by: { kind: 'name', name: '林国强' } })
    expect(items).toEqual([])
  })
})

describe('who has looked at me, and what happened to me', () => {
  it('resident: reads that the leader opened the card, and what was changed; nobody else reads it', async () => {
    await test.as(cast.buildingLeader).call('resident.get', { userId: 'person-lin' })
    await lin().call('account.correct', { nickname: '老林' })
    const { items } = await lin().call('account.accesses', page)
    expect(items).toMatchObject([{ byName: '周组长', role: 'microGridLeader' }])
    expect(JSON.stringify(items)).not.toContain('leader-zhou')
    expect((await lin().call('account.trail', page)).items).toMatchObject([{ event: 'corrected' }])
    for (const other of [cast.housemate, cast.neighbour, cast.buildingLeader, cast.staff]) {
      expect((await test.as(other).call('account.accesses', page)).items).toEqual([])
      expect((await test.as(other).call('account.trail', page)).items).toEqual([])
    }
  })

  it('resident: page by page', async () => {
    for (const nickname of ['一一', '二二', '三三']) {
      await lin().call('account.correct', { nickname })
      test.cloud.clock.travel(1000)
    }
    const first = await lin().call('account.trail', { cursor: null, limit: 2 })
    const second = await lin().call('account.trail', { cursor: first.nextCursor, limit: 2 })
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null])
  })
})

describe('before saying farewell', () => {
  it('resident: hears what would end; those for whom only they act are named', async () => {
    const { farewell } = await lin().call('account.farewell', {})
    expect(farewell).toEqual({
      openOrders: 0,
      takenOrders: 0,
      visits: 0,
      series: 0,
      homes: 1,
      roles: [],
      removedFrom: [],
      dependents: [{ userId: 'mother-lin', name: '林妈妈' }],
    })
    expect(await lin().code('account.cancel', { isSure: true })).toBe('StillInUse')
  })
})

describe('who may', () => {
  const allWithAccount = everyoneCast.filter((name) => name !== 'newcomer')
  const rows = [
    ['account.correct', { phone: null }],
    ['account.privacy', { version, isAgreed: true }],
    ['account.accesses', page],
    ['account.trail', page],
    ['account.farewell', {}],
  ] as const
  it.each(rows)('%s: everybody with an account, for themselves; a newcomer has none', async (name, input) => {
    for (const who of allWithAccount)
      expect([who, await test.as(cast[who]).code(name, input)]).toEqual([who, 'ok'])
    expect(await test.as(cast.newcomer).code(name, input)).toBe('NotSignedIn')
  })

  /** Who has to stay: for somebody without a phone, or because nobody else looks after the area. */
  const stay: Partial<Record<CastName, string>> = {
    themself: 'StillInUse',
    otherStaff: 'StillInUse',
    street: 'StillInUse',
  }
  it.each(everyoneCast)('account.cancel: %s', async (who) => {
    expect(await test.as(cast[who]).code('account.cancel', { isSure: true })).toBe(stay[who] ?? 'ok')
  })
})

it('waits: reads one, changes at most three', async () => {
  // The signals of an area are there from its first change on.
  await lin().call('account.correct', { nickname: '小林子' })
  await lin().call('account.correct', { nickname: '老林' })
  expect(lastAnswer(test, 'account.correct').waits).toBeLessThanOrEqual(3)
  await lin().call('account.privacy', { version, isAgreed: true })
  expect(lastAnswer(test, 'account.privacy').waits).toBeLessThanOrEqual(3)
  for (const name of ['account.accesses', 'account.trail'] as const) {
    await lin().call(name, page)
    expect(lastAnswer(test, name).waits).toBeLessThanOrEqual(2)
  }
  await lin().call('account.farewell', {})
  expect(lastAnswer(test, 'account.farewell').waits).toBeLessThanOrEqual(2)
})

describe('who was removed cancels and scans again', () => {
  const removed = () => test.as(cast.removed)
  const kept = () => test.cloud.database.find('removals')
  const cancel = (openid: string) => test.as(openid).call('account.cancel', { isSure: true })
  const back = async (areaPath: string) =>
    (await join(await make({ areaPath }, 'staff'), {}, cast.removed)).account

  it('is held until somebody vouches, as before; the building knows the phone, and nothing of the person', async () => {
    const { userId } = { userId: (await removed().call('account.me', {})).account?._id ?? '' }
    const { farewell } = await removed().call('account.farewell', {})
    expect(farewell.removedFrom).toHaveLength(1)
    await cancel(cast.removed)
    const [line] = await kept()
    expect(Object.keys(line ?? {}).sort()).toEqual(['_id', 'at', 'buildingPath', 'expiresAt'])
    expect(JSON.stringify(line)).not.toMatch(new RegExp(`${userId}|${cast.removed}`))
    const account = await back(places.building4)
    expect(account._id).not.toBe(userId)
    expect(account.memberships).toMatchObject([{ standing: 'unconfirmed', isHeld: true }])
    const { items } = await test.as(cast.buildingLeader).call('membership.pending', {})
    expect(items.find((one) => one.userId === account._id)).toMatchObject({
      doubts: expect.arrayContaining(['turnedAway']) as unknown,
      turnedAwayAt: line?.at,
    })
    expect(await removed().code('chat.history', { groupPath: places.building4 })).toBe('Forbidden')
    // Nor does cancelling once more, or coming in by another building.
    await cancel(cast.removed)
    const elsewhere = await back(places.building5)
    expect(elsewhere.memberships).toMatchObject([{ isHeld: false }])
    const moved = await removed().call('membership.move', {
      from: { areaPath: places.building5, roomNumber: '1401' },
      to: { areaPath: places.building4, roomNumber: '1401', relation: 'tenant' },
    })
    expect(moved.account.memberships.at(-1)).toMatchObject({ standing: 'unconfirmed', isHeld: true })
    const home = { userId: elsewhere._id, areaPath: places.building4, roomNumber: '1401' }
    await test.as(cast.buildingLeader).call('membership.decide', { ...home, standing: 'confirmed' })
    expect(await kept()).toEqual([])
  })

  it('takes over who is on the register there: held like any other, until somebody vouches', async () => {
    await cancel(cast.removed)
    const [{ at } = { at: 0 }] = await kept()
    const { account } = await join(await make(wanted.person), {}, cast.removed)
    expect(account).toMatchObject({
      _id: 'mother-lin',
      memberships: [{ standing: 'unconfirmed', isHeld: true }],
    })
    expect(await removed().code('chat.history', { groupPath: places.building4 })).toBe('Forbidden')
    const { items } = await test.as(cast.buildingLeader).call('membership.pending', {})
    expect(items.find(({ userId }) => userId === 'mother-lin')).toMatchObject({
      doubts: ['turnedAway'],
      turnedAwayAt: at,
      vouchBy: expect.any(Number) as unknown,
    })
    const home = { userId: 'mother-lin', areaPath: places.building4, roomNumber: '1502' }
    await test.as(cast.buildingLeader).call('membership.decide', { ...home, standing: 'confirmed' })
    expect(await removed().code('chat.history', { groupPath: places.building4 })).toBe('ok')
    expect(await kept()).toEqual([])
  })

  it('is as new a year later; of whom nobody removed nothing is remembered', async () => {
    await cancel(cast.neighbour)
    expect(await kept()).toEqual([])
    await cancel(cast.removed)
    test.cloud.clock.travel(days(365))
    // Before the clock has noticed, and after.
    expect((await back(places.building4)).memberships).toMatchObject([{ isHeld: false }])
    await clockOf(test).minute()
    expect(await kept()).toEqual([])
  })
})
