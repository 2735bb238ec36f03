import { minutes } from '@/domain/shared/time'
import { aGrant, aVolunteer } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { morePeople, who } from '../../support/more-people'
import { roadOf } from '../../support/order-road'
import { signalId } from '../../support/signal-id'
import { useTestCloud } from '../../support/test-cloud'

/** Staff who also go out as a volunteer. */
const both = aVolunteer({
  _id: 'staff-who-helps',
  nickname: '小陈',
  skills: ['repair'],
  roles: [aGrant('volunteer', places.community), aGrant('communityStaff', places.community)],
})
const test = useTestCloud([...morePeople(), both])
const road = roadOf(test)
const wang = 'volunteer-wang'

/** Wang was there for an hour. */
async function served(): Promise<string> {
  const order = await road.startedOrder()
  test.cloud.clock.travel(minutes(60))
  await road.complete(order)
  return order._id
}
const wanted = (orderId: string, count: number, userId = wang) => ({
  orderId,
  userId,
  minutes: count,
  reason: '忘了点办好',
})

it('staff: set hours right; the volunteer’s deeds follow, with the reason, and the ledger keeps every line', async () => {
  const orderId = await served()
  const { order } = await test.as(who.staff).call('order.correctHours', wanted(orderId, 45))
  expect(order.credited).toEqual([{ userId: wang, name: '王师傅', minutes: 45, isCorrected: true }])
  const deeds = await test.as(who.volunteer).call('order.deeds', {})
  expect(deeds).toMatchObject({
    orders: 1,
    minutes: 45,
    corrections: [{ orderId, serviceName: '小修小补', minutes: -15, reason: '忘了点办好' }],
  })
  await test.as(who.staff).call('order.correctHours', wanted(orderId, 0))
  expect((await test.as(who.volunteer).call('order.deeds', {})).minutes).toBe(0)
  expect((await road.stored(orderId)).served.map(({ kind, minutes: count }) => [kind, count])).toEqual([
    ['visit', 60],
    ['correction', -15],
    ['correction', -45],
  ])
})

it('the one helped and the volunteer: read on the trail who changed it, whose, from what, to what and why', async () => {
  const orderId = await served()
  await test.as(who.staff).call('order.correctHours', wanted(orderId, 90))
  for (const openid of [who.li, who.volunteer]) {
    const { order } = await test.as(openid).call('order.get', { orderId })
    expect(order.activity.at(-1)).toMatchObject({
      event: 'correctHours',
      byName: '陈社工',
      hours: { name: '王师傅', from: 60, to: 90 },
      note: '忘了点办好',
    })
  }
})

it('the same request twice: one line', async () => {
  const orderId = await served()
  const answers = [1, 2].map(() =>
    test.as(who.staff).call('order.correctHours', wanted(orderId, 30), 'request-of-correction'),
  )
  await Promise.all(answers)
  expect((await road.stored(orderId)).served).toHaveLength(2)
})

it('two of staff at once, to the same: it counts that, not twice', async () => {
  const orderId = await served()
  const codes = await Promise.all(
    [who.staff, both.openid].map((openid) => test.as(openid).code('order.correctHours', wanted(orderId, 90))),
  )
  expect(codes.sort()).toEqual(['BadInput', 'ok'])
  expect((await test.as(who.volunteer).call('order.deeds', {})).minutes).toBe(90)
})

it('the volunteer: their phone is told', async () => {
  const orderId = await served()
  const signal = () => test.cloud.database.get('signals', signalId(`user:${wang}`))
  const before = await signal()
  await test.as(who.staff).call('order.correctHours', wanted(orderId, 30))
  expect(Number((await signal())?.n)).toBeGreaterThan(Number(before?.n))
})

it('staff: not for themselves, not for one who was not there, not while it goes on', async () => {
  const open = await road.startedOrder()
  expect(await test.as(who.staff).code('order.correctHours', wanted(open._id, 30))).toBe('Conflict')

  const order = await road.place()
  await road.dispatchTo(order, both._id)
  await road.accept(order, both.openid)
  await road.checkIn(order, both.openid)
  test.cloud.clock.travel(minutes(60))
  await road.complete(order, both.openid)
  const own = wanted(order._id, 600, both._id)
  expect(['Conflict', 'Forbidden']).toContain(await test.as(both.openid).code('order.correctHours', own))
  expect(await test.as(who.staff).code('order.correctHours', wanted(order._id, 30))).toBe('BadInput')
  expect(await test.as(who.staff).code('order.correctHours', own)).toBe('ok')
})

