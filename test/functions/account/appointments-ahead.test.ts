import { notBegunWords } from '@/copy/role-lapsed'
import type { Appointment } from '@/domain/appointment/schema'
import { momentTemplates } from '@/domain/shared/templates'
import { days, minutes } from '@/domain/shared/time'
import { aGrant } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { postOf } from '../../support/clock-of'
import { cast, homeIn, useNeighbours } from '../../support/neighbours'
import { storedPeople } from '../../support/stored-people'
import { workingMorning } from '../../support/test-cloud'
import { appointees, appointing, openidOf, staffProposal, type Given } from './_support/appointing'

const test = useNeighbours(appointees())
const { accountOf, anew, propose, appointmentOf, rolesOf, eventsOf } = appointing(test)
const first = workingMorning + days(9)

const comes = async (moment: number): Promise<void> => {
  test.cloud.clock.set(moment)
  await test.cloud.timers.fire('timers', 'everyMinute')
}

describe('an appointment from a day that lies ahead', () => {
  it('gives nothing before; that day the clock begins it, once', async () => {
    const { appointment } = await propose(cast.staff, { since: first, until: first + days(365) })
    expect(appointment).toMatchObject({ state: 'agreed', since: first })
    await comes(first - minutes(1))
    expect(await rolesOf('person-lin')).toEqual([])
    await comes(first)
    await comes(first + minutes(1))
    expect((await accountOf('person-lin')).roles).toMatchObject([
      { role: 'microGridLeader', since: first, until: first + days(365), appointmentId: appointment._id },
    ])
    expect(await eventsOf('person-lin')).toEqual(['roleAgreed', 'roleSigned'])
  })

  it('of staff: waits for the second signature, and then for its day', async () => {
    const { appointment } = await propose(cast.staff, { ...staffProposal, since: first })
    expect(appointment.state).toBe('proposed')
    await comes(first - days(1))
    const signed = await test.as(cast.street).call('appointment.sign', { appointmentId: appointment._id })
    expect(signed.appointment.state).toBe('agreed')
    expect(await rolesOf('person-lin')).toEqual([])
    await comes(first)
    expect(await rolesOf('person-lin')).toEqual(['communityStaff'])
  })

  it('is taken back before, by the one it is about; and comes to nothing where they have gone', async () => {
    const ahead = await propose(cast.staff, { since: first })
    const taken = { appointmentId: ahead.appointment._id, reason: '要搬家了' }
    expect(await test.as(cast.themself).code('appointment.refuse', taken)).toBe('ok')
    const other = await propose(cast.staff, { userId: 'neighbour-sun', since: first })
    await test.as(cast.neighbour).call('account.cancel', { isSure: true })
    await comes(first)
    expect(await rolesOf('person-lin')).toEqual([])
    expect((await appointmentOf(other.appointment._id)).state).toBe('refused')
  })

  /** Lin, a leader from `first` by staff, unless something happens before. */
  const lapsesAfter = async (before: () => Promise<unknown>, given: Given = {}): Promise<Appointment> => {
    const { appointment } = await propose(cast.staff, { since: first, ...given })
    await test.as(cast.secondStaff).code('appointment.sign', { appointmentId: appointment._id })
    // Good for one message, and two are granted: it is told once.
    for (let n = 0; n < 2; n += 1) test.cloud.consents.grant(cast.staff, momentTemplates.roleLapsed)
    const posted = postOf(test)
    await before()
    await comes(first)
    await comes(first + minutes(1))
    expect(posted().filter(([, template]) => template === momentTemplates.roleLapsed)).toEqual([
      [cast.staff, momentTemplates.roleLapsed],
    ])
    expect(await rolesOf('person-lin')).toEqual([])
    const after = await appointmentOf(appointment._id)
    expect(
      await test.cloud.database.find('trail', { event: 'roleRefused', note: after.reason }),
    ).toHaveLength(1)
    return after
  }
  const without = (id: string) => test.cloud.database.update('accounts', { _id: id }, { $set: { roles: [] } })
  const bySigner: [string, () => Promise<unknown>, Given][] = [
    ['whoever signed works there no more', () => without('staff-chen'), {}],
    [
      'whoever signed works elsewhere by then',
      () =>
        test.cloud.database.update(
          'accounts',
          { _id: 'staff-chen' },
          { $set: { roles: [aGrant('communityStaff', places.otherCommunity)] } },
        ),
      {},
    ],
    ['one of the two who signed for staff works there no more', () => without('staff-deng'), staffProposal],
  ]
  it.each(bySigner)(
    'where %s: it does not begin, the one who named hears, and the trail says why',
    async (...row) => {
      expect(await lapsesAfter(row[1], row[2])).toMatchObject({
        state: 'refused',
        reason: notBegunWords.unsigned,
      })
    },
  )

  it('of somebody who was removed, or who moved out before they were to lead: it does not begin either', async () => {
    const home = { areaPath: places.building4, roomNumber: '1502' }
    const removed = { ...home, userId: 'person-lin', reason: '不住这里了' }
    const leaves = () => test.as(cast.themself).call('membership.leave', home)
    const isRemoved = () => test.as(cast.staff).call('membership.remove', removed)
    for (const go of [leaves, isRemoved]) {
      await anew()
      expect(await lapsesAfter(go)).toMatchObject({ state: 'refused', reason: notBegunWords.left })
    }
    // Whoever helps goes on helping after moving out.
    await anew()
    await propose(cast.staff, { role: 'volunteer', areaPath: places.community, since: first })
    await leaves()
    await comes(first)
    expect(await rolesOf('person-lin')).toEqual(['volunteer'])
  })

  it('whose signer’s own term ends that very day: it begins', async () => {
    const roles = [{ ...aGrant('communityStaff', places.community), until: first }]
    await test.cloud.database.update('accounts', { _id: 'staff-chen' }, { $set: { roles, wakeAt: first } })
    await propose(cast.staff, { since: first })
    await comes(first)
    expect(await rolesOf('staff-chen')).toEqual([])
    expect(await rolesOf('person-lin')).toEqual(['microGridLeader'])
  })

  it('whose signer’s term ended the day before: it does not begin', async () => {
    const until = first - days(1)
    const roles = [{ ...aGrant('communityStaff', places.community), until }]
    await test.cloud.database.update('accounts', { _id: 'staff-chen' }, { $set: { roles, wakeAt: until } })
    await propose(cast.staff, { since: first })
    await comes(first)
    expect(await rolesOf('person-lin')).toEqual([])
  })

  it('whose signer’s office ends that very day, before the clock has looked: it begins', async () => {
    await propose(cast.staff, { since: first })
    const [mine] = (await test.as(cast.staff).call('appointment.mine', {})).items
    test.cloud.clock.set(first)
    await test.as(cast.staff).call('appointment.end', { appointmentId: mine!._id, reason: '调到别处' })
    expect(await rolesOf('staff-chen')).toEqual([])
    await comes(first)
    expect(await rolesOf('person-lin')).toEqual(['microGridLeader'])
  })

  /** An account is merged into what the register has of the same person. */
  const becomes = async (dropId: string, keepId: string): Promise<void> => {
    const reason = '同一个人，身份证核对过'
    expect(await test.as(cast.secondStaff).code('membership.merge', { keepId, dropId, reason })).toBe('ok')
  }

  it('whose signer’s account was merged since: it begins, and two accounts of one signer are one signature', async () => {
    const settled = async (): Promise<void> => {
      await anew()
      await storedPeople(test).giveHomes('staff-chen', [homeIn('1501')])
    }
    await settled()
    await propose(cast.staff, { since: first })
    await becomes('staff-chen', 'mother-lin')
    await comes(first)
    expect(await rolesOf('person-lin')).toEqual(['microGridLeader'])
    await settled()
    const { appointment } = await propose(cast.staff, { ...staffProposal, since: first })
    await test.as(cast.secondStaff).call('appointment.sign', { appointmentId: appointment._id })
    const signatures = [...(await appointmentOf(appointment._id)).signatures]
    const twice = [signatures[0], { ...signatures[0], userId: 'mother-lin' }]
    await test.cloud.database.update(
      'appointments',
      { _id: appointment._id },
      { $set: { signatures: twice } },
    )
    await becomes('staff-chen', 'mother-lin')
    await comes(first)
    expect(await appointmentOf(appointment._id)).toMatchObject({
      state: 'refused',
      reason: notBegunWords.unsigned,
    })
  })

  it('whose proposer’s account was merged since, and that lapses: they hear of it all the same', async () => {
    await storedPeople(test).giveHomes('staff-chen', [homeIn('1501')])
    const merged = async (): Promise<void> => {
      await becomes('staff-chen', 'mother-lin')
      await without('mother-lin')
    }
    expect(await lapsesAfter(merged)).toMatchObject({ state: 'refused' })
  })

  it('of a successor to somebody whose account was merged since: they leave that day', async () => {
    const { appointment } = await propose(cast.staff)
    const ending = { appointmentId: appointment._id, reason: '要搬家了', successorId: 'neighbour-sun' }
    await test.as(cast.staff).call('appointment.end', { ...ending, since: first })
    await becomes('person-lin', 'mother-lin')
    await comes(first)
    expect([await rolesOf('mother-lin'), await rolesOf('neighbour-sun')]).toEqual([[], ['microGridLeader']])
  })

  it('of a successor: both go on as they are, and hand over that day', async () => {
    const { appointment } = await propose(cast.staff)
    const ending = { appointmentId: appointment._id, reason: '要搬家了', successorId: 'neighbour-sun' }
    const next = await test.as(cast.staff).call('appointment.end', { ...ending, since: first })
    expect(next.appointment).toMatchObject({ state: 'agreed', userId: 'neighbour-sun', since: first })
    await comes(first - minutes(1))
    expect([await rolesOf('person-lin'), await rolesOf('neighbour-sun')]).toEqual([['microGridLeader'], []])
    await comes(first)
    expect([await rolesOf('person-lin'), await rolesOf('neighbour-sun')]).toEqual([[], ['microGridLeader']])
    expect(await appointmentOf(appointment._id)).toMatchObject({
      state: 'ended',
      successorId: 'neighbour-sun',
    })
  })
})

