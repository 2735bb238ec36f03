import * as fc from 'fast-check'
import { derivedOf } from '@/domain/account/derived'
import { isCurrent } from '@/domain/account/index-fields'
import type { Account } from '@/domain/account/schema'
import { ended, grantOf } from '@/domain/appointment/lifecycle'
import type { Appointment } from '@/domain/appointment/schema'
import type { Order } from '@/domain/order/schema'
import { areasOfHome } from '@/domain/shared/area'
import { holdsRole, roleKey, type Role } from '@/domain/shared/role'
import { minutes } from '@/domain/shared/time'
import { aGrant } from '../../support/factories/account'
import { anAppointment } from '../../support/factories/appointment'
import { anOrder, aTaker, hallOffer, peopleOffer } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { aSeries } from '../../support/factories/series'
import { aPerson, cast, homeIn, neighbours, settle, useNeighbours } from '../../support/neighbours'
import { workingMorning } from '../../support/test-cloud'
import { opened, testSealing } from '../../support/test-key'

const zhao = aPerson({
  _id: 'volunteer-zhao',
  nickname: '赵姐',
  memberships: [homeIn('301', {}, places.building5)],
  roles: [aGrant('volunteer', places.community)],
  skills: ['gas', 'repair'],
})
const test = useNeighbours([...neighbours(), zhao])
const openidOf = (userId: string): string => `openid-of-${userId}`

const accountOf = async (id: string): Promise<Account> =>
  (await test.cloud.database.get('accounts', id)) as unknown as Account
const orderOf = async (id: string): Promise<Order> =>
  opened('orders', (await test.cloud.database.get('orders', id)) as never) as unknown as Order
const homesOf = async (id: string): Promise<number[]> =>
  (await accountOf(id)).memberships.map(({ vouchLevel }) => vouchLevel)
const mine = async (userId: string): Promise<string> =>
  (await test.as(openidOf(userId)).call('appointment.mine', {})).items[0]?._id ?? ''
const minuteLater = async (): Promise<void> => {
  test.cloud.clock.travel(minutes(2))
  await test.cloud.timers.fire('timers', 'everyMinute')
}

const atTheDoor = { checkedInAt: workingMorning - minutes(10), proof: 'code' } as const
const createdAt = workingMorning - minutes(60)
const order = (overrides: Partial<Order>): Order =>
  anOrder({ createdAt, requesterId: 'person-lin', ...overrides })
const waiting = (people: Partial<Order> = {}): Partial<Order> => ({
  status: 'accepted',
  takers: [aTaker({ acceptedAt: createdAt })],
  clocks: {},
  ...people,
})

const leave = (successorId: string | null = null, userId = 'volunteer-wang') =>
  mine(userId).then((appointmentId) =>
    test.as(openidOf(userId)).call('appointment.end', { appointmentId, reason: '要出远门', successorId }),
  )

