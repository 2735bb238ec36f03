import readCode from 'jsqr'
import type { CallInput } from '@/domain/contracts'
import type { Invitation } from '@/domain/invitation/schema'
import { codesPerDay } from '@/domain/invitation/policy'
import { daysOnWall, leastDaysOnWall, mostCodes, mostMadeAtOnce, type Each } from '@/domain/print/contract'
import { days } from '@/domain/shared/time'
import { aGrant, aLeader } from '../../support/factories/account'
import { anInvitation } from '../../support/factories/invitation'
import { places } from '../../support/factories/places'
import { aHousehold } from '../../support/neighbours'
import { readPdf, type ReadPdf } from '../../support/read-pdf'
import { nextRequestId } from '../../support/request-id'
import { people, useTestCloud, workingMorning } from '../../support/test-cloud'

const test = useTestCloud()
const estate: CallInput<'print.posters'> = { areaPath: places.estate, each: 'building', paper: 'poster' }
const staff = () => test.as(people.staff)

const fileOf = (fileId: string | null): ReadPdf =>
  readPdf(test.cloud.storage.read(fileId ?? '') ?? Buffer.alloc(0))
/** The invitation codes in a file, as a phone reads them, in the order of its pictures. */
const codesIn = ({ pictures }: ReadPdf): string[] =>
  pictures.map(({ data, width, height }) => {
    const address = readCode(data, width, height)?.data ?? ''
    return /^http:\/\/phone\.test\/#\/pages\/join\/index\?scene=(.*)$/.exec(address)?.[1] ?? address
  })
const kept = async (): Promise<Invitation[]> =>
  (await test.cloud.database.find('invitations', {})) as unknown as Invitation[]
/** A code for the wall of building 4, made yesterday, that nobody has used yet. */
const onWall = (overrides: Partial<Invitation> = {}): Invitation =>
  anInvitation({
    areaAt: [places.street, places.community, places.estate, places.building4],
    createdAt: workingMorning - days(1),
    expiresAt: workingMorning + days(leastDaysOnWall + 1),
    maxUses: 200,
    ...overrides,
  })

it('staff: prints the posters of an estate; each code opens its own building for a year', async () => {
  const { fileId, codes, made } = await staff().call('print.posters', estate)
  expect({ codes, made }).toEqual({ codes: 2, made: 2 })
  const file = fileOf(fileId)
  expect(file.pages.map((words) => words.split('\n').slice(0, 2))).toEqual([
    ['幸福里小区', '4栋'],
    ['幸福里小区', '5栋'],
  ])
  expect(file.pages[0]).toContain('微网格长：周组长')
  expect(file.pages[1]).toContain('微网格长：五栋组长')
  const invitations = new Map((await kept()).map((one) => [one._id, one]))
  const read = codesIn(file).map((code) => invitations.get(code))
  expect(read.map((one) => one?.areaPath).sort()).toEqual([places.building4, places.building5])
  for (const one of read) {
    expect(one!.expiresAt - one!.createdAt).toBe(days(daysOnWall))
    expect(one!.createdBy).toBe('staff-chen')
  }
  const look = await test.as(people.newcomer).call('invitation.look', { code: codesIn(file)[0]! })
  expect(look).toMatchObject({ state: 'valid', areaName: expect.stringContaining('幸福里小区') as string })
})

it('staff: printing again uses the codes that hang already', async () => {
  const first = await staff().call('print.posters', estate)
  const again = await staff().call('print.posters', { ...estate, paper: 'slip' })
  expect(again).toMatchObject({ codes: 2, made: 0 })
  expect(codesIn(fileOf(again.fileId)).sort()).toEqual(codesIn(fileOf(first.fileId)).sort())
  expect(await kept()).toHaveLength(2)
})

it('staff: a retry is the same file and the same codes, also when both come at once', async () => {
  const requestId = nextRequestId()
  const print = () => staff().call('print.posters', estate, requestId)
  const [first, second] = await Promise.all([print(), print()])
  expect(second).toEqual(first)
  expect(await print()).toEqual(first)
  expect(await kept()).toHaveLength(2)
})

