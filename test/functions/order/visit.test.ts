import { minutes } from '@/domain/shared/time'
import { places } from '../../support/factories/places'
import { morePeople, who } from '../../support/more-people'
import { roadOf } from '../../support/order-road'
import { useTestCloud } from '../../support/test-cloud'

const test = useTestCloud(morePeople())
const road = roadOf(test)
const note = '说一句'

const doorCodeOf = async (orderId: string): Promise<string | null> =>
  (await test.as(who.li).call('order.get', { orderId })).order.doorCode

describe('at the door', () => {
  it('volunteer: cannot guess the code, not even with many tries at once', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    const right = await doorCodeOf(orderId)
    const wrong = Array.from({ length: 30 }, (_, n) => String(n).padStart(6, '0')).filter(
      (one) => one !== right,
    )
    const answers = await Promise.all(
      wrong.map((code) => test.as(who.volunteer).code('order.checkIn', { orderId, code })),
    )
    expect(new Set(answers)).toEqual(new Set(['BadInput']))
    expect((await road.stored(orderId)).codeTries).toBe(6)
    expect(await test.as(who.volunteer).code('order.checkIn', { orderId, code: right })).toBe('BadInput')
    const { order } = await test.as(who.volunteer).call('order.checkIn', { orderId })
    expect(order.takers).toMatchObject([{ proof: null }])
  })

  it('resident: has another code for the second visit, since the volunteer knows the first', async () => {
    const { _id: orderId } = await road.completedOrder()
    const { doorCode } = await road.stored(orderId)
    const { codeTries, ...reopened } = await test
      .as(who.li)
      .call('order.reopen', { orderId, note: '又漏了' })
      .then(() => road.stored(orderId))
    expect([codeTries, reopened.doorCode === doorCode]).toEqual([0, false])
  })

  it('the code on the resident’s phone proves that the volunteer came', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    const code = await doorCodeOf(orderId)
    expect(code).toMatch(/^\d{6}$/)
    const { order } = await test.as(who.volunteer).call('order.checkIn', { orderId, code })
    expect(order.takers).toMatchObject([{ proof: 'code' }])
    expect(await test.as(who.li).code('order.nod', { orderId })).toBe('Conflict')
  })

  it('a wrong code is no way in; without one it goes on, and the resident nods', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    const code = (await doorCodeOf(orderId)) === '000000' ? '000001' : '000000'
    expect(await test.as(who.volunteer).code('order.checkIn', { orderId, code })).toBe('BadInput')
    expect((await road.stored(orderId)).status).toBe('accepted')
    const { order } = await test.as(who.volunteer).call('order.checkIn', { orderId })
    expect(order.takers).toMatchObject([{ proof: null }])
    expect((await test.as(who.li).call('order.nod', { orderId })).order.takers).toMatchObject([
      { proof: 'nod' },
    ])
  })

  it('the code is seen by the one helped alone, and only while somebody is on the way', async () => {
    const placed = await road.place()
    expect(await doorCodeOf(placed._id)).toBeNull()
    await road.accept(await road.dispatchTo(placed))
    const seenBy = async (openid: string) =>
      (await test.as(openid).call('order.get', { orderId: placed._id })).order.doorCode
    expect(await seenBy(who.li)).not.toBeNull()
    for (const openid of [who.volunteer, who.staff, who.leader]) expect(await seenBy(openid)).toBeNull()
    await road.checkIn(placed)
    await road.complete(placed)
    expect(await seenBy(who.li)).toBeNull()
  })
})

