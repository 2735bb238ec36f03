import type { Invitation } from '@/domain/invitation/schema'
import { days } from '@/domain/shared/time'
import { anInvitation } from '../../support/factories/invitation'
import { places } from '../../support/factories/places'
import { cast, grids, useNeighbours } from '../../support/neighbours'
import { nextRequestId } from '../../support/request-id'
import { workingMorning } from '../../support/test-cloud'
import {
  appointees,
  application,
  appointing,
  openidOf,
  proposal,
  staffProposal,
  type Given,
} from './_support/appointing'

const test = useNeighbours(appointees())
const { accountOf, propose, apply, appointmentOf, rolesOf, eventsOf, table } = appointing(test)

describe('applying', () => {
  it('only those confirmed in the community may', () =>
    table((who) => test.as(who).code('appointment.apply', application), {
      neighbour: 'ok',
      housemate: 'ok',
      themself: 'ok',
      volunteer: 'Conflict',
    }))

  it('child: may not', async () => {
    expect(await test.as(openidOf('child-lin')).code('appointment.apply', application)).toBe('Forbidden')
  })

  it('resident: applies, says what they can, and waits; it gives no right', async () => {
    const id = await apply()
    expect(await accountOf('person-lin')).toMatchObject({
      roles: [],
      skills: ['repair'],
      volunteer: { cap: 2, times: [{ weekday: 6 }] },
    })
    const { items } = await test.as(cast.themself).call('appointment.mine', {})
    expect(items).toMatchObject([{ _id: id, state: 'applied', allowedActions: ['refuse'] }])
    expect(await eventsOf('person-lin')).toEqual(['roleApplied'])
  })

  it('resident: applying twice is a conflict, the same request twice is one application', async () => {
    const requestId = nextRequestId()
    const [first, second] = await Promise.all([
      test.as(cast.themself).call('appointment.apply', application, requestId),
      test.as(cast.themself).call('appointment.apply', application, requestId),
    ])
    expect(second.appointment._id).toBe(first.appointment._id)
    expect(await test.as(cast.themself).code('appointment.apply', application)).toBe('Conflict')
    expect(await test.cloud.database.count('appointments', {})).toBe(1)
  })

  it('resident: takes the application back, and may apply again', async () => {
    const appointmentId = await apply()
    await test.as(cast.themself).call('appointment.refuse', { appointmentId, reason: '最近太忙' })
    expect(await test.as(cast.themself).code('appointment.apply', application)).toBe('ok')
  })

  it('words that WeChat refuses are refused', async () => {
    const note = '来赌博吧'
    expect(await test.as(cast.themself).code('appointment.apply', { ...application, note })).toBe(
      'ContentRejected',
    )
  })
})

describe('applying with a code', () => {
  const code = async (overrides: Partial<Invitation> = {}): Promise<string> => {
    const invitation = anInvitation({
      createdBy: 'staff-chen',
      target: { kind: 'role', role: 'communityStaff' },
      areaPath: places.community,
      areaName: '幸福社区',
      expiresAt: workingMorning + days(1),
      ...overrides,
    })
    await test.cloud.database.insert('invitations', [invitation])
    return invitation._id
  }
  const input = { ...application, nickname: '新来的社工', note: '', privacyVersion: '2026-11' }

  it('somebody new, who lives elsewhere, waits for two to sign, and then works at the desk', async () => {
    const { appointment } = await test
      .as(cast.newcomer)
      .call('appointment.apply', { ...input, code: await code() })
    expect(appointment).toMatchObject({
      state: 'applied',
      role: 'communityStaff',
      skills: [],
      name: '新来的社工',
    })
    const { _id: appointmentId, userId } = appointment
    // What was agreed to before the name was asked is on record.
    expect(await accountOf(userId)).toMatchObject({ privacy: { version: '2026-11' } })
    expect(await eventsOf(userId)).toEqual(['privacyAgreed', 'roleApplied'])
    expect(await test.as(cast.staff).code('appointment.sign', { appointmentId })).toBe('ok')
    expect((await test.as(cast.newcomer).call('account.me', {})).capabilities).toEqual([])
    expect(await test.as(cast.street).code('appointment.sign', { appointmentId })).toBe('ok')
    expect((await test.as(cast.newcomer).call('account.me', {})).capabilities).toContain('dispatch')
  })

  it('only with one that is for a role, is valid, and counts each use once', async () => {
    const valid = await code()
    const requestId = nextRequestId()
    const apply = (given: string | null, id = nextRequestId()): Promise<string> =>
      test.as(cast.themself).code('appointment.apply', { ...input, code: given }, id)
    expect([await apply(valid, requestId), await apply(valid, requestId)]).toEqual(['ok', 'ok'])
    expect(await test.cloud.database.get('invitations', valid)).toMatchObject({ usedCount: 1 })
    expect(await apply(await code({ _id: 'code-expired', expiresAt: workingMorning - 1 }))).toBe(
      'InvitationExpired',
    )
    expect(await apply(await code({ _id: 'code-of-home', target: { kind: 'home' } }))).toBe(
      'InvitationUnknown',
    )
    expect(await test.as(cast.newcomer).code('appointment.apply', { ...input, code: null })).toBe(
      'NotSignedIn',
    )
    expect(await test.as(cast.newcomer).code('appointment.apply', { ...input, code: 'code-of-nobody' })).toBe(
      'NotSignedIn',
    )
  })
})

