import { aNotice, areasAt } from '../../support/factories/notice'
import { anInvitation } from '../../support/factories/invitation'
import { places, startOfTests } from '../../support/factories/places'
import { aGrant } from '../../support/factories/account'
import { aHousehold, aPerson, cast, grids, neighbours, useNeighbours } from '../../support/neighbours'
import { lastAnswer } from '../../support/function-log'
import { invitationsOf, wanted } from './invitation-cast'

const appointed = aGrant('microGridLeader', grids.two, {
  areaName: '幸福里小区 4栋 2号微网格',
  appointmentId: 'appointment-two',
})
const withPhoto = aPerson({
  _id: 'leader-grid-two',
  nickname: '二号网格长',
  avatarFileId: 'cloud://test/face.jpg',
  roles: [appointed],
})
const test = useNeighbours([...neighbours().filter(({ _id }) => _id !== withPhoto._id), withPhoto])
const { make, join } = invitationsOf(test)
const look = (code: string, openid: string = cast.newcomer) =>
  test.as(openid).call('invitation.look', { code })

it('newcomer: meets the leader of the micro-grid: photo, since when, and which office confirmed them', async () => {
  const { leader } = await look(await make({ areaPath: grids.two }))
  expect(leader).toEqual({
    userId: 'leader-grid-two',
    nickname: '二号网格长',
    areaName: '幸福里小区 4栋 2号微网格',
    since: startOfTests,
    avatarFileId: 'cloud://test/face.jpg',
    confirmedBy: '幸福社区',
  })
})

it('newcomer: for a whole building meets its own leader, of whose appointment nothing is on record', async () => {
  const { leader } = await look(await make())
  expect(leader).toMatchObject({ userId: 'leader-zhou', confirmedBy: '' })
})

it('newcomer: for a building or a stairwell, meets the leaders of its micro-grids too', async () => {
  await test.cloud.database.insert('areas', [
    { _id: places.unit, level: 'unit', name: '2单元', fullName: '幸福里小区 4栋 2单元' },
  ])
  await test.cloud.database.insert('households', [
    aHousehold({ areaPath: places.unit, gridPath: grids.two, roomNumber: '201' }),
  ])
  const leadersOf = async (areaPath: string) =>
    (await look(await make({ areaPath }))).gridLeaders.map(({ nickname }) => nickname)
  expect(await leadersOf(places.building4)).toEqual(['一号网格长', '二号网格长'])
  expect(await leadersOf(places.unit)).toEqual(['二号网格长'])
  expect(await leadersOf(grids.two)).toEqual([])
})

it('newcomer: sees no leader whose time is over', async () => {
  const roles = [{ ...appointed, until: startOfTests + 1 }]
  await test.cloud.database.update('accounts', { _id: 'leader-grid-two' }, { $set: { roles } })
  const { leader } = await look(await make({ areaPath: grids.two }))
  expect(leader).toMatchObject({ userId: 'leader-zhou' })
})

it('newcomer: chooses from what stands on the doors, by stairwell, floor and number', async () => {
  const { stairwells } = await look(await make())
  expect(stairwells.map(({ areaPath, name }) => [areaPath, name])).toEqual([[places.building4, '4栋']])
  expect(stairwells[0]?.rooms.map(({ roomNumber }) => roomNumber)).toEqual([
    '301',
    '302',
    '1401',
    '1402',
    '1501',
    '1502',
  ])
  const { stairwells: ofGrid } = await look(await make({ areaPath: grids.two }))
  expect(ofGrid[0]?.rooms).toEqual([
    { roomNumber: '301', floor: 3 },
    { roomNumber: '302', floor: 3 },
  ])
})

it('newcomer: finds stairwells even where no flat is on the list; micro-grids are none', async () => {
  const area = { level: 'unit', fullName: '幸福里小区 5栋 1单元' } as const
  await test.cloud.database.insert('areas', [
    { ...area, _id: `${places.building5}u2/`, name: '2单元', order: 2 },
    { ...area, _id: `${places.building5}u1/`, name: '1单元', order: 1 },
    { ...area, _id: `${places.building5}u3/`, name: '3单元', order: 3, retiredAt: 1 },
    { ...area, _id: `${places.building5}g-1/`, name: '1号微网格', level: 'grid' },
  ])
  await test.cloud.database.remove('households', { areaPath: places.building5 })
  const { stairwells } = await look(await make({ areaPath: places.building5 }, 'staff'))
  expect(stairwells.map(({ name, rooms }) => [name, rooms.length])).toEqual([
    ['1单元', 0],
    ['2单元', 0],
  ])
})

it('newcomer: a door that another newcomer has typed is not offered as one', async () => {
  const code = await make()
  await join(code, { roomNumber: '9-999' }, 'openid-of-somebody')
  await test.cloud.database.insert('households', [aHousehold({ roomNumber: '201', isUnlisted: true })])
  expect(JSON.stringify((await look(code)).stairwells)).not.toMatch(/9-999|"201"/)
})

