import { aLeader, aGrant } from '../../support/factories/account'
import { anOrder, aReview, secrets } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

const leaderOfUnit = aLeader({
  _id: 'leader-unit',
  openid: 'openid-of-leader-unit',
  roles: [aGrant('microGridLeader', places.building4)],
})
const test = useTestCloud([...everyone(), leaderOfUnit])
const unreached = [{ to: 'resident-li', moment: 'accepted' as const, at: 1 }]

it.each([
  ['leader of the building', people.leader],
  ['another leader of it', leaderOfUnit.openid],
  ['staff', people.staff],
])('%s: sees whom to call', async (_who, openid) => {
  await test.cloud.database.insert('orders', [
    anOrder({ status: 'accepted', unreached }),
    anOrder({ _id: 'order-0002' }),
  ])
  expect(await test.as(openid).call('order.listCalls', {})).toEqual({
    calls: [
      {
        userId: 'resident-li',
        nickname: '李阿姨',
        orderId: 'order-0001',
        moment: 'accepted',
        hasPhone: true,
      },
    ],
  })
})

it('leaders of a building and of a micro-grid: see theirs, however many newer ones the community has', async () => {
  const grid = 'heping/c1/e1/b4/g-3/'
  const leader = aLeader({
    _id: 'leader-grid',
    openid: 'openid-of-leader-grid',
    roles: [aGrant('microGridLeader', grid)],
  })
  await test.cloud.database.insert('accounts', [leader])
  const elsewhere = Array.from({ length: 205 }, (_, n) =>
    anOrder({ _id: `order-newer-${n}`, areaPath: places.building5, createdAt: 10_000 + n, unreached }),
  )
  const mine = anOrder({ gridPath: grid, createdAt: 1, unreached })
  await test.cloud.database.insert('orders', [mine, ...elsewhere])
  for (const openid of [people.leader, leader.openid]) {
    const { calls } = await test.as(openid).call('order.listCalls', {})
    expect(calls.map(({ orderId }) => orderId)).toEqual([mine._id])
  }
  const newest = (await test.as(people.staff).call('order.listCalls', {})).calls
  expect([newest.length, newest[0]?.orderId]).toEqual([200, 'order-newer-204'])
})

it('leader: has called, and it is off the list', async () => {
  await test.cloud.database.insert('orders', [anOrder({ status: 'accepted', unreached })])
  await test
    .as(people.leader)
    .call('order.callBack', { orderId: 'order-0001', userId: 'resident-li', note: '告诉她了' })
  expect(await test.as(people.leader).call('order.listCalls', {})).toEqual({ calls: [] })
})

it.each(['otherLeader', 'otherStaff'] as const)('%s: sees nobody', async (who) => {
  await test.cloud.database.insert('orders', [anOrder({ status: 'accepted', unreached })])
  expect(await test.as(people[who]).call('order.listCalls', {})).toEqual({ calls: [] })
})

it.each(['li', 'volunteer', 'neighbour'] as const)('%s: cannot ask', async (who) => {
  expect(await test.as(people[who]).code('order.listCalls', {})).toBe('Forbidden')
})