describe('a volunteer who ends', () => {
  it('gives back what they have taken, and the resident is told', async () => {
    await test.cloud.database.insert('orders', [order(waiting())])
    await test.cloud.database.update(
      'accounts',
      { _id: 'volunteer-wang' },
      { $set: { openIds: ['order-0001'] } },
    )
    await leave()
    const { status, takers, outbox, activity } = await orderOf('order-0001')
    expect([status, takers]).toEqual(['placed', []])
    expect(outbox).toMatchObject([{ to: 'person-lin', moment: 'released' }])
    expect(activity.at(-1)).toMatchObject({ event: 'release', by: 'volunteer-wang' })
    expect((await accountOf('volunteer-wang')).openIds).toEqual([])
    const { items } = await test.as(cast.staff).call('order.listDesk', { view: 'waiting' })
    expect(items.map(({ _id }) => _id)).toEqual(['order-0001'])
  })

  it('is not waited for any more where it was offered, or where they were asked to stand in', async () => {
    const standIn = { userId: 'volunteer-wang', name: '王师傅' }
    await test.cloud.database.insert('orders', [
      order({ status: 'dispatched', offer: peopleOffer(), clocks: {} }),
      order({
        _id: 'order-0002',
        ...waiting({ takers: [aTaker({ userId: 'volunteer-zhao', name: '赵姐', standIn })] }),
      }),
    ])
    await leave()
    expect(await orderOf('order-0001')).toMatchObject({ status: 'placed', offer: null })
    expect((await orderOf('order-0002')).takers).toMatchObject([{ userId: 'volunteer-zhao', standIn: null }])
  })

  it('finishes the visit they are at', async () => {
    await test.cloud.database.insert('orders', [
      order({ status: 'inService', takers: [aTaker(atTheDoor)], clocks: {} }),
    ])
    await leave()
    await minuteLater()
    expect((await orderOf('order-0001')).status).toBe('inService')
    expect(
      await test
        .as(cast.volunteer)
        .code('order.complete', { orderId: 'order-0001', note: '好了', photoFileIds: [] }),
    ).toBe('ok')
  })

  it('no longer comes to a series: the office finds someone, or the successor comes', async () => {
    await test.cloud.database.insert('series', [
      aSeries({ requesterId: 'person-lin', wakeAt: null }),
      aSeries({ _id: 'series-0002', requesterId: 'volunteer-zhao', wakeAt: null }),
    ])
    await leave('volunteer-zhao')
    const volunteers = await Promise.all(
      ['series-0001', 'series-0002'].map(
        async (id) => (await test.cloud.database.get('series', id))?.volunteer,
      ),
    )
    expect(volunteers).toEqual([{ userId: 'volunteer-zhao', name: '赵姐' }, null])
  })

  it('hands over to a successor who fits; what doesn’t fit goes to the office', async () => {
    await test.cloud.database.update('accounts', { _id: 'volunteer-zhao' }, { $set: { skills: ['repair'] } })
    const gas = { ...anOrder().service, skills: ['gas' as const] }
    const repair = { ...anOrder().service, skills: ['repair' as const] }
    await test.cloud.database.insert('orders', [
      order(waiting({ service: repair })),
      order({ _id: 'order-0002', ...waiting({ service: gas }) }),
      order({ _id: 'order-0003', ...waiting({ service: repair, requesterId: 'volunteer-zhao' }) }),
    ])
    await leave('volunteer-zhao')
    expect(await orderOf('order-0001')).toMatchObject({
      status: 'dispatched',
      offer: { people: [{ userId: 'volunteer-zhao' }] },
    })
    expect(await orderOf('order-0002')).toMatchObject({ status: 'placed', offer: null })
    expect(await orderOf('order-0003')).toMatchObject({ status: 'placed', offer: null })
  })

  it('keeps what they still help with by another role', async () => {
    const both = [aGrant('volunteer', places.building4), aGrant('volunteer', places.community)]
    await test.cloud.database.update('accounts', { _id: 'volunteer-wang' }, { $set: { roles: both } })
    await test.cloud.database.insert('orders', [order(waiting())])
    await leave()
    expect((await orderOf('order-0001')).status).toBe('accepted')
  })

  it('with a hundred on their hands gives all of them back, however often the work is cut off', async () => {
    const many = Array.from({ length: 100 }, (_, n) => order({ _id: `order-many-${n}`, ...waiting() }))
    await test.cloud.database.insert('orders', many)
    const paper = anAppointment()
    // As if the request had died right after its transaction.
    const over = ended(paper, { by: null, at: workingMorning, reason: '' })
    await test.cloud.database.insert('appointments', [{ ...paper, ...over }])
    const roles = { roles: [], roleKeys: [] }
    await test.cloud.database.update('accounts', { _id: 'volunteer-wang' }, { $set: roles })
    for (let pass = 0; pass < 6; pass += 1) await minuteLater()
    expect(await test.cloud.database.count('orders', { status: 'placed' })).toBe(100)
    expect(await test.cloud.database.get('appointments', paper._id)).toMatchObject({ handoverAt: null })
  })

  it('while accepting another order: it is nobody’s for a minute at most', async () => {
    for (let round = 0; round < 5; round += 1) {
      await test.reset()
      await settle(test)
      await test.cloud.database.insert('orders', [
        order({ status: 'dispatched', offer: hallOffer, clocks: {} }),
      ])
      const [accepted] = await Promise.all([
        test.as(cast.volunteer).code('order.accept', { orderId: 'order-0001' }),
        leave(),
      ])
      await minuteLater()
      const { takers } = await orderOf('order-0001')
      expect(['ok', 'Forbidden', 'Conflict']).toContain(accepted)
      expect(takers).toEqual([])
    }
  })
})

const gone = async (userId: string): Promise<void> => {
  const appointmentId = await mine(userId)
  await test.as(openidOf(userId)).call('appointment.end', { appointmentId, reason: '太忙了' })
}

describe('a leader who ends', () => {
  it('leaves newcomers to the other leader of their home, and to staff when that one goes too', async () => {
    await gone('leader-zhou')
    expect(await homesOf('unconfirmed-wu')).toEqual([0])
    await gone('leader-grid-one')
    expect(await homesOf('unconfirmed-wu')).toEqual([1])
    const { items } = await test.as(cast.staff).call('membership.pending', {})
    expect(items.map(({ userId }) => userId)).toContain('unconfirmed-wu')
  })

  it('of another grid changes nothing for them', async () => {
    await gone('leader-grid-two')
    expect(await homesOf('unconfirmed-wu')).toEqual([0])
  })
})

