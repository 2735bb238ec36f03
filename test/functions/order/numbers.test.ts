import type { CallInput, Output } from '@/domain/contracts'
import { drillSchema } from '@/domain/numbers/contract'
import type { Order } from '@/domain/order/schema'
import { hours, minutes } from '@/domain/shared/time'
import { anAccount, aGrant } from '../../support/factories/account'
import { anActivity, anOrder, anOrderService, aReview, secrets } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

const street = 'openid-of-street-office'
const estateStaff = 'openid-of-staff-estate'
const test = useTestCloud([
  ...everyone(),
  anAccount({
    _id: 'street-office',
    openid: street,
    memberships: [],
    roles: [aGrant('streetOffice', places.street)],
  }),
  anAccount({
    _id: 'staff-estate',
    openid: estateStaff,
    memberships: [],
    roles: [aGrant('communityStaff', places.estate)],
  }),
])

const beijing = (text: string): number => Date.parse(`${text}+08:00`)
const period = { from: '2025-02-01', to: '2025-02-28' }
const february: CallInput<'numbers.get'> = { areaPath: places.community, ...period, by: 'service' }

const orderAt = (_id: string, at: string, overrides: Partial<Order> = {}): Order =>
  anOrder({ _id, createdAt: beijing(at), ...overrides })
const doneAt = (
  _id: string,
  at: string,
  [accepted, finished]: [number, number],
  rest: Partial<Order> = {},
) => {
  const createdAt = beijing(at)
  const activity = [anActivity(), anActivity({ event: 'accept', at: createdAt + minutes(accepted) })]
  return orderAt(_id, at, {
    status: 'reviewed',
    activity,
    completedAt: createdAt + minutes(finished),
    ...rest,
  })
}

/** A February: seven orders in the community, one in the other, and two just outside the month. */
const orders = (): Order[] => [
  doneAt('order-done-1', '2025-02-01T00:00:00', [30, 90]),
  doneAt('order-done-2', '2025-02-10T12:00:00', [60, 200], {
    areaPath: places.building5,
    areaName: '幸福里小区 5栋',
    lateness: 1,
    review: aReview({ stars: 2 }),
  }),
  orderAt('order-waits', '2025-02-11T12:00:00', {
    service: anOrderService({ id: 'gasAlarm', name: '燃气报警' }),
    areaPath: places.unit,
    areaName: '幸福里小区 4栋 2单元',
  }),
  orderAt('order-later', '2025-02-12T12:00:00', { status: 'deferred' }),
  orderAt('order-reopened', '2025-02-13T12:00:00', { status: 'dispatched', reopenedCount: 2, lateness: 2 }),
  orderAt('order-cancelled', '2025-02-14T12:00:00', { status: 'cancelled' }),
  orderAt('order-redirected', '2025-02-28T23:59:59', { status: 'redirected' }),
  orderAt('order-elsewhere', '2025-02-15T12:00:00', { areaPath: places.buildingElsewhere }),
  orderAt('order-january', '2025-01-31T23:59:59'),
  orderAt('order-march', '2025-03-01T00:00:00'),
]

const otherCommunity = { level: 'community', name: '平安社区', fullName: '平安社区' }

beforeEach(async () => {
  await test.cloud.database.remove('areas', { _id: places.otherCommunity })
  await test.cloud.database.insert('areas', [{ _id: places.otherCommunity, ...otherCommunity }])
  await test.cloud.database.insert('orders', orders())
})