it('a reason with forbidden words: is refused', async () => {
  const orderId = await served()
  const input = { ...wanted(orderId, 30), reason: '去赌博了' }
  expect(await test.as(who.staff).code('order.correctHours', input)).toBe('ContentRejected')
})

it('deeds: count those who were helped, not those who asked for them', async () => {
  const other = (name: string, userId: string | null) =>
    ({ kind: 'other', name, relation: 'resident', userId, consent: 'present' }) as const
  const homes = { roomNumber: '1702' }
  for (const beneficiary of [
    other('李妈妈', 'resident-mother'),
    other('老邻居', null),
    other('老邻居', null),
    other('楼下小孙', 'resident-sun'),
  ]) {
    const order = await road.place(undefined, { beneficiary, ...homes })
    await road.dispatchTo(order)
    await road.accept(order)
    await road.checkIn(order)
    test.cloud.clock.travel(minutes(60))
    await road.complete(order)
  }
  expect(await test.as(who.volunteer).call('order.deeds', {})).toMatchObject({ orders: 4, people: 3 })
})

describe('an ending that the phone of those who are there can’t tell in time', () => {
  /** Wang leads, Qian comes too; `there` are at the door. */
  async function two(...there: string[]): Promise<string> {
    const order = await road.placeForMany(2)
    await road.dispatchToHall(order)
    for (const openid of [who.volunteer, who.third]) await road.accept(order, openid)
    for (const openid of there) await road.checkIn(order, openid)
    return order._id
  }
  const note = '手机没电了，打电话来说的'
  const now = () => test.cloud.clock.now()
  const creditedIn = async (orderId: string) =>
    (await test.as(who.staff).call('order.get', { orderId })).order.credited.map((one) => [
      one.userId,
      one.minutes,
    ])

  it('staff: end it for them as of when it was, with a reason; the phone adds later what was done, and no hours', async () => {
    const { _id: orderId } = await road.startedOrder()
    const from = now()
    const mine = test.as(who.volunteer)
    test.cloud.clock.travel(minutes(300))
    const ended = { orderId, note, happenedAt: from + minutes(50) }
    const { order } = await test.as(who.staff).call('order.completeFor', ended)
    expect(order).toMatchObject({ status: 'completed', completedAt: from + minutes(50), completion: null })
    expect(order.activity.at(-1)).toMatchObject({ event: 'completeFor', byName: '陈社工', note })
    const done = { orderId, note: '换了垫片', photoFileIds: [], happenedAt: from + minutes(55) }
    expect(await mine.code('order.complete', done, 'request-of-the-phone')).toBe('ok')
    expect(await mine.code('order.complete', done, 'request-of-the-phone')).toBe('ok')
    expect(await mine.code('order.complete', done)).toBe('Conflict')
    const stored = await road.stored(orderId)
    expect(stored.completion).toMatchObject({ note: '换了垫片' })
    expect(stored.served.map((line) => line.minutes)).toEqual([50])
    expect(stored.outbox.filter(({ moment }) => moment === 'completed')).toHaveLength(1)
  })

  it('staff: no time before they came, nor one that is still to come', async () => {
    for (const [told, counted] of [
      [-500, 0],
      [500, 60],
    ] as const) {
      const { _id: orderId } = await road.startedOrder()
      const from = now()
      test.cloud.clock.travel(minutes(60))
      await test.as(who.staff).call('order.completeFor', { orderId, note, happenedAt: from + minutes(told) })
      expect(await creditedIn(orderId)).toEqual([[wang, counted]])
    }
  })

  it('staff: not while nobody is there, not of elsewhere, and not where they were there themselves', async () => {
    const accepted = await road.acceptedOrder()
    const refused = { orderId: accepted._id, note }
    expect(await test.as(who.staff).code('order.completeFor', refused)).toBe('Conflict')
    const own = await road.dispatchTo(await road.place(), both._id)
    for (const step of [road.accept, road.checkIn]) await step(own, both.openid)
    expect(await test.as(both.openid).code('order.completeFor', { orderId: own._id, note })).toBe('Conflict')
    expect(await test.as(who.otherStaff).code('order.completeFor', { orderId: own._id, note })).toBe(
      'Forbidden',
    )
    expect(await test.as(who.leader).code('order.completeFor', { orderId: own._id, note })).toBe('Forbidden')
  })

  it('the second taker thought they were alone, and the captain came: they go first, both with honest times', async () => {
    const orderId = await two(who.third)
    const from = now()
    test.cloud.clock.travel(minutes(45))
    await road.checkIn({ _id: orderId })
    test.cloud.clock.travel(minutes(60))
    const done = { orderId, note: '柜子搬好了', photoFileIds: [], happenedAt: from + minutes(50) }
    const { order } = await test.as(who.third).call('order.complete', done, 'request-of-the-second')
    expect(order.status).toBe('inService')
    expect(order.activity.at(-1)).toMatchObject({ event: 'checkOut', note: '柜子搬好了' })
    expect(await test.as(who.third).code('order.complete', done, 'request-of-the-second')).toBe('ok')
    await road.complete({ _id: orderId })
    const { takers, completion } = await road.stored(orderId)
    expect(takers[0]?.completedAt).toBeGreaterThanOrEqual(from + minutes(105))
    expect(takers[1]?.completedAt).toBe(from + minutes(50))
    expect(completion?.note).toBe('柜子搬好了\n换了垫片')
  })

  it('the captain went home, so that the second taker’s "I go first" ends it for both', async () => {
    const orderId = await two(who.volunteer, who.third)
    const from = now()
    test.cloud.clock.travel(minutes(50))
    await test.as(who.volunteer).call('order.checkOut', { orderId, happenedAt: from + minutes(50) })
    test.cloud.clock.travel(minutes(50))
    const gone = { orderId, happenedAt: from + minutes(45) }
    const { order } = await test.as(who.third).call('order.checkOut', gone)
    expect(order).toMatchObject({ status: 'completed', completedAt: from + minutes(45) })
    expect(order.takers.map((taker) => taker.completedAt)).toEqual([from + minutes(50), from + minutes(45)])
  })

  it('it was done before the captain’s phone could tell that they were there: their time counts; later, it does not', async () => {
    for (const [came, answer] of [
      [5, 'ok'],
      [55, 'Conflict'],
    ] as const) {
      const orderId = await two(who.third)
      const from = now()
      test.cloud.clock.travel(minutes(50))
      await road.complete({ _id: orderId }, who.third)
      test.cloud.clock.travel(minutes(30))
      const { order } = await test.as(who.volunteer).call('order.get', { orderId })
      expect(order.allowedActions).not.toContain('checkIn')
      const told = { orderId, happenedAt: from + minutes(came) }
      expect(await test.as(who.volunteer).code('order.checkIn', told)).toBe(answer)
      const late = answer === 'ok' ? [[wang, 45]] : []
      expect(await creditedIn(orderId)).toEqual(expect.arrayContaining([['volunteer-qian', 45], ...late]))
      expect(await creditedIn(orderId)).toHaveLength(1 + late.length)
    }
  })

  it('the ending behind a late arrival is taken too, by either name: their words and their own time', async () => {
    for (const ending of ['complete', 'checkOut'] as const) {
      const orderId = await two(who.third)
      const from = now()
      test.cloud.clock.travel(minutes(60))
      await road.complete({ _id: orderId }, who.third)
      const mine = test.as(who.volunteer)
      await mine.call('order.checkIn', { orderId, happenedAt: from + minutes(5) })
      expect(await creditedIn(orderId)).toContainEqual([wang, 45])
      const words = ending === 'complete' ? { note: '我先走的' } : {}
      const told = { orderId, ...words, happenedAt: from + minutes(45) }
      const { order } = await mine.call(`order.${ending}`, told, `request-of-late-${ending}`)
      expect(await mine.code(`order.${ending}`, told, `request-of-late-${ending}`)).toBe('ok')
      expect(order.completion?.note).toBe(['换了垫片', ...Object.values(words)].join('\n'))
      expect(order.takers[0]?.completedAt).toBe(from + minutes(45))
      expect(await creditedIn(orderId)).toContainEqual([wang, 40])
      expect(order.credited.some(({ isCorrected }) => isCorrected)).toBe(false)
      expect(await mine.code(`order.${ending}`, told)).toBe('Conflict')
    }
  })

  it('the office ended it for both before "I go first" was told: it counts until then, unless the office has said', async () => {
    for (const [isSettled, counted] of [
      [false, 40],
      [true, 50],
    ] as const) {
      const orderId = await two(who.volunteer, who.third)
      const from = now()
      test.cloud.clock.travel(minutes(60))
      await test.as(who.staff).call('order.completeFor', { orderId, note })
      if (isSettled)
        await test.as(who.staff).call('order.correctHours', wanted(orderId, 50, 'volunteer-qian'))
      await test.as(who.third).call('order.checkOut', { orderId, happenedAt: from + minutes(40) })
      expect(await creditedIn(orderId)).toEqual([
        [wang, 45],
        ['volunteer-qian', counted],
      ])
    }
  })
})