describe('the open orders in a leader’s care', () => {
  const grid = 'heping/c1/e1/b4/g-3/'
  const hour = 3_600_000
  const idsFor = async (openid: string) =>
    (await test.as(openid).call('order.listInCare', {})).items.map(({ _id }) => _id)
  const held = (id: string, areaPath: string) =>
    aLeader({ _id: id, openid: `openid-of-${id}`, roles: [aGrant('microGridLeader', areaPath)] })
  beforeEach(async () => {
    await test.cloud.database.insert('accounts', [
      held('leads-grid', grid),
      held('leads-stairs', places.unit),
    ])
    await test.cloud.database.insert('accounts', [held('leads-estate', places.estate)])
    await test.cloud.database.insert('orders', [
      anOrder({ _id: 'order-of-grid', gridPath: grid, createdAt: hour }),
      anOrder({ _id: 'order-of-stairs', areaPath: places.unit, status: 'accepted', createdAt: 2 * hour }),
      anOrder({ _id: 'order-next-door', areaPath: places.building41, createdAt: 3 * hour }),
      anOrder({ _id: 'order-long-done', status: 'closed' }),
    ])
  })

  it.each([
    ['of the building', people.leader, ['order-of-grid', 'order-of-stairs']],
    ['of a micro-grid', 'openid-of-leads-grid', ['order-of-grid']],
    ['of a stairwell', 'openid-of-leads-stairs', ['order-of-stairs']],
    ['of the estate', 'openid-of-leads-estate', ['order-of-grid', 'order-of-stairs', 'order-next-door']],
    ['of another building', people.otherLeader, []],
  ])('leader %s: the latest first, and only theirs', async (_which, openid, ids) => {
    expect(await idsFor(openid)).toEqual(ids)
  })

  it.each(['li', 'volunteer', 'neighbour'] as const)('%s: cannot ask', async (who) => {
    expect(await test.as(people[who]).code('order.listInCare', {})).toBe('Forbidden')
  })

  it('leader: may call about what is late, and cannot before', async () => {
    const phoneOf = (orderId: string) => test.as(people.leader).code('order.phone', { orderId })
    expect(await phoneOf('order-of-grid')).toBe('Forbidden')
    await test.cloud.database.insert('orders', [anOrder({ _id: 'order-late', lateness: 1 })])
    expect(await phoneOf('order-late')).toBe('ok')
    expect(await test.as(people.otherLeader).code('order.phone', { orderId: 'order-late' })).toBe('Forbidden')
  })
})

describe('the phone to call', () => {
  const phoneOf = (openid: string) => test.as(openid).code('order.phone', { orderId: 'order-0001' })
  const put = (overrides: Parameters<typeof anOrder>[0]) =>
    test.cloud.database.insert('orders', [anOrder(overrides)])
  const everybody = [
    'li',
    'staff',
    'leader',
    'otherLeader',
    'otherStaff',
    'volunteer',
    'second',
    'neighbour',
  ] as const
  const reviewed = { status: 'reviewed', phase: 'done' } as const

  it.each<[what: string, order: Parameters<typeof anOrder>[0], who: readonly (typeof everybody)[number][]]>([
    ['waits on the desk', {}, ['staff']],
    ['is put off', { status: 'deferred', phase: 'later' }, ['staff']],
    ['no message could tell of', { status: 'accepted', phase: 'moving', unreached }, ['staff', 'leader']],
    ['waits for its rating', { status: 'completed', phase: 'done' }, ['staff']],
    ['was rated well', { ...reviewed, review: aReview({ stars: 5 }) }, []],
    ['was rated badly', { ...reviewed, review: aReview({ stars: 1 }) }, ['staff']],
  ])(
    'of an order that %s is told to those who have to call, and to nobody else',
    async (_what, order, who) => {
      await put(order)
      const codes = await Promise.all(everybody.map((one) => phoneOf(people[one])))
      expect(everybody.filter((_one, at) => codes[at] === 'ok')).toEqual(
        everybody.filter((one) => who.includes(one)),
      )
    },
  )

  it('staff: hears it, and the one it belongs to sees who looked', async () => {
    await put({})
    expect(await test.as(people.staff).call('order.phone', { orderId: 'order-0001' })).toEqual({
      phone: secrets.phone,
    })
    const { items } = await test.as(people.li).call('account.accesses', { cursor: null })
    expect(items).toMatchObject([{ kind: 'phone', role: 'communityStaff' }])
  })

  it('staff: hears that none was left, and nothing was looked at', async () => {
    await put({ contact: { ...anOrder().contact, phone: null } })
    expect(await test.as(people.staff).call('order.phone', { orderId: 'order-0001' })).toEqual({
      phone: null,
    })
    expect((await test.as(people.li).call('account.accesses', { cursor: null })).items).toEqual([])
  })
})