describe('times and hours', () => {
  it('a phone without network tells later when it really was, and that is what counts', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    const arrived = test.cloud.clock.now() + minutes(10)
    test.cloud.clock.travel(minutes(100))
    await test.as(who.volunteer).call('order.checkIn', { orderId, happenedAt: arrived })
    await test.as(who.volunteer).call('order.complete', { orderId, note, happenedAt: arrived + minutes(55) })
    const { takers, completedAt } = await road.stored(orderId)
    expect(takers).toMatchObject([{ checkedInAt: arrived, minutes: 55 }])
    expect(completedAt).toBe(arrived + minutes(55))
  })

  it('no phone tells of a visit before it was accepted, nor of one that is still to come', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    const { acceptedAt } = (await road.stored(orderId)).takers[0]!
    await test.as(who.volunteer).call('order.checkIn', { orderId, happenedAt: acceptedAt - minutes(600) })
    expect((await road.stored(orderId)).takers[0]?.checkedInAt).toBe(acceptedAt)
    test.cloud.clock.travel(minutes(60))
    const later = test.cloud.clock.now() + minutes(600)
    await test.as(who.volunteer).call('order.complete', { orderId, note, happenedAt: later })
    expect((await road.stored(orderId)).takers[0]?.minutes).toBe(60)
  })

  it.each([
    ['an hour counts whole', true, 60, 60],
    ['too little counts as nothing', true, 30, 0],
    ['a check-out forgotten until evening counts three times the plan', true, 600, 180],
    ['what nobody nodded to counts as the plan at most', false, 600, 60],
  ])('%s', async (_what, isNodded, served, counted) => {
    const { _id: orderId } = await road.startedOrder()
    if (isNodded) await test.as(who.li).call('order.nod', { orderId })
    test.cloud.clock.travel(minutes(served))
    await road.complete({ _id: orderId })
    expect((await road.stored(orderId)).takers).toMatchObject([{ minutes: counted }])
  })

  it('deeds: orders, minutes, people and thanks add up, and only the volunteer asks for their own', async () => {
    for (const thanks of ['', '多谢王师傅']) {
      const order = await road.startedOrder()
      test.cloud.clock.travel(minutes(45))
      await road.complete(order)
      const rating = { orderId: order._id, stars: 5, tags: [], words: '', thanks }
      await test.as(who.li).call('order.review', rating)
    }
    await road.acceptedOrder()
    const deeds = await test.as(who.volunteer).call('order.deeds', {})
    expect(deeds).toMatchObject({ orders: 2, minutes: 90, people: 1 })
    expect(deeds.thanks).toMatchObject([{ words: '多谢王师傅', serviceName: '小修小补' }])
    expect(await test.as(who.third).call('order.deeds', {})).toMatchObject({ orders: 0, minutes: 0 })
  })
})