describe('someone who moves out', () => {
  const leaves = (userId: string, roomNumber: string, areaPath: string): Promise<string> =>
    test.as(openidOf(userId)).code('membership.leave', { areaPath, roomNumber })
  const home = { memberships: [homeIn('302')] }

  it('leader: no longer leads the building, and newcomers there are asked of staff', async () => {
    await test.cloud.database.update('accounts', { _id: 'leader-zhou' }, { $set: home })
    await gone('leader-grid-one')
    expect(await leaves('leader-zhou', '302', places.building4)).toBe('ok')
    expect((await accountOf('leader-zhou')).roles).toEqual([])
    expect(await homesOf('unconfirmed-wu')).toEqual([1])
  })

  it('leader who is staff too, or lives there still: goes on', async () => {
    const roles = [aGrant('microGridLeader', places.building4), aGrant('communityStaff', places.community)]
    await test.cloud.database.update('accounts', { _id: 'leader-zhou' }, { $set: { ...home, roles } })
    await leaves('leader-zhou', '302', places.building4)
    expect((await accountOf('leader-zhou')).roles).toHaveLength(2)
  })

  it('volunteer: goes on helping', async () => {
    expect(await leaves('volunteer-wang', '301', places.building5)).toBe('ok')
    expect((await accountOf('volunteer-wang')).roles).toHaveLength(1)
  })
})

describe('someone who cancels their account', () => {
  it('leaves no role behind, nothing on their hands, and no application', async () => {
    await test.cloud.database.insert('orders', [order(waiting())])
    expect(await test.as(cast.volunteer).code('account.cancel', { isSure: true })).toBe('ok')
    await minuteLater()
    expect(await accountOf('volunteer-wang')).toMatchObject({ roles: [], roleKeys: [] })
    expect((await orderOf('order-0001')).takers).toEqual([])
    expect(
      await test.cloud.database.count('appointments', { userId: 'volunteer-wang', state: 'ended' }),
    ).toBe(1)
  })

  it('staff: the last one names someone first, and keeps all until then', async () => {
    await gone('staff-deng')
    expect(await test.as(cast.staff).code('account.cancel', { isSure: true })).toBe('StillInUse')
    expect((await accountOf('staff-chen')).roles).toHaveLength(1)
  })
})

/** What a random history is made of. */
const steps = [
  'leave',
  'leaveTo',
  'endedByStaff',
  'apply',
  'accept',
  'dispatch',
  'proposeLeader',
  'clock',
] as const
const historyArbitrary = fc.array(
  fc.record({ step: fc.constantFrom(...steps), one: fc.nat(3), other: fc.nat(3), order: fc.nat(5) }),
  { minLength: 8, maxLength: 16 },
)
const volunteers = ['volunteer-wang', 'volunteer-zhao', 'neighbour-sun', 'housemate-he'] as const
const leaders = ['leader-zhou', 'leader-grid-one', 'leader-grid-two', 'leader-five'] as const
type Step = typeof historyArbitrary extends fc.Arbitrary<(infer S)[]> ? S : never

async function play({ step, one, other, order: n }: Step): Promise<void> {
  const staff = test.as(cast.staff)
  const [who, next] = [volunteers[one] ?? '', volunteers[other] ?? '']
  const orderId = `order-000${n + 1}`
  const active = async (userId: string): Promise<string> =>
    (await test.as(openidOf(userId)).call('appointment.mine', {})).items.find(
      ({ state }) => state === 'active',
    )?._id ?? 'nothing-active'
  const end = async (by: string, userId: string, successorId: string | null): Promise<string> =>
    test.as(by).code('appointment.end', { appointmentId: await active(userId), reason: '换人', successorId })
  const plays: Record<Step['step'], () => Promise<unknown>> = {
    leave: () => end(openidOf(who), who, null),
    leaveTo: () => end(openidOf(who), who, next),
    endedByStaff: () => end(cast.staff, leaders[one] ?? '', n % 2 ? (leaders[other] ?? '') : null),
    apply: async () => {
      const input = {
        communityPath: places.community,
        skills: ['repair' as const],
        cap: 3,
        times: [],
        note: '',
      }
      await test.as(openidOf(who)).code('appointment.apply', input)
      const { items } = await staff.call('appointment.list', { areaPath: places.community, view: 'open' })
      for (const { _id } of items) await staff.code('appointment.sign', { appointmentId: _id })
    },
    accept: () => test.as(openidOf(who)).code('order.accept', { orderId }),
    dispatch: () =>
      staff.code('order.dispatch', {
        orderId,
        to: n % 2 ? { kind: 'hall' as const } : { kind: 'people' as const, volunteerIds: [who] },
      }),
    proposeLeader: () =>
      staff.code('appointment.propose', {
        userId: leaders[one] ?? '',
        role: 'microGridLeader',
        areaPath: n % 2 ? places.building4 : places.building5,
      }),
    clock: minuteLater,
  }
  // Half of the time somebody takes an order at the same moment.
  const meanwhile = n % 2 ? test.as(openidOf(next)).code('order.accept', { orderId }) : null
  await Promise.all([plays[step](), meanwhile])
}