describe('numbers.get', () => {
  it('staff: the figures of a month of their community', async () => {
    const { total, rows } = await test.as(people.staff).call('numbers.get', february)
    expect(total).toEqual({
      arrived: 7,
      waiting: 2,
      moving: 1,
      done: 2,
      cancelled: 2,
      late: 2,
      reopened: 1,
      rated: 2,
      stars: 3.5,
      toAccept: { median: 45, ninety: 60 },
      toFinish: { median: 145, ninety: 200 },
    })
    expect(rows.map(({ key, name, figures }) => [key, name, figures.arrived])).toEqual([
      ['repair', '小修小补', 6],
      ['gasAlarm', '燃气报警', 1],
    ])
  })

  it('staff: by building, a stairwell counted with its house', async () => {
    const { rows } = await test.as(people.staff).call('numbers.get', { ...february, by: 'building' })
    expect(rows.map(({ name, figures }) => [name, figures.arrived])).toEqual([
      ['幸福里小区 4栋', 6],
      ['幸福里小区 5栋', 1],
    ])
  })

  it('staff: by week, those without orders too', async () => {
    const { rows } = await test.as(people.staff).call('numbers.get', { ...february, by: 'week' })
    expect(rows.map(({ key, name, figures }) => [key, name, figures.arrived])).toEqual([
      ['2025-W05', '1月27日那周', 1],
      ['2025-W06', '2月3日那周', 0],
      ['2025-W07', '2月10日那周', 5],
      ['2025-W08', '2月17日那周', 0],
      ['2025-W09', '2月24日那周', 1],
    ])
  })

  it('staff: a part of their community has its own', async () => {
    const areaPath = places.building5
    expect((await test.as(people.staff).call('numbers.get', { ...february, areaPath })).total.arrived).toBe(1)
  })

  it('street office: all its communities together, and each alone', async () => {
    const arrivedIn = async (areaPath: string) =>
      (await test.as(street).call('numbers.get', { ...february, areaPath })).total.arrived
    expect(await arrivedIn(places.street)).toBe(8)
    expect(await arrivedIn(places.otherCommunity)).toBe(1)
  })

  it('costs the same two waits whatever else there is', async () => {
    await test.as(people.staff).call('numbers.get', { ...february, by: 'building' })
    const before = lastAnswer(test, 'numbers.get')
    expect(before.waits).toBeLessThanOrEqual(2)
    const more = Array.from({ length: 1500 }, (_, n) => orderAt(`order-past-${n}`, '2024-11-05T12:00:00'))
    await test.cloud.database.insert('orders', more)
    await test.as(people.staff).call('numbers.get', { ...february, by: 'building' })
    expect(lastAnswer(test, 'numbers.get')).toMatchObject({
      waits: before.waits,
      roundTrips: before.roundTrips,
    })
    await test.as(street).call('numbers.get', { ...february, areaPath: places.street })
    expect(lastAnswer(test, 'numbers.get').waits).toBeLessThanOrEqual(2)
  })

  it('more than a thousand orders are counted over several pages', async () => {
    const more = Array.from({ length: 2500 }, (_, n) => orderAt(`order-more-${n}`, '2025-02-20T12:00:00'))
    await test.cloud.database.insert('orders', more)
    const { total } = await test.as(people.staff).call('numbers.get', february)
    expect(total).toMatchObject({ arrived: 2507, waiting: 2502 })
    // The fullest week takes three, one after another; the other weeks go beside it.
    expect(lastAnswer(test, 'numbers.get').waits).toBeLessThanOrEqual(1 + 3)
  })
})

type Who = keyof typeof people
describe.each(['numbers.get', 'numbers.orders', 'numbers.csv'] as const)('%s', (action) => {
  const input = (areaPath: string) =>
    ({ ...period, areaPath, by: 'service', drill: 'arrived' }) as unknown as CallInput<typeof action>

  it.each<Who>(['li', 'volunteer', 'leader', 'otherStaff', 'neighbour'])('%s: cannot', async (who) => {
    expect(await test.as(people[who]).code(action, input(places.community))).toBe('Forbidden')
  })

  it('staff: not of the whole street, nor of another community; the street office not of another street', async () => {
    expect(await test.as(people.staff).code(action, input(places.street))).toBe('Forbidden')
    expect(await test.as(people.staff).code(action, input(places.otherCommunity))).toBe('Forbidden')
    expect(await test.as(people.staff).code(action, input(places.community12))).toBe('Forbidden')
    expect(await test.as(street).code(action, input('elsewhere/'))).toBe('Forbidden')
  })

  it('staff of an estate: that estate, not the community', async () => {
    expect(await test.as(estateStaff).code(action, input(places.estate))).toBe('ok')
    expect(await test.as(estateStaff).code(action, input(places.community))).toBe('Forbidden')
  })

  it.each([
    ['the wrong way round', '2025-02-28', '2025-02-01'],
    ['of 93 days', '2025-01-01', '2025-04-03'],
    ['with a day that is none', '2025-02-30', '2025-03-01'],
  ])('a period %s is bad input', async (_what, from, to) => {
    const bad = { ...input(places.community), from, to } as CallInput<typeof action>
    expect(await test.as(people.staff).code(action, bad)).toBe('BadInput')
  })
})

describe('numbers.orders', () => {
  const behind = async (
    who: string,
    rest: Partial<CallInput<'numbers.orders'>>,
  ): Promise<Output<'numbers.orders'>> =>
    test.as(who).call('numbers.orders', { ...period, areaPath: places.community, drill: 'arrived', ...rest })

  it.each(drillSchema.options)(
    'staff: opens as many orders behind "%s" as the number says',
    async (drill) => {
      const { total } = await test.as(people.staff).call('numbers.get', february)
      const { items } = await behind(people.staff, { drill })
      expect(items).toHaveLength({ ...total, unhappy: 1, accepted: 2 }[drill])
      expect(lastAnswer(test, 'numbers.orders').waits).toBeLessThanOrEqual(2)
    },
  )

  it('staff: an order passed on to them stands behind its building, though that lies elsewhere', async () => {
    const areaPath = places.buildingElsewhere
    const passedOn = orderAt('order-passed', '2025-02-16T12:00:00', {
      areaPath,
      communityPath: places.community,
    })
    await test.cloud.database.insert('orders', [passedOn])
    const { rows } = await test.as(people.staff).call('numbers.get', { ...february, by: 'building' })
    const row = rows.find(({ key }) => key === passedOn.buildingPath)
    expect(row?.figures.arrived).toBe(1)
    const { items } = await behind(people.staff, { buildingPath: passedOn.buildingPath })
    expect(items.map(({ _id }) => _id)).toEqual(['order-passed'])
  })

  it('staff: those of one service alone', async () => {
    const { items } = await behind(people.staff, { drill: 'waiting', serviceId: 'gasAlarm' })
    expect(items.map(({ _id }) => _id)).toEqual(['order-waits'])
  })

  it('staff: pages through them newest first, without leaving the period', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Output<'numbers.orders'> = await behind(people.staff, { cursor, limit: 3 })
      seen.push(...page.items.map(({ _id }) => _id))
      cursor = page.nextCursor
    } while (cursor !== null)
    const mine = orders().slice(0, 7)
    expect(seen).toEqual(mine.map(({ _id }) => _id).reverse())
    expect((await behind(people.staff, { cursor: '9'.repeat(40) })).items).toHaveLength(7)
  })

  it('street office: sees them, never a phone or a door', async () => {
    const answer = await behind(street, { areaPath: places.street })
    expect(answer.items).toHaveLength(8)
    for (const secret of Object.values(secrets)) expect(JSON.stringify(answer)).not.toContain(secret)
  })
})

