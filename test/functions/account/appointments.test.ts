import type { ActionName, CallInput, Output } from '@/domain/contracts'
import type { Account } from '@/domain/account/schema'
import type { Appointment } from '@/domain/appointment/schema'
import type { Invitation } from '@/domain/invitation/schema'
import { days, minutes } from '@/domain/shared/time'
import { aGrant } from '../../support/factories/account'
import { anInvitation } from '../../support/factories/invitation'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import {
  aPerson,
  cast,
  everyoneCast,
  grids,
  homeIn,
  neighbours,
  settle,
  useNeighbours,
  type CastName,
} from '../../support/neighbours'
import { nextRequestId } from '../../support/request-id'
import { workingMorning } from '../../support/test-cloud'

const child = aPerson({
  _id: 'child-lin',
  nickname: '小小林',
  memberships: [homeIn('1502')],
  guardianId: 'person-lin',
})
const secondStreet = aPerson({
  _id: 'street-second',
  nickname: '街道办老钱',
  roles: [aGrant('streetOffice', places.street)],
})
const test = useNeighbours([...neighbours(), child, secondStreet])
const anew = async (): Promise<void> => {
  await test.reset()
  await settle(test)
}
const openidOf = (userId: string): string => `openid-of-${userId}`

type Given = Partial<CallInput<'appointment.propose'>>
const proposal = (given: Given = {}): CallInput<'appointment.propose'> => ({
  userId: 'person-lin',
  role: 'microGridLeader',
  areaPath: places.building4,
  ...given,
})
const propose = (
  who: string,
  given: Given = {},
  requestId?: string,
): Promise<Output<'appointment.propose'>> =>
  test.as(who).call('appointment.propose', proposal(given), requestId)
const staffProposal: Given = { role: 'communityStaff', areaPath: places.community }

const application: CallInput<'appointment.apply'> = {
  communityPath: places.community,
  skills: ['repair', 'repair'],
  cap: 2,
  times: [{ weekday: 6, from: 540, to: 720 }],
  note: '周末有空',
}
const apply = async (who: string = cast.themself): Promise<string> =>
  (await test.as(who).call('appointment.apply', application)).appointment._id

const accountOf = async (id: string): Promise<Account> =>
  (await test.cloud.database.get('accounts', id)) as unknown as Account
const appointmentOf = async (id: string): Promise<Appointment> =>
  (await test.cloud.database.get('appointments', id)) as unknown as Appointment
const rolesOf = async (id: string): Promise<string[]> => (await accountOf(id)).roles.map(({ role }) => role)
const eventsOf = async (userId: string): Promise<string[]> =>
  (await test.cloud.database.find('trail', { userId })).map(({ event }) => String(event)).sort()

/** What each of the cast is answered; those who are not named are refused. */
async function table(
  asked: (who: string) => Promise<string>,
  allowed: Partial<Record<CastName, string>>,
  begin: () => Promise<void> = async () => undefined,
): Promise<void> {
  for (const name of everyoneCast) {
    await anew()
    await begin()
    const refusal = name === 'newcomer' ? 'NotSignedIn' : 'Forbidden'
    expect(`${name}: ${await asked(cast[name])}`).toBe(`${name}: ${allowed[name] ?? refusal}`)
  }
}

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
      target: { kind: 'role', role: 'communityStaff' },
      areaPath: places.community,
      areaName: '幸福社区',
      expiresAt: workingMorning + days(1),
      ...overrides,
    })
    await test.cloud.database.insert('invitations', [invitation])
    return invitation._id
  }
  const input = { ...application, nickname: '新来的社工', note: '' }

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
    const { _id: appointmentId } = appointment
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