it.each([
  ['is good for long enough', {}, 1],
  ['ends soon', { expiresAt: workingMorning + days(leastDaysOnWall) - 60_000 }, 2],
  ['was taken back', { revokedAt: workingMorning - days(1) }, 2],
  ['is nearly used up', { usedCount: 150 }, 2],
  ['is for one household', { target: { kind: 'household', householdId: 'household-1502' } }, 2],
] as const)('staff: a code that %s: how many are made', async (_how, overrides, made) => {
  await test.cloud.database.insert('invitations', [onWall(overrides)])
  expect(await staff().call('print.posters', estate)).toMatchObject({ codes: 2, made })
})

it('staff: stairwell by stairwell, and whole buildings that have none', async () => {
  await test.cloud.database.insert('areas', [
    { _id: places.unit, level: 'unit', name: '2单元', fullName: '幸福里小区 4栋 2单元' },
    { _id: `${places.building4}u10/`, level: 'unit', name: '10单元', fullName: '幸福里小区 4栋 10单元' },
    {
      _id: `${places.building4}u1/`,
      level: 'unit',
      name: '1单元',
      fullName: '幸福里小区 4栋 1单元',
      retiredAt: workingMorning,
    },
  ])
  const { fileId } = await staff().call('print.posters', { ...estate, each: 'unit' })
  expect(fileOf(fileId).pages.map((words) => words.split('\n')[1])).toEqual([
    '4栋 2单元',
    '4栋 10单元',
    '5栋',
  ])
})

it('whoever leads the micro-grids of a building stands on its papers; on those of one, its own', async () => {
  const grids = [1, 2].map((n) => `${places.building4}g-${n}/`)
  const leaders = grids.map((path, n) =>
    aLeader({
      _id: `grid-leader-${n + 1}`,
      openid: `openid-of-grid-leader-${n + 1}`,
      nickname: `网格长${n + 1}`,
      roles: [aGrant('microGridLeader', path, { areaName: `幸福里小区 4栋 ${n + 1}号微网格` })],
    }),
  )
  await test.cloud.database.insert('accounts', leaders)
  const area = { level: 'grid', fullName: '幸福里小区 4栋 1号微网格', name: '1号微网格' }
  const unit = { _id: places.unit, level: 'unit', name: '2单元', fullName: '幸福里小区 4栋 2单元' }
  await test.cloud.database.insert('areas', [{ ...area, _id: grids[0] }, unit])
  await test.cloud.database.insert('households', [
    aHousehold({ areaPath: places.unit, gridPath: grids[1], roomNumber: '1502' }),
  ])
  const leadersOn = async (each: Each): Promise<string[]> => {
    const papers = { ...estate, areaPath: places.building4, each }
    const { pages } = fileOf((await staff().call('print.posters', papers)).fileId)
    return pages.map((words) => words.split('\n').find((line) => line.startsWith('微网格长')) ?? '')
  }
  expect(await leadersOn('building')).toEqual(['微网格长：网格长1（1号微网格）、网格长2（2号微网格）'])
  expect(await leadersOn('unit')).toEqual(['微网格长：网格长2（2号微网格）'])
  expect(await leadersOn('grid')).toEqual(['微网格长：网格长1'])
})

it('leader: prints for their own building', async () => {
  const input = { ...estate, areaPath: places.building4 }
  expect(await test.as(people.leader).call('print.posters', input)).toMatchObject({ codes: 1, made: 1 })
})

it.each([
  ['a leader, for the whole estate', people.leader, places.estate, 'Forbidden'],
  ['a leader, for another building', people.leader, places.building5, 'Forbidden'],
  ['a resident', people.li, places.building4, 'Forbidden'],
  ['a volunteer', people.volunteer, places.building4, 'Forbidden'],
  ['staff of another community', people.otherStaff, places.estate, 'Forbidden'],
  ['a newcomer', people.newcomer, places.building4, 'NotSignedIn'],
  ['staff, for what has no building', people.staff, places.otherEstate, 'NotFound'],
])('%s: makes no code', async (_who, openid, areaPath, code) => {
  expect(await test.as(openid).code('print.posters', { ...estate, areaPath })).toBe(code)
  expect(await kept()).toHaveLength(0)
})

