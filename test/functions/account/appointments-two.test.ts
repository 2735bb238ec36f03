import type { ActionName, CallInput, Output } from '@/domain/contracts'
import { days, hours } from '@/domain/shared/time'
import { aGrant } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { cast, grids, useNeighbours } from '../../support/neighbours'
import { workingMorning } from '../../support/test-cloud'
import { appointees, application, appointing, openidOf, proposal, staffProposal } from './_support/appointing'

const test = useNeighbours(appointees())
const { accountOf, anew, propose, apply, appointmentOf, rolesOf, table } = appointing(test)

describe('staff are appointed by two', () => {
  const signed = async (by: string): Promise<string> => {
    const { appointment } = await propose(by, staffProposal)
    return appointment._id
  }
  const sign = (who: string, appointmentId: string): Promise<string> =>
    test.as(who).code('appointment.sign', { appointmentId })

  it('the first signature gives nothing; the one who gave it can’t give the second', async () => {
    const id = await signed(cast.staff)
    expect(await rolesOf('person-lin')).toEqual([])
    expect(await sign(cast.staff, id)).toBe('ok')
    expect(await rolesOf('person-lin')).toEqual([])
    expect((await appointmentOf(id)).signatures).toHaveLength(1)
  })

  it('the second is staff or street, and nobody else; not the one it is about', async () => {
    let id = ''
    await table(
      (who) => sign(who, id),
      { staff: 'ok', secondStaff: 'ok', street: 'ok' },
      async () => {
        id = await signed(cast.staff)
      },
    )
    await anew()
    id = await signed(cast.staff)
    expect(await sign(cast.secondStaff, id)).toBe('ok')
    expect(await rolesOf('person-lin')).toEqual(['communityStaff'])
  })

  it('the first staff of a new community comes from the street, by two of it', async () => {
    await test.cloud.database.insert('areas', [
      { _id: places.otherCommunity, level: 'community', name: '平安社区', fullName: '平安社区' },
    ])
    await test.cloud.database.remove('accounts', { _id: 'staff-elsewhere' })
    const given = { role: 'communityStaff', areaPath: places.otherCommunity } as const
    const { appointment } = await propose(cast.street, given)
    expect(await sign(cast.staff, appointment._id)).toBe('Forbidden')
    expect(await sign(openidOf('street-second'), appointment._id)).toBe('ok')
    expect(await rolesOf('person-lin')).toEqual(['communityStaff'])
  })

  it('a signature of someone who has left the office since does not count', async () => {
    const id = await signed(cast.staff)
    await test.cloud.database.update('accounts', { _id: 'staff-chen' }, { $set: { roles: [] } })
    expect(await sign(cast.secondStaff, id)).toBe('ok')
    expect(await rolesOf('person-lin')).toEqual([])
    expect(await sign(cast.street, id)).toBe('ok')
    expect(await rolesOf('person-lin')).toEqual(['communityStaff'])
  })

  it('a term without a paper is lengthened by two; one alone leaves it, or makes it shorter', async () => {
    const until = workingMorning + hours(5)
    const longer = { userId: 'staff-deng', ...staffProposal, until: workingMorning + days(3650) }
    const roles = [aGrant('communityStaff', places.community, { until })]
    const held = async () => (await accountOf('staff-deng')).roles.map((grant) => grant.until)
    await test.cloud.database.update('accounts', { _id: 'staff-deng' }, { $set: { roles } })
    const { appointment } = await propose(cast.staff, longer)
    expect([appointment.state, await held()]).toEqual(['proposed', [until]])
    expect(await sign(cast.street, appointment._id)).toBe('ok')
    expect(await held()).toEqual([longer.until])
    for (const shorter of [null, until, until - hours(1)]) {
      await test.cloud.database.remove('appointments', {})
      await test.cloud.database.update('accounts', { _id: 'staff-deng' }, { $set: { roles } })
      const named = await propose(cast.staff, { ...longer, until: shorter })
      expect([named.appointment.state, await held()]).toEqual(['active', [shorter ?? until]])
    }
  })

  it('two sign at once: one role, and neither signature is lost', async () => {
    const id = await signed(cast.staff)
    const codes = await Promise.all([sign(cast.secondStaff, id), sign(cast.street, id)])
    expect(codes.filter((code) => code !== 'ok' && code !== 'Conflict')).toEqual([])
    expect((await accountOf('person-lin')).roles).toHaveLength(1)
    expect((await appointmentOf(id)).state).toBe('active')
  })

  it('whoever signs while their own role ends has signed before, or not at all', async () => {
    for (let round = 0; round < 5; round += 1) {
      await anew()
      const id = await signed(cast.street)
      const paper = await propose(cast.secondStaff, { userId: 'staff-chen', ...staffProposal })
      const [code] = await Promise.all([
        sign(cast.staff, id),
        test
          .as(cast.secondStaff)
          .call('appointment.end', { appointmentId: paper.appointment._id, reason: '调到别处' }),
      ])
      expect(['ok', 'Forbidden']).toContain(code)
      expect(await rolesOf('person-lin')).toEqual(code === 'ok' ? ['communityStaff'] : [])
    }
  })
})

