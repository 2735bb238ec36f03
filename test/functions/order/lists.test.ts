import { aGrant, anAccount, aVolunteer } from '../../support/factories/account'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { roadOf } from '../../support/order-road'
import { people, useTestCloud } from '../../support/test-cloud'
import { pageKey } from '@/domain/shared/paging'

const test = useTestCloud()
const road = roadOf(test)

it('resident: pages through their orders without a repeat or a gap, also when they are equally old', async () => {
  const orders = Array.from({ length: 25 }, (_, index) => {
    const _id = `order-number-${String(index).padStart(2, '0')}`
    return anOrder({
      _id,
      createdKey: pageKey(1000 + Math.floor(index / 5), _id),
      dueKey: pageKey(1000, _id),
    })
  })
  await test.cloud.database.insert('orders', orders)
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: { _id: string }[]; nextCursor: string | null } = await test
      .as(people.li)
      .call('order.listMine', { cursor, limit: 7 })
    seen.push(...page.items.map(({ _id }) => _id))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual(orders.map(({ _id }) => _id).reverse())
})

it('resident: what is open stands as in a diary, tomorrow before the day after; what is done, newest first', async () => {
  const day = (days: number) => {
    const from = test.cloud.clock.now() + days * 86_400_000
    return { window: { from, to: from + 3_600_000 } }
  }
  await road.place('后天来', day(2))
  await road.place('明天来', day(1))
  await road.place('大后天来', day(3))
  const textsOf = async (view: 'open' | 'all', cursor: string | null = null) =>
    test.as(people.li).call('order.listMine', { view, limit: 2, cursor })
  const first = await textsOf('open')
  const second = await textsOf('open', first.nextCursor)
  expect([...first.items, ...second.items].map(({ text }) => text)).toEqual(['明天来', '后天来', '大后天来'])
  expect(second.nextCursor).toBeNull()
  expect((await textsOf('all')).items.map(({ text }) => text)).toEqual(['大后天来', '明天来'])
})

it('hall: shows to volunteers of the community what is open, without name, phone or door', async () => {
  await road.dispatchToHall(await road.place('搬一箱书', { serviceId: 'carry' }))
  await road.place('还没派的', { serviceId: 'carry' })
  const { items } = await test.as(people.second).call('order.listHall', {})
  expect(items.map(({ order }) => order.text)).toEqual(['搬一箱书'])
  expect(items[0]?.reasons).toEqual(['sameEstate'])
  expect(items[0]?.order).toMatchObject({
    requesterName: null,
    contact: null,
    activity: [],
    allowedActions: ['accept'],
  })
  expect(await test.as(people.neighbour).code('order.listHall', {})).toBe('Forbidden')
})

it('desk: three columns, counted, the latest due first', async () => {
  await road.place('不急')
  await road.place('很急', { urgent: true })
  await road.acceptedOrder()
  const { items } = await test.as(people.staff).call('order.listDesk', { view: 'waiting' })
  expect(items.map(({ text }) => text)).toEqual(['很急', '不急'])
  expect(await test.as(people.staff).call('order.countDesk', {})).toEqual({
    waiting: 2,
    later: 0,
    moving: 1,
    late: 0,
    unhappy: 0,
    unsafe: 0,
  })
  test.cloud.clock.travel(121 * 60_000)
  expect(await test.as(people.staff).call('order.countDesk', {})).toMatchObject({ late: 1 })
})

it('tasks: offered, active and done are three lists', async () => {
  await road.dispatchTo(await road.place('派给我的'))
  await road.acceptedOrder()
  await road.completedOrder()
  const count = async (view: 'offered' | 'active' | 'done') =>
    (await test.as(people.volunteer).call('order.listTasks', { view })).items.length
  expect([await count('offered'), await count('active'), await count('done')]).toEqual([1, 1, 1])
})

it('suggestions: skill and nearness first, with reasons; who lacks it comes last', async () => {
  await road.acceptedOrder()
  const order = await road.place()
  const { items } = await test.as(people.staff).call('order.suggest', { orderId: order._id })
  expect(
    items.map(({ nickname, openCount, reasons, isEligible }) => [nickname, openCount, reasons, isEligible]),
  ).toEqual([
    ['王师傅', 1, ['sameEstate', 'skilled'], true],
    ['赵姐', 0, ['sameEstate', 'lacksSkill'], false],
  ])
})

it('volunteers of another community: their hall stays empty', async () => {
  const grant = aGrant('volunteer', places.otherCommunity)
  await test.cloud.database.insert('accounts', [aVolunteer({ _id: 'volunteer-far', roles: [grant] })])
  await road.dispatchToHall(await road.place())
  expect((await test.as('openid-of-volunteer-far').call('order.listHall', {})).items).toEqual([])
})

it('who acts for somebody: pages through their own orders, and what is left to do of those others; nothing of before', async () => {
  const charge = { requesterId: 'resident-li' } as const
  const own = { requesterId: 'daughter-li' } as const
  const orders = (
    [
      ['own-closed', { ...own, status: 'closed' }],
      ['before-1', { ...charge, status: 'closed' }],
      ['to-rate', { ...charge, status: 'completed' }],
      ['own-open', own],
      ['before-2', { ...charge, status: 'reviewed' }],
      ['called-off', { ...charge, status: 'cancelled' }],
      ['open', charge],
    ] as const
  ).map(([name, fields], n) => {
    const _id = `order-${name}`
    return anOrder({ _id, ...fields, createdKey: pageKey(1000 + n, _id), dueKey: pageKey(1000 + n, _id) })
  })
  const daughter = anAccount({ _id: 'daughter-li', openid: 'openid-of-daughter', chargeIds: ['resident-li'] })
  await test.cloud.database.insert('accounts', [daughter])
  await test.cloud.database.insert('orders', orders)
  const list = async (view: 'all' | 'open' | 'done') => {
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { _id: string }[]; nextCursor: string | null } = await test
        .as('openid-of-daughter')
        .call('order.listMine', { view, cursor, limit: 1 })
      ids.push(...page.items.map(({ _id }) => _id.replace('order-', '')))
      cursor = page.nextCursor
    } while (cursor !== null)
    return ids
  }
  expect(await list('all')).toEqual(['open', 'own-open', 'to-rate', 'own-closed'])
  expect(await list('done')).toEqual(['to-rate', 'own-closed'])
  expect(await list('open')).toEqual(['own-open', 'open'])
})