const manyBuildings = (length: number) =>
  Array.from({ length }, (_, n) => ({
    _id: `${places.estate}b${n + 100}/`,
    level: 'building',
    name: `${n + 100}栋`,
    fullName: `幸福里小区 ${n + 100}栋`,
  }))

it('staff: a large estate is made with some calls, each going on where the last one ended, into one file', async () => {
  await test.cloud.database.insert('areas', manyBuildings(mostMadeAtOnce))
  const codes = mostMadeAtOnce + 2
  const first = await staff().call('print.posters', estate)
  expect(first).toEqual({ fileId: null, codes, made: mostMadeAtOnce, left: 2 })
  const second = await staff().call('print.posters', estate)
  expect(second).toMatchObject({ codes, made: 2, left: 0 })
  const file = test.cloud.storage.read(second.fileId ?? '')?.toString('latin1')
  expect(file?.match(/\/Type \/Page\b/g)).toHaveLength(codes)
  expect(await kept()).toHaveLength(codes)
})

it('staff: more than one may make in a day is refused before anything is made', async () => {
  const today = Array.from({ length: codesPerDay.office - 1 }, (_, n) =>
    onWall({ _id: `earlier-today-${n}`, createdBy: 'staff-chen', createdAt: workingMorning, usedCount: 150 }),
  )
  await test.cloud.database.insert('invitations', today)
  expect(await staff().code('print.posters', estate)).toBe('LimitReached')
  expect(await kept()).toHaveLength(today.length)
})

it('staff: more than fits into one file is refused before anything is made', async () => {
  await test.cloud.database.insert('areas', manyBuildings(mostCodes - 1))
  expect(await staff().code('print.posters', estate)).toBe('LimitReached')
  expect(await kept()).toHaveLength(0)
})

it('leader: prints the paper of one code', async () => {
  const { invitation } = await test
    .as(people.leader)
    .call('invitation.create', { areaPath: places.building4 })
  const code = invitation._id
  const { fileId } = await test.as(people.leader).call('print.invitation', { code, paper: 'poster' })
  const file = fileOf(fileId)
  expect(codesIn(file)).toEqual([code])
  expect(file.pages).toHaveLength(1)
})

it.each([
  ['revoked', { revokedAt: workingMorning }, 'InvitationRevoked'],
  ['expired', { expiresAt: workingMorning }, 'InvitationExpired'],
  ['used up', { usedCount: 200 }, 'InvitationUsedUp'],
] as const)('leader: a code that is %s is not printed', async (_how, overrides, code) => {
  await test.cloud.database.insert('invitations', [onWall(overrides)])
  const input = { code: 'invite-building-4', paper: 'slip' } as const
  expect(await test.as(people.leader).code('print.invitation', input)).toBe(code)
})

it.each([
  ['the leader of another building', people.otherLeader, 'Forbidden'],
  ['a resident', people.li, 'Forbidden'],
  ['staff of another community', people.otherStaff, 'Forbidden'],
  ['a newcomer', people.newcomer, 'NotSignedIn'],
  ['staff of the community', people.staff, 'ok'],
])('%s: may print a code of building 4? %s', async (_who, openid, code) => {
  await test.cloud.database.insert('invitations', [onWall()])
  const input = { code: 'invite-building-4', paper: 'slip' } as const
  expect(await test.as(openid).code('print.invitation', input)).toBe(code)
})

it('anyone: a code that nobody made is unknown', async () => {
  const input = { code: 'invite-nobody', paper: 'slip' } as const
  expect(await staff().code('print.invitation', input)).toBe('InvitationUnknown')
})