describe('numbers.csv', () => {
  const csv = async (cursor: string | null = null) =>
    test.as(people.staff).call('numbers.csv', { ...period, areaPath: places.community, cursor })

  it('begins with a byte order mark and Chinese headers, then a line for each order', async () => {
    const { text, nextCursor } = await csv()
    expect(nextCursor).toBeNull()
    const lines = text.split('\r\n')
    expect(lines[0]).toMatch(/^\ufeff单号,点单时间,事项,地点,/)
    expect(lines).toHaveLength(1 + 7 + 1)
    expect(lines.find((line) => line.startsWith('order-done-2'))).toBe(
      'order-done-2,2025-02-10 12:00,小修小补,幸福里小区 5栋,,已评价,2025-02-11 12:00,2025-02-10 15:20,60,200,已告诉楼长,0,1,60,2',
    )
  })

  it('holds no name, phone, door, nor words of anyone', async () => {
    const { text } = await csv()
    for (const hidden of [...Object.values(secrets), '李阿姨', '王师傅', '漏水'])
      expect(text).not.toContain(hidden)
  })

  it('a service that is named like a formula does nothing in a spreadsheet', async () => {
    const service = anOrderService({ name: '=A1&"x"' })
    await test.cloud.database.insert('orders', [orderAt('order-formula', '2025-02-20T12:00:00', { service })])
    expect((await csv()).text).toContain(`,"'=A1&""x""",`)
  })

  it('comes in pages; only the first has the header, and each order is in one of them', async () => {
    const more = Array.from({ length: 700 }, (_, n) => orderAt(`order-more-${n}`, '2025-02-20T12:00:00'))
    await test.cloud.database.insert('orders', more)
    const first = await csv()
    const second = await csv(first.nextCursor)
    expect(second.nextCursor).toBeNull()
    expect(second.text).not.toContain('单号')
    const lines = (first.text + second.text).split('\r\n').slice(1, -1)
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(707)
    expect(lines).toHaveLength(707)
    expect(lastAnswer(test, 'numbers.csv').waits).toBeLessThanOrEqual(2)
  })
})

describe('numbers.digest', () => {
  it('staff: what is new, late, waiting, unrated and unhappy, and why it is late', async () => {
    const now = beijing('2025-02-28T07:30:00')
    test.cloud.clock.set(now)
    await test.cloud.database.insert('orders', [
      orderAt('order-new', '2025-02-27T20:00:00', { dueAt: now + hours(3) }),
      orderAt('order-unrated', '2025-02-20T12:00:00', { status: 'completed' }),
      orderAt('order-on-way', '2025-02-20T12:00:00', { status: 'accepted' }),
    ])
    const digest = await test.as(people.staff).call('numbers.digest', {})
    expect(digest).toMatchObject({ fresh: 3, late: 4, waiting: 4, unrated: 1, unhappy: 1, calls: [] })
    expect(digest.lateOrders.map(({ order, why }) => [order._id, why])).toEqual([
      ['order-january', 'nobodyAsked'],
      ['order-waits', 'nobodyAsked'],
      ['order-reopened', 'noAnswer'],
      ['order-on-way', 'notArrived'],
    ])
    expect(lastAnswer(test, 'numbers.digest').waits).toBeLessThanOrEqual(2)
  })

  it('staff: whom to call; those of another community see none of it', async () => {
    const unreached = [{ to: 'resident-li', moment: 'accepted' as const, at: 1 }]
    const order = orderAt('order-silent', '2025-03-05T09:00:00', { status: 'accepted', unreached })
    await test.cloud.database.insert('orders', [order])
    const { calls } = await test.as(people.staff).call('numbers.digest', {})
    expect(calls).toEqual([
      {
        userId: 'resident-li',
        nickname: '李阿姨',
        orderId: 'order-silent',
        moment: 'accepted',
        hasPhone: true,
      },
    ])
    expect(await test.as(people.otherStaff).call('numbers.digest', {})).toMatchObject({ calls: [] })
  })

  it.each<Who>(['li', 'volunteer', 'leader'])('%s: cannot', async (who) => {
    expect(await test.as(people[who]).code('numbers.digest', {})).toBe('Forbidden')
  })
})
