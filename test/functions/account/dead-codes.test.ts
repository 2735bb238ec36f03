import { aGrant } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { aPerson, cast, grids, homeIn, useNeighbours, type CastName } from '../../support/neighbours'
import { workingMorning } from '../../support/test-cloud'
import { invitationsOf, wanted } from './invitation-cast'

const test = useNeighbours()
const { make, join, joinCode } = invitationsOf(test)
const look = (code: string) => test.as(cast.newcomer).call('invitation.look', { code })
const removed = { userId: 'person-lin', areaPath: places.building4, roomNumber: '1502', reason: '已经搬走' }

/** How the right to make a code goes. */
const losses: [string, keyof typeof wanted, CastName, () => Promise<unknown>][] = [
  ['a leader who leads no more', 'building', 'buildingLeader', () => withoutRoles('leader-zhou')],
  ['a leader whose time is over', 'grid', 'gridLeader', () => overdue('leader-grid-one')],
  ['staff who have left the office', 'person', 'staff', () => withoutRoles('staff-chen')],
  ['staff who have left, for a role', 'volunteer', 'staff', () => withoutRoles('staff-chen')],
  [
    'a housemate who was removed',
    'household',
    'themself',
    () => test.as(cast.gridLeader).call('membership.remove', removed),
  ],
  [
    'a housemate who has moved out',
    'household',
    'housemate',
    () =>
      test.as(cast.housemate).call('membership.leave', { areaPath: places.building4, roomNumber: '1502' }),
  ],
]
const withoutRoles = (_id: string) =>
  test.cloud.database.update('accounts', { _id }, { $set: { roles: [], roleKeys: [] } })
const overdue = (_id: string) =>
  test.cloud.database.update(
    'accounts',
    { _id },
    { $set: { roles: [aGrant('microGridLeader', grids.one, { until: workingMorning - 1 })] } },
  )

it.each(losses)('a code dies with its maker’s right to make it: %s', async (_who, kind, maker, lose) => {
  const code = await make(wanted[kind], maker)
  expect(await look(code)).toMatchObject({ state: 'valid' })
  await lose()
  expect(await look(code)).toMatchObject({
    state: 'revoked',
    neighbourCount: 0,
    stairwells: [],
    notices: [],
  })
  const answer =
    kind === 'volunteer'
      ? await test.as(cast.newcomer).code('appointment.apply', {
          communityPath: places.community,
          skills: [],
          note: '',
          cap: 3,
          times: [],
          code,
          nickname: '新来的',
        })
      : await joinCode(code)
  expect(answer).toBe('InvitationRevoked')
  expect(await test.cloud.database.find('accounts', { openid: cast.newcomer })).toEqual([])
})

it('whoever moved to another building is no longer handed out by the leader of the old one', async () => {
  const code = await make(wanted.person, 'gridLeader')
  const elsewhere = aPerson({
    _id: 'mother-lin',
    nickname: '林妈妈',
    memberships: [homeIn('301', {}, places.building5)],
  })
  const { memberships, homeAt, householdIds, nameKeys } = elsewhere
  await test.cloud.database.update(
    'accounts',
    { _id: 'mother-lin' },
    { $set: { memberships, homeAt, householdIds, nameKeys } },
  )
  expect(await joinCode(code)).toBe('InvitationRevoked')
  expect(await joinCode(await make(wanted.person, 'staff'))).toBe('ok')
})

it('a place that is off the map is joined by no code, nor led by anybody', async () => {
  const code = await make({ areaPath: grids.two }, 'staff')
  await test.cloud.database.update('areas', { _id: grids.two }, { $set: { retiredAt: 1 } })
  expect(await look(code)).toMatchObject({ state: 'revoked' })
  expect(await joinCode(code, { roomNumber: '301' })).toBe('InvitationRevoked')
  const lead = { userId: 'person-lin', role: 'microGridLeader', areaPath: grids.two } as const
  expect(await test.as(cast.staff).code('appointment.propose', lead)).toBe('NotFound')
})

it('what hangs in the stairwell goes on with the successor; without one it is dead', async () => {
  const code = await make(wanted.building)
  // Theirs is from before there were papers.
  const paper = { userId: 'leader-zhou', role: 'microGridLeader', areaPath: places.building4 } as const
  const { appointment } = await test.as(cast.staff).call('appointment.propose', paper)
  const end = { appointmentId: appointment._id, reason: '交给小林', successorId: 'person-lin' }
  await test.as(cast.staff).call('appointment.end', end)
  expect(await look(code)).toMatchObject({ state: 'valid', leader: { nickname: '小林' } })
  await join(code)
})

it('a code of someone gone is neither printed nor found for a wall', async () => {
  const code = await make({ ...wanted.building, days: 365, maxUses: 1000 })
  await withoutRoles('leader-zhou')
  expect(await test.as(cast.staff).code('print.invitation', { code, paper: 'poster' })).toBe(
    'InvitationRevoked',
  )
  const papers = { areaPath: places.building4, each: 'building', paper: 'poster' } as const
  expect(await test.as(cast.staff).call('print.posters', papers)).toMatchObject({ codes: 1, made: 1 })
})

it('a leader finds no code among theirs that is the office’s to give', async () => {
  const role = { areaPath: places.building4, target: { kind: 'role', role: 'microGridLeader' } } as const
  const code = await make(role, 'staff')
  const list = { areaPath: places.building4 }
  const idsOf = async (who: CastName) =>
    (await test.as(cast[who]).call('invitation.list', list)).items.map(({ _id }) => _id)
  expect(await idsOf('buildingLeader')).not.toContain(code)
  expect(await idsOf('staff')).toContain(code)
})
