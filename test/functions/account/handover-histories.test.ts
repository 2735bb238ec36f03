import fc from '../../support/fast-check'
import { derivedOf } from '@/domain/account/derived'
import { isCurrent } from '@/domain/account/index-fields'
import type { Account } from '@/domain/account/schema'
import { grantOf } from '@/domain/appointment/lifecycle'
import type { Appointment } from '@/domain/appointment/schema'
import type { Order } from '@/domain/order/schema'
import { areasOfHome } from '@/domain/shared/area'
import { holdsRole, roleKey, type Role } from '@/domain/shared/role'
import { hallOffer, peopleOffer } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { cast, settle, useNeighbours, neighbours } from '../../support/neighbours'
import { opened, testSealing } from '../../support/test-key'
import { handingOver, openidOf, order, taken, zhao } from './_support/handing-over'

const test = useNeighbours([...neighbours(), zhao])
const { gone, minuteLater } = handingOver(test)

/** What a random history is made of. */
const steps = [
  'leave',
  'leaveTo',
  'leaderLeaves',
  'apply',
  'accept',
  'dispatch',
  'proposeLeader',
  'clock',
] as const
const historyArbitrary = fc.array(
  fc.record({
    step: fc.constantFrom(...steps, 'leaderLeaves' as const),
    one: fc.nat(3),
    other: fc.nat(3),
    order: fc.nat(5),
  }),
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
    leaderLeaves: () => {
      const leader = leaders[one % 2 ? 0 : other] ?? ''
      return end(openidOf(leader), leader, n % 2 ? (leaders[other] ?? '') : null)
    },
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
              ? taken()
              : { status: 'dispatched', offer: n < 5 ? hallOffer : peopleOffer(), clocks: {} }),
          }),
        ),
      )
      // Often only one leader is left for those who wait.
      if (history.length % 3 > 0) await gone('leader-grid-one')
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