describe('an application', () => {
  let appointmentId = ''
  const begin = async (): Promise<void> => {
    appointmentId = await apply()
  }

  it('is signed by staff of the community only, and one is enough', () =>
    table(
      (who) => test.as(who).code('appointment.sign', { appointmentId }),
      { staff: 'ok', secondStaff: 'ok' },
      begin,
    ))

  it('is refused by staff of the community, and taken back by the applicant', () =>
    table(
      (who) => test.as(who).code('appointment.refuse', { appointmentId, reason: '先认识一下' }),
      { staff: 'ok', secondStaff: 'ok', themself: 'ok' },
      begin,
    ))

  it('once signed, the resident is a volunteer with a paper, and sees the hall', async () => {
    await begin()
    await test.as(cast.staff).call('appointment.sign', { appointmentId })
    const { account, capabilities } = await test.as(cast.themself).call('account.me', {})
    expect(account?.roles).toMatchObject([{ role: 'volunteer', areaPath: places.community, appointmentId }])
    expect(capabilities).toContain('volunteer')
    expect((await accountOf('person-lin')).roleKeys).toEqual([`volunteer@${places.community}`])
    expect(await eventsOf('person-lin')).toEqual(['roleApplied', 'roleSigned'])
  })

  it('two staff sign at once, and again: one role', async () => {
    await begin()
    const sign = (who: string): Promise<string> => test.as(who).code('appointment.sign', { appointmentId })
    const codes = await Promise.all([sign(cast.staff), sign(cast.secondStaff), sign(cast.staff)])
    expect(codes.filter((code) => code === 'ok').length).toBeGreaterThanOrEqual(1)
    expect(codes.filter((code) => code !== 'ok' && code !== 'Conflict')).toEqual([])
    expect(await rolesOf('person-lin')).toEqual(['volunteer'])
    expect((await appointmentOf(appointmentId)).signatures).toHaveLength(1)
  })

  it('refused, it tells why, and signing it then is a conflict', async () => {
    await begin()
    await test.as(cast.staff).call('appointment.refuse', { appointmentId, reason: '先认识一下' })
    expect(
      await test.as(cast.staff).code('appointment.refuse', { appointmentId, reason: '先认识一下' }),
    ).toBe('ok')
    expect(await test.as(cast.secondStaff).code('appointment.sign', { appointmentId })).toBe('Conflict')
    const { items } = await test.as(cast.themself).call('appointment.mine', {})
    expect(items).toMatchObject([
      { state: 'refused', reason: '先认识一下', endedByName: '陈社工', allowedActions: [] },
    ])
  })
})

describe('naming someone', () => {
  it('for leader: staff of the community only, and never oneself', async () => {
    await table((who) => test.as(who).code('appointment.propose', proposal()), {
      staff: 'ok',
      secondStaff: 'ok',
    })
    expect(await test.as(cast.staff).code('appointment.propose', proposal({ userId: 'staff-chen' }))).toBe(
      'Forbidden',
    )
  })

  it('for staff: staff of the community and the street', () =>
    table((who) => test.as(who).code('appointment.propose', proposal(staffProposal)), {
      staff: 'ok',
      secondStaff: 'ok',
      street: 'ok',
    }))

  it('for the street: the street only', () =>
    table(
      (who) =>
        test.as(who).code('appointment.propose', proposal({ role: 'streetOffice', areaPath: places.street })),
      { street: 'ok' },
    ))

  it('for what is above or outside the area of their own: nobody', async () => {
    const outside: Given[] = [
      { areaPath: places.otherCommunity },
      { areaPath: places.community12 },
      { areaPath: places.street },
      { role: 'communityStaff', areaPath: places.otherCommunity },
      { role: 'communityStaff', areaPath: places.street },
    ]
    for (const given of outside)
      expect(await test.as(cast.staff).code('appointment.propose', proposal(given))).toBe('Forbidden')
    const wide = proposal({ role: 'communityStaff', areaPath: places.street })
    expect(await test.as(cast.street).code('appointment.propose', wide)).toBe('Forbidden')
  })

  it('a leader is one at once, for a micro-grid too, until a day', async () => {
    const until = workingMorning + days(30)
    await propose(cast.staff, { areaPath: grids.one, until })
    const [grant] = (await accountOf('person-lin')).roles
    expect(grant).toMatchObject({ role: 'microGridLeader', areaPath: grids.one, until })
    expect((await accountOf('person-lin')).wakeAt).toBe(until)
  })

  it('who is not there, a child, someone without a phone, and a place that is not there: not found', async () => {
    const codes = await Promise.all(
      [
        { userId: 'nobody-at-all' },
        { userId: 'child-lin' },
        { userId: 'mother-lin' },
        { areaPath: places.otherEstate },
      ].map((given) => test.as(cast.staff).code('appointment.propose', proposal(given))),
    )
    expect(codes).toEqual(['NotFound', 'NotFound', 'NotFound', 'NotFound'])
  })

  it('twice for the same is a conflict; the same request twice, even at once, is one appointment', async () => {
    const requestId = nextRequestId()
    const [first, second] = await Promise.all([
      propose(cast.staff, {}, requestId),
      propose(cast.staff, {}, requestId),
    ])
    expect(second.appointment._id).toBe(first.appointment._id)
    expect(await test.as(cast.staff).code('appointment.propose', proposal())).toBe('Conflict')
    expect(await rolesOf('person-lin')).toEqual(['microGridLeader'])
  })

  it('of two staff who name the same at once, one is first', async () => {
    const codes = await Promise.all(
      [cast.staff, cast.secondStaff].map((who) => test.as(who).code('appointment.propose', proposal())),
    )
    expect(codes.sort()).toEqual(['Conflict', 'ok'])
    expect(await test.cloud.database.count('appointments', {})).toBe(1)
  })

  it('whoever holds the role from before there were papers gets one, and nothing new', async () => {
    const { appointment } = await propose(cast.staff, { userId: 'staff-deng', ...staffProposal })
    expect(appointment.state).toBe('active')
    expect((await accountOf('staff-deng')).roles).toMatchObject([{ appointmentId: appointment._id }])
  })
})
