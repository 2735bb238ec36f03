import fc from '../../support/fast-check'
import type { Account } from '@/domain/account/schema'
import { fitOf, loadAtHand } from '@/domain/order/fit'
import type { Order } from '@/domain/order/schema'
import { occurrenceId } from '@/domain/series/day-id'
import { days, hours } from '@/domain/shared/time'
import { aMembership, aVolunteer } from '../../support/factories/account'
import { anActivity, anOrder, anOrderService, aTaker } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { everyone, people, useTestCloud, workingMorning as now } from '../../support/test-cloud'

const test = useTestCloud(everyone().filter(({ _id }) => !_id.startsWith('volunteer')))

const many = 300
const seriesId = 'series-0001'
const idOf = (n: number): string => `helper-${String(n).padStart(4, '0')}`
const window = { from: now + hours(3), to: now + hours(5) }
const order = (overrides: Partial<Order> = {}): Order =>
  anOrder({
    areaPath: `${places.building4}u1/`,
    service: anOrderService({ skills: ['repair'] }),
    window,
    ...overrides,
  })

/** One volunteer of the community, with whatever speaks for or against them. */
const helperArbitrary = fc.record({
  home: fc.constantFrom(
    `${places.building4}u1/`,
    places.building4,
    places.building5,
    places.buildingElsewhere,
    null,
  ),
  isDeclined: fc.boolean(),
  skills: fc.constantFrom([], ['repair' as const], ['gas' as const, 'repair' as const]),
  open: fc.nat(4),
  cap: fc.integer({ min: 1, max: 5 }),
  offUntil: fc.constantFrom(null, now - 1, now + days(9)),
  weekday: fc.constantFrom(null, 3, 5),
  from: fc.constantFrom(0, 780, 900, 960),
  isAvoiding: fc.boolean(),
})
type Drawn = typeof helperArbitrary extends fc.Arbitrary<infer T> ? T : never

const helper = (drawn: Drawn, n: number): Account =>
  aVolunteer({
    _id: idOf(n),
    nickname: `志愿者${n}`,
    memberships: drawn.home
      ? [aMembership({ areaPath: drawn.home, standing: drawn.isDeclined ? 'declined' : 'confirmed' })]
      : [],
    skills: [...drawn.skills],
    // Every other one is a day of a series.
    openIds: Array.from({ length: drawn.open }, (_, i) =>
      i % 2 ? occurrenceId({ _id: seriesId }, `2025-03-1${i}`) : `order-of-${n}-${i}`,
    ),
    volunteer: {
      cap: drawn.cap,
      offUntil: drawn.offUntil,
      times:
        drawn.weekday === null ? [] : [{ weekday: drawn.weekday, from: drawn.from, to: drawn.from + 60 }],
      avoids: drawn.isAvoiding ? ['resident-li'] : [],
    },
  })

/** An order of somebody, done the day before yesterday. */
const doneBy = (userId: string, requesterId: string): Order =>
  anOrder({
    _id: `order-done-by-${userId}`,
    requesterId,
    status: 'completed',
    takers: [aTaker({ userId, name: '老朋友' })],
    createdAt: now - days(3),
    completedAt: now - days(2),
  })

const suggest = async (orderId: string) =>
  (await test.as(people.staff).call('order.suggest', { orderId })).items

/** All of them, best first, as if there were nothing to look up. */
const byBruteForce = (helpers: readonly Account[], wanted: Order) =>
  helpers
    .map((one) => ({
      userId: one._id,
      score: fitOf(wanted, one, loadAtHand(wanted, one), now).score,
    }))
    .sort((a, b) => b.score - a.score)

const idle: Drawn = {
  home: places.buildingElsewhere,
  isDeclined: false,
  skills: ['repair'],
  open: 0,
  cap: 5,
  offUntil: null,
  weekday: null,
  from: 0,
  isAvoiding: false,
}

