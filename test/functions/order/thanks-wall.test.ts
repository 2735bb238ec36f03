import type { CallInput, Output } from '@/domain/contracts'
import { days, minutes } from '@/domain/shared/time'
import { anOrder, aReview, secrets } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { morePeople, who } from '../../support/more-people'
import { left, roadOf } from '../../support/order-road'
import { useTestCloud } from '../../support/test-cloud'

const test = useTestCloud(morePeople())
const road = roadOf(test)
const month = '2025-03'

type Wall = Output<'order.thanksWall'>
const wallOf = (openid: string, input: Partial<CallInput<'order.thanksWall'>> = {}): Promise<Wall> =>
  test.as(openid).call('order.thanksWall', { groupPath: places.building4, month, ...input })
const wordsOn = async (openid: string, input: Partial<CallInput<'order.thanksWall'>> = {}) =>
  (await wallOf(openid, input)).items.map(({ words }) => words)

/** Wang helped, and Li thanks him so. */
async function thanked(thanks: string, onWall?: boolean): Promise<string> {
  const { _id: orderId } = await road.startedOrder()
  test.cloud.clock.travel(minutes(60))
  await road.complete({ _id: orderId })
  const rating = { orderId, stars: 5, tags: [], words: '评语只给他', thanks }
  await test.as(who.li).call('order.review', onWall === undefined ? rating : { ...rating, onWall })
  return orderId
}

it('neighbours and those who look after the building: read the thanks that were meant for them', async () => {
  const orderId = await thanked('手真巧', true)
  const expected = {
    orderId,
    words: '手真巧',
    serviceName: '小修小补',
    to: ['王师傅'],
    from: '李阿姨',
    allowedActions: [],
    needsReason: false,
  }
  expect((await wallOf(who.downstairs)).items).toEqual([expected])
  for (const openid of [who.leader, who.staff])
    expect((await wallOf(openid)).items).toEqual([
      { ...expected, allowedActions: ['takeOffWall'], needsReason: true },
    ])
})

it('nobody: finds a door, a phone or what was meant for the volunteer alone', async () => {
  await thanked('手真巧', true)
  const text = JSON.stringify(await wallOf(who.downstairs))
  for (const secret of [...Object.values(left), ...Object.values(secrets), '评语只给他', places.building4])
    expect(text).not.toContain(secret)
})

it('resident: unless they say so, nothing hangs there', async () => {
  await thanked('只给您', false)
  await thanked('也只给您')
  await thanked('', true)
  expect(await wordsOn(who.downstairs)).toEqual([])
})

it.each([
  ['a neighbour of building 5', who.neighbour],
  ['the leader of building 5', who.otherLeader],
  ['staff of another community', who.otherStaff],
  ['a volunteer who lives elsewhere', who.second],
])('%s: may not read it', async (_who, openid) => {
  const input = { groupPath: places.building4, month }
  expect(await test.as(openid).code('order.thanksWall', input)).toBe('Forbidden')
})

it('month by month, and building by building', async () => {
  await thanked('三月的', true)
  test.cloud.clock.travel(days(30))
  await thanked('四月的', true)
  expect(await wordsOn(who.downstairs)).toEqual(['三月的'])
  expect(await wordsOn(who.downstairs, { month: '2025-04' })).toEqual(['四月的'])
  expect(await wordsOn(who.downstairs, { month: '2025-05' })).toEqual([])
  expect(await wordsOn(who.staff, { groupPath: places.building5 })).toEqual([])
})

it('page by page, without a repeat or a gap', async () => {
  const orders = Array.from({ length: 9 }, (_, index) =>
    anOrder({
      _id: `order-thanked-${index}`,
      status: 'reviewed',
      createdAt: Date.UTC(2025, 2, 1 + index),
      review: aReview({ thanks: `谢意 ${index}`, onWall: true, at: Date.UTC(2025, 2, 20) }),
    }),
  )
  await test.cloud.database.insert('orders', orders)
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Wall = await wallOf(who.downstairs, { cursor, limit: 4 })
    seen.push(...page.items.map(({ words }) => words))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual(orders.map((_, index) => `谢意 ${8 - index}`))
})

it.each([
  ['the one who wrote it', who.li],
  ['the one thanked', who.volunteer],
])('%s: takes it off; it stays with the one thanked, and the trail says so', async (_who, openid) => {
  const orderId = await thanked('手真巧', true)
  const { order } = await test.as(openid).call('order.takeOffWall', { orderId })
  expect(order.activity.at(-1)).toMatchObject({ event: 'takeOffWall' })
  expect(order.allowedActions).not.toContain('takeOffWall')
  expect(await wordsOn(who.downstairs)).toEqual([])
  expect((await test.as(who.volunteer).call('order.deeds', {})).thanks).toMatchObject([
    { words: '手真巧', onWall: false },
  ])
  expect(await test.as(openid).code('order.takeOffWall', { orderId })).toBe('Conflict')
})

it('a neighbour, a leader or staff of elsewhere: cannot take it off', async () => {
  const orderId = await thanked('手真巧', true)
  const input = { orderId, note: '不好看' }
  for (const openid of [who.downstairs, who.neighbour, who.otherLeader, who.otherStaff, who.second])
    expect(['Forbidden', 'Conflict']).toContain(await test.as(openid).code('order.takeOffWall', input))
  expect(await wordsOn(who.downstairs)).toEqual(['手真巧'])
})

it.each([
  ['the leader', who.leader],
  ['staff', who.staff],
])('%s: takes off what names somebody, with a reason that those concerned read', async (_who, openid) => {
  const orderId = await thanked('比三楼那家强多了', true)
  expect(await test.as(openid).code('order.takeOffWall', { orderId })).toBe('BadInput')
  expect(await wordsOn(who.downstairs)).toEqual(['比三楼那家强多了'])
  await test.as(openid).call('order.takeOffWall', { orderId, note: '说到了别家' })
  expect(await wordsOn(who.downstairs)).toEqual([])
  for (const reader of [who.li, who.volunteer, who.staff]) {
    const { order } = await test.as(reader).call('order.get', { orderId })
    expect(order.review?.thanks).toBe('比三楼那家强多了')
    expect(order.activity.at(-1)).toMatchObject({ event: 'takeOffWall', note: '说到了别家' })
  }
})

it('the volunteer who reads the wall of where they live: may take off what thanks them, and nothing else', async () => {
  const order = await road.place()
  await road.dispatchTo(order, 'volunteer-qian')
  for (const step of [road.accept, road.checkIn, road.complete]) await step(order, who.third)
  const rating = { stars: 5, tags: [], words: '', thanks: '谢谢钱师傅', onWall: true }
  await test.as(who.li).call('order.review', { orderId: order._id, ...rating })
  await thanked('谢谢王师傅', true)
  const { items } = await wallOf(who.third)
  expect(items.map(({ words, allowedActions }) => [words, allowedActions])).toEqual([
    ['谢谢王师傅', []],
    ['谢谢钱师傅', ['takeOffWall']],
  ])
})

it('thanks with forbidden words: never reach the wall', async () => {
  const { _id: orderId } = await road.completedOrder()
  const rating = { orderId, stars: 5, tags: [], words: '', thanks: '一起赌博', onWall: true }
  expect(await test.as(who.li).code('order.review', rating)).toBe('ContentRejected')
  expect(await wordsOn(who.downstairs)).toEqual([])
})