/** Nobody but a volunteer is waited for, and whoever waits is seen by someone. */
async function checkNobodyIsLost(): Promise<void> {
  const orders = (await test.cloud.database.find('orders')).map(
    (one) => opened('orders', one) as unknown as Order,
  )
  const people = (await test.cloud.database.find('accounts')) as unknown as Account[]
  const rolesOf = (id: string) => people.find(({ _id }) => _id === id)?.roles ?? []
  for (const { _id, status, takers, offer, areaPath } of orders) {
    const asked = [
      ...takers.map(({ userId }) => userId),
      ...(offer?.kind === 'people' ? offer.people.map(({ userId }) => userId) : []),
    ]
    const strangers = asked.filter((id) => !holdsRole(rolesOf(id), ['volunteer'], areaPath))
    expect([_id, strangers]).toEqual([_id, []])
    if (status === 'accepted') expect([_id, takers.length > 0]).toEqual([_id, true])
    if (status === 'dispatched') expect([_id, offer !== null]).toEqual([_id, true])
  }
  const held = new Set(
    people.flatMap(({ roles }) => roles.map(({ role, areaPath }) => roleKey(role, areaPath))),
  )
  for (const { _id, memberships } of people)
    for (const home of memberships.filter((one) => isCurrent(one) && one.standing === 'unconfirmed')) {
      const roles: Role[] = home.vouchLevel === 0 ? ['microGridLeader'] : ['communityStaff']
      const keys = roles.flatMap((role) => areasOfHome(home).map((path) => roleKey(role, path)))
      expect([_id, keys.some((key) => held.has(key))]).toEqual([_id, true])
    }
  for (const account of people) {
    const { roleKeys } = derivedOf(
      opened('accounts', account as never) as unknown as Account,
      testSealing.blind,
    )
    expect([account._id, account.roleKeys]).toEqual([account._id, roleKeys])
  }
  await checkPapers(people)
}

/** Every right has a paper that says the same, unless it is from before there were any; and the other way round. */
async function checkPapers(people: readonly Account[]): Promise<void> {
  const papers = (await test.cloud.database.find('appointments', {
    state: 'active',
  })) as unknown as Appointment[]
  const grants = people.flatMap(({ _id, roles }) => roles.map((grant) => ({ userId: _id, ...grant })))
  const onPaper = grants.filter(({ appointmentId }) => appointmentId !== null)
  const byId = (a: { appointmentId: string | null }, b: { appointmentId: string | null }): number =>
    String(a.appointmentId).localeCompare(String(b.appointmentId))
  const wanted = papers.map((paper) => ({ userId: paper.userId, ...grantOf(paper) }))
  expect(onPaper.sort(byId)).toEqual(wanted.sort(byId))
  const keys = grants.map(({ userId, role, areaPath }) => `${userId} ${roleKey(role, areaPath)}`)
  expect(new Set(keys).size).toBe(keys.length)
}

it('whoever comes and goes in whatever order: no order, no newcomer and no right is without somebody', async () => {
  let steps = 0
  await fc.assert(
    fc.asyncProperty(historyArbitrary, async (history) => {
      await test.reset()
      await settle(test)
      await test.cloud.database.insert(
        'orders',
        Array.from({ length: 6 }, (_, n) =>
          order({
            _id: `order-000${n + 1}`,
            ...(n < 3
              ? waiting()
              : { status: 'dispatched', offer: n < 5 ? hallOffer : peopleOffer(), clocks: {} }),
          }),
        ),
      )
      for (const step of history) await play(step)
      steps += history.length
      await minuteLater()
      await minuteLater()
      await checkNobodyIsLost()
    }),
    { interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false, numRuns: 500, endOnFailure: true },
  )
  expect(steps).toBeGreaterThan(50)
}, 60_000)