it('newcomer: reads the newest notices to everyone there, and none for another building', async () => {
  const notices = [1, 2, 3, 4].map((n) =>
    aNotice({ _id: `notice-000${n}`, title: `第 ${n} 条`, publishedAt: startOfTests + n }),
  )
  const elsewhere = aNotice({ _id: 'notice-elsewhere', title: '五栋停电', areas: areasAt(places.building5) })
  const newer = { publishedAt: startOfTests + 9 }
  const others = [
    aNotice({ _id: 'notice-tomorrow', title: '还没发', state: 'scheduled', ...newer }),
    aNotice({ _id: 'notice-taken-back', title: '撤回了', state: 'withdrawn', ...newer }),
    aNotice({ _id: 'notice-over', title: '过期了', expiresAt: startOfTests + 10, ...newer }),
  ]
  await test.cloud.database.insert('notices', [...notices, elsewhere, ...others])
  const { notices: shown } = await look(await make())
  expect(shown.map(({ title }) => title)).toEqual(['第 4 条', '第 3 条', '第 2 条'])
  expect(shown[0]?.text).toContain('九点')
})

it.each([
  ['expired', { expiresAt: 1 }],
  ['revoked', { revokedAt: 1 }],
  ['usedUp', { usedCount: 10 }],
] as const)(
  'a code that is %s says whom to ask: the leader, and the office with its number',
  async (state, it) => {
    const stale = anInvitation({ _id: 'stale-code-1', expiresAt: Date.now() + 1e12, ...it })
    await test.cloud.database.insert('invitations', [stale])
    expect(await look('stale-code-1')).toMatchObject({
      state,
      leader: { nickname: '周组长' },
      office: { name: '幸福社区', phone: '010-55550100' },
    })
  },
)

it('nobody finds a resident in it: no name of theirs, no register, no flat that the code is for', async () => {
  const codes = [
    await make(),
    await make(wanted.grid),
    await make(wanted.household),
    await make(wanted.person),
  ]
  for (const code of codes) {
    const text = JSON.stringify(await look(code))
    expect(text).not.toMatch(/小林|小何|林妈妈|林国强|吴建国|王秀英|吴敏|楼下小孙|新来的小吴|openid/)
  }
  for (const code of codes.slice(2)) {
    const found = await look(code)
    expect(found.stairwells).toEqual([])
    expect(JSON.stringify(found)).not.toContain('1502')
  }
})

it('who is there already is told so: by home, household, person and role', async () => {
  const already = async (code: string, openid: string) => (await look(code, openid)).alreadyHome
  expect(await already(await make(), cast.themself)).toBe(true)
  expect(await already(await make(), cast.newcomer)).toBe(false)
  expect(await already(await make(), cast.removed)).toBe(false)
  const household = await make(wanted.household)
  expect(await already(household, cast.themself)).toBe(true)
  expect(await already(household, cast.neighbour)).toBe(false)
  expect(await already(await make(wanted.volunteer, 'staff'), cast.volunteer)).toBe(true)
})

it('an unknown code says so, to those who look and to those who count', async () => {
  expect(await test.as(cast.newcomer).code('invitation.look', { code: 'never-made-1' })).toBe(
    'InvitationUnknown',
  )
  const note = { code: 'never-made-1', what: 'scan' } as const
  expect(await test.as(cast.newcomer).code('invitation.note', note)).toBe('InvitationUnknown')
})

it('scans and refusals are counted, each apart, and nothing is kept of who it was', async () => {
  const code = await make()
  await test.as(cast.newcomer).call('invitation.note', { code, what: 'scan' })
  await test.as(cast.newcomer).call('invitation.note', { code, what: 'scan' })
  await test.as(cast.newcomer).call('invitation.note', { code, what: 'refusal' })
  const { items } = await test.as(cast.buildingLeader).call('invitation.list', wanted.building)
  expect(items).toMatchObject([{ scanCount: 2, refusalCount: 1, usedCount: 0 }])
  expect(await test.cloud.database.count('accounts', { openid: cast.newcomer })).toBe(0)
})

it('looking and listing wait twice for the database, however many flats there are', async () => {
  const floors = Array.from({ length: 300 }, (_, n) => aHousehold({ roomNumber: `${2000 + n}` }))
  await test.cloud.database.insert('households', floors)
  const code = await make()
  await look(code)
  expect(lastAnswer(test, 'invitation.look').waits).toBeLessThanOrEqual(2)
  await test.as(cast.staff).call('invitation.list', { areaPath: places.community })
  expect(lastAnswer(test, 'invitation.list').waits).toBeLessThanOrEqual(2)
  await test.as(cast.newcomer).call('invitation.note', { code, what: 'scan' })
  expect(lastAnswer(test, 'invitation.note').waits).toBeLessThanOrEqual(2)
})
