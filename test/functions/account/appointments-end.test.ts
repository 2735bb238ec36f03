import { hours, minutes } from '@/domain/shared/time'
import { breakNetwork } from '../../support/broken-network'
import { clockOf } from '../../support/clock-of'
import { places } from '../../support/factories/places'
import { cast, useNeighbours } from '../../support/neighbours'
import { nextRequestId } from '../../support/request-id'
import { workingMorning } from '../../support/test-cloud'
import { appointees, appointing, openidOf, staffProposal } from './_support/appointing'

const test = useNeighbours(appointees())
const { accountOf, anew, propose, appointmentOf, rolesOf, eventsOf, table } = appointing(test)

describe('ending', () => {
  const leader = async (): Promise<string> => (await propose(cast.staff)).appointment._id
  const end = (who: string, appointmentId: string, successorId: string | null = null): Promise<string> =>
    test.as(who).code('appointment.end', { appointmentId, reason: '搬去外地', successorId })

  it('by staff of the community and by oneself', async () => {
    let id = ''
    await table(
      (who) => end(who, id),
      { staff: 'ok', secondStaff: 'ok', themself: 'ok' },
      async () => {
        id = await leader()
      },
    )
  })

  it('the right goes at once, the paper says who, when and why; again it is answered alike', async () => {
    const id = await leader()
    expect(await end(cast.staff, id)).toBe('ok')
    expect(await end(cast.staff, id)).toBe('ok')
    expect(await end(cast.secondStaff, id)).toBe('Conflict')
    expect(await accountOf('person-lin')).toMatchObject({ roles: [], roleKeys: [] })
    expect(await appointmentOf(id)).toMatchObject({
      state: 'ended',
      reason: '搬去外地',
      endedAt: expect.any(Number) as unknown,
      endedBy: { userId: 'staff-chen' },
    })
    expect(await test.cloud.database.count('trail', { userId: 'person-lin', event: 'roleEnded' })).toBe(1)
  })

  it('staff: can’t end the street above them', async () => {
    const { appointment } = await propose(openidOf('street-second'), {
      userId: 'street-office',
      role: 'streetOffice',
      areaPath: places.street,
    })
    expect(await end(cast.staff, appointment._id)).toBe('Forbidden')
  })

  it('a role from before there were papers is ended by its holder, and then has one', async () => {
    const { items } = await test.as(cast.buildingLeader).call('appointment.mine', {})
    expect(items).toMatchObject([{ role: 'microGridLeader', state: 'active' }])
    const id = items[0]?._id ?? ''
    expect(await end(cast.gridLeader, id)).toBe('NotFound')
    expect(await end(cast.buildingLeader, id)).toBe('ok')
    expect(await rolesOf('leader-zhou')).toEqual([])
    expect((await appointmentOf(id)).state).toBe('ended')
  })

  it('the last of the staff needs a successor; of two who leave at once one stays', async () => {
    const mine = async (who: string): Promise<string> =>
      (await test.as(who).call('appointment.mine', {})).items[0]?._id ?? ''
    for (let round = 0; round < 5; round += 1) {
      await anew()
      const ids = await Promise.all([mine(cast.staff), mine(cast.secondStaff)])
      const codes = await Promise.all([end(cast.staff, ids[0] ?? ''), end(cast.secondStaff, ids[1] ?? '')])
      expect(codes.sort()).toEqual(['StillInUse', 'ok'])
      expect(
        await test.cloud.database.count('accounts', { roleKeys: `communityStaff@${places.community}` }),
      ).toBe(1)
    }
  })

  it('leader: the last of a building may go, since staff look after it', async () => {
    const id = await leader()
    await end(cast.staff, id)
    const { items } = await test.as(cast.buildingLeader).call('appointment.mine', {})
    const { duties } = await test
      .as(cast.buildingLeader)
      .call('appointment.duties', { appointmentId: items[0]?._id ?? '' })
    expect(duties).toMatchObject({ isLast: true, needsSuccessor: false, pendingNeighbours: 1 })
    expect(await end(cast.buildingLeader, items[0]?._id ?? '')).toBe('ok')
  })

  it('by the clock: the right is gone at that very moment, the paper a minute later', async () => {
    const until = workingMorning + minutes(5)
    const { appointment } = await propose(cast.staff, { until })
    test.cloud.clock.set(until)
    const { account, capabilities } = await test.as(cast.themself).call('account.me', {})
    expect([account?.roles, capabilities]).toEqual([[], ['order']])
    test.cloud.clock.set(until + minutes(1))
    await test.cloud.timers.fire('timers', 'everyMinute')
    expect(await appointmentOf(appointment._id)).toMatchObject({
      state: 'ended',
      endedAt: until,
      endedBy: null,
    })
    expect((await accountOf('person-lin')).roles).toEqual([])
  })
})