describe('after the visit', () => {
  it('volunteer: tells how safe it was; staff alone see it', async () => {
    const { _id: orderId } = await road.completedOrder()
    const rating = { orderId, safety: 'unsafe', note: '屋里有大狗' } as const
    const { order } = await test.as(who.volunteer).call('order.rateVisit', rating)
    expect(JSON.stringify(order)).not.toContain('屋里有大狗')
    expect(await test.as(who.volunteer).code('order.rateVisit', rating)).toBe('Conflict')
    const seenBy = async (openid: string) =>
      JSON.stringify(await test.as(openid).call('order.get', { orderId }))
    for (const openid of [who.li, who.leader, who.volunteer])
      expect(await seenBy(openid)).not.toMatch(/屋里有大狗|unsafe/)
    expect(await seenBy(who.staff)).toMatch(/屋里有大狗/)
  })

  it('a visit felt unsafe is on the desk until staff have looked into it', async () => {
    const { _id: orderId } = await road.completedOrder()
    await test.as(who.volunteer).call('order.rateVisit', { orderId, safety: 'unsafe', note: '屋里有大狗' })
    const desk = test.as(who.staff)
    expect((await road.stored(orderId)).outbox.map(({ moment }) => moment)).toContain('unsafe')
    expect(await desk.call('order.countDesk', {})).toMatchObject({ unsafe: 1 })
    expect(await desk.call('numbers.digest', {})).toMatchObject({ unsafe: 1 })
    const found = await desk.call('order.listDesk', { view: 'waiting', onlyUnsafe: true })
    expect(found.items.map(({ _id }) => _id)).toEqual([orderId])
    const { order } = await desk.call('order.lookInto', { orderId, finding: '狗以后拴好' })
    expect(order).toMatchObject({ safetyLook: { finding: '狗以后拴好', byName: '陈社工' } })
    expect(await desk.call('order.countDesk', {})).toMatchObject({ unsafe: 0 })
    const { order: own } = await test.as(who.li).call('order.get', { orderId })
    expect(JSON.stringify(own)).not.toContain('狗以后拴好')
  })

  it('a visit felt unsafe: staff are told with each who could go there, nobody else is, and the plan chooses none', async () => {
    const { _id: visited } = await road.completedOrder()
    await test.as(who.volunteer).call('order.rateVisit', { orderId: visited, safety: 'unsafe', note: '' })
    const desk = test.as(who.staff)
    const { _id: orderId } = await road.place()
    const elsewhere = await road.place(undefined, { homePath: places.building5 }, who.neighbour)
    const warned = async (id: string) => {
      const { items } = await desk.call('order.suggest', { orderId: id })
      expect(items.length).toBeGreaterThan(0)
      return items.map(({ reasons }) => reasons.includes('unsafeHome'))
    }
    const planned = async () => {
      const { items } = await desk.call('order.plan', {})
      return items.find(({ order }) => order._id === orderId)
    }
    expect(new Set(await warned(orderId))).toEqual(new Set([true]))
    expect(new Set(await warned(elsewhere._id))).toEqual(new Set([false]))
    expect(await planned()).toMatchObject({ chosenIds: [] })
    expect((await planned())?.choices[0]?.reasons).toContain('unsafeHome')
    await road.dispatchToHall({ _id: orderId })
    const hall = await test.as(who.volunteer).call('order.listHall', {})
    expect(hall.items.map(({ order }) => order._id)).toEqual([orderId])
    const own = await test.as(who.li).call('order.get', { orderId })
    expect(JSON.stringify([hall, own])).not.toMatch(/unsafe/i)
    await desk.call('order.withdraw', { orderId, note: '先问问' })
    await desk.call('order.lookInto', { orderId: visited, finding: '狗以后拴好' })
    expect(new Set(await warned(orderId))).toEqual(new Set([false]))
    expect((await planned())?.chosenIds).toHaveLength(1)
  })

  it('resident: "not solved" goes to the same volunteer first, and is counted for ever', async () => {
    const { _id: orderId } = await road.completedOrder()
    const { order } = await test.as(who.li).call('order.reopen', { orderId, note: '又漏了' })
    expect(order).toMatchObject({
      status: 'dispatched',
      reopenedCount: 1,
      offer: { people: [{ userId: 'volunteer-wang' }] },
      takers: [],
    })
    await road.accept(order)
    await road.checkIn(order)
    test.cloud.clock.travel(minutes(60))
    await road.complete(order)
    await road.review(order)
    expect(await road.stored(orderId)).toMatchObject({ status: 'reviewed', reopenedCount: 1 })
  })

  it('a low rating opens a follow-up; what staff find alters nothing of it', async () => {
    const { _id: orderId } = await road.completedOrder()
    const words = '来得太晚'
    await test.as(who.li).call('order.review', { orderId, stars: 1, tags: [], words })
    const desk = test.as(who.staff)
    expect(await desk.call('order.countDesk', {})).toMatchObject({ unhappy: 1 })
    const unhappy = await desk.call('order.listDesk', { view: 'done', onlyUnhappy: true })
    expect(unhappy.items.map(({ _id }) => _id)).toEqual([orderId])
    const before = (await road.stored(orderId)).review
    const { order } = await desk.call('order.followUp', { orderId, finding: '路上堵车，已道歉' })
    expect(order).toMatchObject({ followUp: { finding: '路上堵车，已道歉', byName: '陈社工' } })
    expect((await road.stored(orderId)).review).toEqual(before)
    expect(await desk.call('order.countDesk', {})).toMatchObject({ unhappy: 0 })
    expect(await desk.code('order.followUp', { orderId, finding: '再改一次' })).toBe('Conflict')
    const { order: own } = await test.as(who.li).call('order.get', { orderId })
    expect(JSON.stringify(own)).not.toContain('路上堵车')
  })

  it('a good rating needs no follow-up', async () => {
    const { _id: orderId } = await road.review(await road.completedOrder(), 3)
    expect(await test.as(who.staff).code('order.followUp', { orderId, finding: '问一问' })).toBe('Conflict')
  })

  it('notes: a public one is read by all who take part, one among staff by staff alone', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    const say = (openid: string, words: string, isInternal = false) =>
      test.as(openid).code('order.remark', { orderId, note: words, isInternal })
    expect(await say(who.li, '请带梯子')).toBe('ok')
    expect(await say(who.staff, '家里有狗', true)).toBe('ok')
    expect(await say(who.volunteer, '偷偷说', true)).toBe('Forbidden')
    const notesFor = async (openid: string) =>
      (await test.as(openid).call('order.get', { orderId })).order.activity
        .filter(({ event }) => event === 'remark')
        .map((line) => line.note)
    expect(await notesFor(who.volunteer)).toEqual(['请带梯子'])
    expect(await notesFor(who.li)).toEqual(['请带梯子'])
    expect(await notesFor(who.leader)).toEqual(['请带梯子'])
    expect(await notesFor(who.staff)).toEqual(['请带梯子', '家里有狗'])
  })
})