describe('the street', () => {
  const office = { role: 'streetOffice', areaPath: places.street } as const
  const find = { areaPath: places.street, by: { kind: 'name', name: '林国强' } } as const

  it('finds by name whom it could appoint: no door is told, and the look is on record', async () => {
    const { items } = await test.as(cast.street).call('resident.find', find)
    expect(items).toMatchObject([{ userId: 'person-lin', roomNumber: '' }])
    const { items: looks } = await test.as(cast.themself).call('account.accesses', {})
    expect(looks).toMatchObject([{ byName: '街道办小宋', role: 'streetOffice' }])
    const flat = { areaPath: places.building4, by: { kind: 'flat', roomNumber: '1502' } } as const
    expect(await test.as(cast.street).code('resident.find', flat)).toBe('Forbidden')
    expect(await test.as(cast.buildingLeader).code('resident.find', find)).toBe('Forbidden')
  })

  it('its last officer hears before cancelling that somebody must come first, and hands over', async () => {
    await test.cloud.database.remove('accounts', { _id: 'street-second' })
    const street = test.as(cast.street)
    const { farewell } = await street.call('account.farewell', {})
    expect(farewell.roles).toMatchObject([{ role: 'streetOffice', isLast: true }])
    const [mine] = (await street.call('appointment.mine', {})).items
    const ending = { appointmentId: mine!._id, reason: '退休了', successorId: 'person-lin' }
    expect(await street.code('appointment.end', ending)).toBe('SecondNeeded')
    // Nobody else is at the street: staff of one of its communities is the second.
    const { items } = await test
      .as(cast.staff)
      .call('appointment.list', { areaPath: places.community, view: 'open' })
    expect(items).toMatchObject([{ role: 'streetOffice', userId: 'person-lin' }])
    expect(items[0]?.allowedActions).toContain('sign')
    expect(await test.as(cast.themself).code('appointment.sign', { appointmentId: items[0]!._id })).toBe(
      'Forbidden',
    )
    expect(await test.as(cast.staff).code('appointment.sign', { appointmentId: items[0]!._id })).toBe('ok')
    expect(await rolesOf('person-lin')).toEqual(['streetOffice'])
    expect((await street.call('account.farewell', {})).farewell.roles).toEqual([])
  })

  it('staff may second its officers, and name none: two of them are not enough either', async () => {
    const { appointment } = await propose(cast.street, office)
    const id = { appointmentId: appointment._id }
    await test.cloud.database.update('accounts', { _id: 'street-office' }, { $set: { roles: [] } })
    expect(await test.as(cast.staff).code('appointment.sign', id)).toBe('ok')
    expect(await test.as(cast.secondStaff).code('appointment.sign', id)).toBe('ok')
    expect(await rolesOf('person-lin')).toEqual([])
    expect(await test.as(openidOf('street-second')).code('appointment.sign', id)).toBe('ok')
    expect(await rolesOf('person-lin')).toEqual(['streetOffice'])
  })
})