describe('a successor', () => {
  const end = (who: string, appointmentId: string, successorId: string): Promise<string> =>
    test.as(who).code('appointment.end', { appointmentId, reason: '交给年轻人', successorId })

  it('named by staff for a leader takes over in the same go', async () => {
    const { appointment } = await propose(cast.staff)
    expect(await end(cast.staff, appointment._id, 'neighbour-sun')).toBe('ok')
    expect([await rolesOf('person-lin'), await rolesOf('neighbour-sun')]).toEqual([[], ['microGridLeader']])
    expect(await appointmentOf(appointment._id)).toMatchObject({
      state: 'ended',
      successorId: 'neighbour-sun',
    })
    expect(await eventsOf('person-lin')).toContain('roleHandedOver')
  })

  it('named by a leader themself waits for staff; until then the leader stays', async () => {
    const { appointment } = await propose(cast.staff)
    const requestId = nextRequestId()
    const input = { appointmentId: appointment._id, reason: '交给年轻人', successorId: 'neighbour-sun' }
    expect(await test.as(cast.themself).code('appointment.end', input, requestId)).toBe('SecondNeeded')
    expect(await test.as(cast.themself).code('appointment.end', input, requestId)).toBe('SecondNeeded')
    expect([await rolesOf('person-lin'), await rolesOf('neighbour-sun')]).toEqual([['microGridLeader'], []])
    expect(await test.as(cast.staff).code('appointment.sign', { appointmentId: requestId })).toBe('ok')
    expect([await rolesOf('person-lin'), await rolesOf('neighbour-sun')]).toEqual([[], ['microGridLeader']])
    expect(await appointmentOf(appointment._id)).toMatchObject({ state: 'ended', reason: '交给年轻人' })
  })

  it('of staff needs the second signature; when it comes, the old one leaves in the same go', async () => {
    const { appointment } = await propose(cast.secondStaff, { userId: 'staff-chen', ...staffProposal })
    const requestId = nextRequestId()
    const input = { appointmentId: appointment._id, reason: '退休', successorId: 'person-lin' }
    expect(await test.as(cast.staff).code('appointment.end', input, requestId)).toBe('SecondNeeded')
    expect(await test.as(cast.staff).code('appointment.sign', { appointmentId: requestId })).toBe('ok')
    expect(await rolesOf('staff-chen')).toEqual(['communityStaff'])
    expect(await test.as(cast.secondStaff).code('appointment.sign', { appointmentId: requestId })).toBe('ok')
    expect([await rolesOf('staff-chen'), await rolesOf('person-lin')]).toEqual([[], ['communityStaff']])
  })

  it('is not oneself, nor someone who names themself, nor a child', async () => {
    const { appointment } = await propose(cast.staff)
    expect(await end(cast.staff, appointment._id, 'person-lin')).toBe('NotFound')
    expect(await end(cast.staff, appointment._id, 'staff-chen')).toBe('Forbidden')
    expect(await end(cast.staff, appointment._id, 'child-lin')).toBe('NotFound')
    expect(await rolesOf('person-lin')).toEqual(['microGridLeader'])
  })
})

describe('a leader who lives there no more leads it no more', () => {
  const clock = clockOf(test)
  const home = { areaPath: places.building4, roomNumber: '1502' } as const
  const standings = async (): Promise<string[]> =>
    (await accountOf('person-lin')).memberships.map(({ standing }) => standing)
  const settled = async (): Promise<void> => {
    for (const _ of [1, 2]) {
      test.cloud.clock.travel(minutes(2))
      await clock.minute()
    }
  }
  /** From which of its requests on a leaving comes to nothing: the first ones may come before anything is written. */
  const deaths = [7, 10, 12, 14]
  const ways = [
    ['leave', () => test.as(cast.themself).code('membership.leave', home)],
    [
      'move',
      () =>
        test.as(cast.themself).code('membership.move', {
          from: home,
          to: { areaPath: places.building5, roomNumber: '301', relation: 'tenant' },
        }),
    ],
  ] as const

  it.each(ways)('membership.%s, wherever it dies', async (_way, go) => {
    let left = 0
    for (const nth of deaths) {
      await anew()
      await propose(cast.staff)
      const mend = breakNetwork(test, 'failRate', (count) => count >= nth)
      await go().catch(() => undefined)
      mend()
      const isHalf = (await standings()).includes('left') && (await rolesOf('person-lin')).length > 0
      if (isHalf) left += 1
      await settled()
      const isGone = (await standings()).includes('left')
      expect([nth, await rolesOf('person-lin')]).toEqual([nth, isGone ? [] : ['microGridLeader']])
      if (isGone) expect((await accountOf('person-lin')).memberships[0]?.clearAt).toBeNull()
    }
    // The death that matters was among them.
    expect(left).toBeGreaterThan(0)
  })

  it('whatever they change between the end of their tenancy and the clock', async () => {
    await propose(cast.staff)
    const until = test.cloud.clock.now() + hours(1)
    const lease = { userId: 'person-lin', ...home, until }
    await test.as(cast.staff).call('membership.setLease', lease)
    test.cloud.clock.set(until + 1000)
    for (const nickname of ['小林一', '小林二'])
      await test.as(cast.themself).call('account.correct', { nickname })
    expect(await rolesOf('person-lin')).toEqual(['microGridLeader'])
    await settled()
    expect(await rolesOf('person-lin')).toEqual([])
    expect(await test.as(cast.themself).code('resident.list', { areaPath: places.building4 })).toBe(
      'Forbidden',
    )
  })
})