describe('of three hundred volunteers', () => {
  it('staff: the best come first, though their ids come last', async () => {
    const helpers = Array.from({ length: many }, (_, n) => {
      const rank = many - n
      if (rank <= 2) return helper({ ...idle, home: `${places.building4}u1/`, open: rank }, n)
      if (rank <= 5) return helper({ ...idle, home: places.building4, open: rank % 3 }, n)
      return helper(
        rank <= 20 ? { ...idle, home: places.building5, open: rank % 4 } : { ...idle, open: 1 },
        n,
      )
    })
    await test.cloud.database.insert('accounts', helpers)
    const wanted = order()
    await test.cloud.database.insert('orders', [wanted])
    const items = await suggest(wanted._id)
    expect(items.map(({ score }) => score)).toEqual(
      byBruteForce(helpers, wanted)
        .slice(0, 20)
        .map(({ score }) => score),
    )
    const best = Array.from({ length: 20 }, (_, n) => idOf(many - 1 - n))
    expect(items.map(({ userId }) => userId).sort()).toEqual(best.sort())
  })

  it('staff: whoever helped this person before is looked at, wherever they stand', async () => {
    const helpers = Array.from({ length: many }, (_, n) =>
      helper({ ...idle, open: n === many - 1 ? 4 : 0 }, n),
    )
    await test.cloud.database.insert('accounts', helpers)
    const wanted = order()
    // Each of those who stand first has done as much, for somebody else.
    const busyOnes = Array.from({ length: 40 }, (_, n) => doneBy(idOf(n), 'resident-five'))
    await test.cloud.database.insert('orders', [wanted, doneBy(idOf(many - 1), 'resident-li'), ...busyOnes])
    const [first] = await suggest(wanted._id)
    expect(first).toMatchObject({ userId: idOf(many - 1), openCount: 4, monthCount: 1 })
    expect(first?.reasons).toContain('helpedBefore')
  })

  it('who helped before and volunteers no more is not asked', async () => {
    const wanted = order()
    await test.cloud.database.insert('orders', [wanted, doneBy('resident-five', 'resident-li')])
    expect(await suggest(wanted._id)).toEqual([])
  })
})

it('the database scores whoever there is as the domain does', async () => {
  const orders = fc.record({
    hasWindow: fc.boolean(),
    isLong: fc.boolean(),
    isDay: fc.boolean(),
    skills: fc.constantFrom([], ['repair' as const], ['repair' as const, 'gas' as const]),
    areaPath: fc.constantFrom(`${places.building4}u1/`, places.building4, places.estate, places.community),
    backBy: fc.nat(59),
  })
  const drawn = fc.tuple(orders, fc.array(helperArbitrary, { minLength: 150, maxLength: 150 }))
  await fc.assert(
    fc.asyncProperty(drawn, async ([{ areaPath, backBy, hasWindow, isDay, isLong, skills }, all]) => {
      await test.reset()
      const helpers = all.map(helper)
      await test.cloud.database.insert('accounts', helpers)
      const wanted = order({
        areaPath,
        seriesId: isDay ? seriesId : null,
        service: anOrderService({ skills: [...skills] }),
        window: hasWindow ? { ...window, to: window.to + (isLong ? days(2) : 0) } : null,
        activity: [
          anActivity({ event: 'release', by: idOf(backBy) }),
          anActivity({ event: 'noShow', by: 'resident-li', whom: idOf(backBy + 1) }),
        ],
      })
      await test.cloud.database.insert('orders', [wanted])
      const items = await suggest(wanted._id)
      const expected = byBruteForce(helpers, wanted)
      expect(items.map(({ score }) => score)).toEqual(expected.slice(0, 20).map(({ score }) => score))
      const scoreOf = new Map(expected.map(({ userId, score }) => [userId, score]))
      for (const { userId, score } of items) expect([userId, score]).toEqual([userId, scoreOf.get(userId)])
    }),
    { numRuns: 12 },
  )
}, 120_000)

it('staff: suggestions are three waits, however many volunteer', async () => {
  await test.cloud.database.insert('accounts', [helper(idle, 1)])
  const wanted = order()
  await test.cloud.database.insert('orders', [wanted])
  const least = async (): Promise<number> => {
    const waits: number[] = []
    for (let run = 0; run < 4; run += 1) {
      await suggest(wanted._id)
      waits.push(lastAnswer(test, 'order.suggest').waits)
    }
    return Math.min(...waits)
  }
  expect(await least()).toBeLessThanOrEqual(3)
  const more = Array.from({ length: many }, (_, n) => helper(idle, n + 2))
  await test.cloud.database.insert('accounts', more)
  expect(await least()).toBeLessThanOrEqual(3)
})