describe('looking', () => {
  const list = (who: string): Promise<string> =>
    test.as(who).code('appointment.list', { areaPath: places.community })

  it('at the appointments of a community: its staff and the street', () =>
    table(list, { staff: 'ok', secondStaff: 'ok', street: 'ok' }))

  it('at what is on someone’s hands: those who may end it', async () => {
    let appointmentId = ''
    await table(
      (who) => test.as(who).code('appointment.duties', { appointmentId }),
      { staff: 'ok', secondStaff: 'ok', street: 'ok', themself: 'ok' },
      async () => {
        appointmentId = (await propose(cast.staff)).appointment._id
      },
    )
  })

  it('open, active and past, newest first, of the area and all below, page by page', async () => {
    const applied = await apply(cast.neighbour)
    const active = (await propose(cast.staff)).appointment._id
    const gone = (await propose(cast.staff, { areaPath: grids.two })).appointment._id
    await test.as(cast.staff).call('appointment.end', { appointmentId: gone, reason: '换人' })
    const ids = async (
      view: 'open' | 'active' | 'past',
      areaPath: string = places.community,
    ): Promise<string[]> =>
      (await test.as(cast.staff).call('appointment.list', { areaPath, view })).items.map(({ _id }) => _id)
    expect([await ids('open'), await ids('active'), await ids('past')]).toEqual([[applied], [active], [gone]])
    expect(await ids('open', places.building4)).toEqual([])
    expect(await ids('active', places.building4)).toEqual([active])
    const first = await test
      .as(cast.staff)
      .call('appointment.list', { areaPath: places.community, view: 'open' })
    expect(first.items[0]?.allowedActions).toEqual(['sign', 'refuse'])
  })
})

/** One walk through every action; by action, how often it had to wait. */
async function walk(): Promise<Record<string, number>> {
  const waits: Record<string, number> = {}
  const by = async <N extends ActionName>(
    who: string,
    action: N,
    input: CallInput<N>,
  ): Promise<Output<N>> => {
    const output = await test.as(who).call(action, input)
    waits[action] = lastAnswer(test, action).waits
    return output
  }
  const { appointment: applied } = await by(cast.themself, 'appointment.apply', application)
  await by(cast.staff, 'appointment.refuse', { appointmentId: applied._id, reason: '先认识一下' })
  const { appointment } = await by(cast.staff, 'appointment.propose', proposal(staffProposal))
  await by(cast.secondStaff, 'appointment.sign', { appointmentId: appointment._id })
  await by(cast.staff, 'appointment.duties', { appointmentId: appointment._id })
  await by(cast.staff, 'appointment.list', { areaPath: places.community })
  await by(cast.themself, 'appointment.mine', {})
  await by(cast.staff, 'appointment.end', { appointmentId: appointment._id, reason: '调走' })
  return waits
}

it('commands wait three times at most, lists and duties twice', async () => {
  // The very first time that a topic is used costs more, once in its life.
  await walk()
  const waits = Object.entries(await walk())
  const reads = ['appointment.duties', 'appointment.list', 'appointment.mine']
  expect(waits).toHaveLength(8)
  expect(waits.filter(([action, count]) => count > (reads.includes(action) ? 2 : 3))).toEqual([])
})
