import type { Order } from '@/domain/order/schema'
import { days, hours, minutes } from '@/domain/shared/time'
import { aTaker, anOrder, anOrderService, hallOffer, peopleOffer } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'
import { actors, after, apply, at, backAtDesk, dueAt, ma, zhao } from './effects'
import { payloads } from './machine'

describe('order events: a stand-in while others are there, or sought', () => {
  it.each([
    ['inService', [aTaker(), aTaker({ ...zhao, checkedInAt: at })], 2],
    ['dispatched', [aTaker(), aTaker(zhao)], 3],
  ] as const)('%s: takes the place of the one who asked, and the rest goes on', (status, takers, wanted) => {
    const order = anOrder({ status, people: wanted, takers: [...takers], offer: null })
    const offer = status === 'dispatched' ? peopleOffer(ma) : null
    const asked = apply({ ...order, offer }, 'proposeStandIn', { standIn: ma })
    const taken = apply(asked, 'takeOver', {}, actors.ma)
    expect(taken).toMatchObject({ status, takerIds: ['volunteer-ma', 'volunteer-zhao'] })
    // Whoever comes already is not asked any more.
    expect([taken.offer, taken.offeredIds]).toEqual([offer && hallOffer, []])
  })

  it('one of two does not come: the other goes on alone; who has come cannot be said to be away', () => {
    const takers = [aTaker(), aTaker({ ...zhao, checkedInAt: at })]
    const order = anOrder({ status: 'inService', people: 2, takers, dueAt: at - 1 })
    const alone = apply(order, 'noShow', { userId: 'volunteer-wang', note: '没来' }, actors.staff)
    expect(alone).toMatchObject({ status: 'inService', takerIds: ['volunteer-zhao'] })
    const wrong = () => apply(order, 'noShow', { userId: 'volunteer-zhao', note: '没来' }, actors.staff)
    expect(wrong).toThrow('Conflict')
  })
})

describe('order events: a stand-in', () => {
  const asked = after(
    'accepted',
    'proposeStandIn',
    { standIn: ma },
    { people: 2, takers: [aTaker(), aTaker(zhao)] },
  )

  it('asked: it stays with the one who asks', () => {
    expect(asked.takerIds).toEqual(['volunteer-wang', 'volunteer-zhao'])
    expect(asked.takers.map(({ standIn }) => standIn)).toEqual([ma, null])
  })

  it('takes over: has the place of the one who asked, captain or not', () => {
    const order = apply(asked, 'takeOver', {}, actors.ma)
    expect(order.status).toBe('accepted')
    expect(order.takers).toEqual([aTaker({ ...ma, acceptedAt: at }), aTaker(zhao)])
  })

  it('asked by two: goes instead of one, and is there once', () => {
    const twice = apply(asked, 'proposeStandIn', { standIn: ma }, actors.zhao)
    const order = apply(twice, 'takeOver', {}, actors.ma)
    expect(order.takers).toEqual([aTaker({ ...ma, acceptedAt: at }), aTaker(zhao)])
  })

  it('the one who asked comes after all: nobody is asked any more', () => {
    expect(apply(asked, 'checkIn', payloads.checkIn).takers[0]?.standIn).toBeNull()
  })
})

describe('order events: did not come', () => {
  const window = { from: at, to: at + hours(2) }
  const noShow = (fields: Partial<Order>, when: number, userId = 'volunteer-wang') =>
    apply(anOrder({ status: 'accepted', ...fields }), 'noShow', { userId, note: '没来' }, actors.li, when)

  it('only once the time has come', () => {
    expect(() => noShow({ window }, at - 1)).toThrow('Conflict')
    expect(noShow({ window }, at)).toMatchObject(backAtDesk)
  })

  it('without a window: only when it is due', () => {
    expect(() => noShow({}, dueAt - 1)).toThrow('Conflict')
    expect(noShow({}, dueAt)).toMatchObject(backAtDesk)
  })

  it('someone who was not to come: is a conflict', () => {
    expect(() => noShow({}, dueAt, 'volunteer-ma')).toThrow('Conflict')
  })

  it('one of two: another is looked for', () => {
    const order = noShow({ people: 2, takers: [aTaker(), aTaker(ma)] }, dueAt)
    expect(order).toMatchObject({ status: 'dispatched', offer: hallOffer, takerIds: ['volunteer-ma'] })
  })
})

describe('order events: at the door', () => {
  const accepted = anOrder({ status: 'accepted' })
  const acceptedAt = startOfTests + hours(2)
  const checkedIn = (code: string | null, happenedAt: number | null = null, when = at) =>
    apply(accepted, 'checkIn', { code, happenedAt }, actors.wang, when).takers[0]

  it('the right code proves it', () => {
    expect(apply(accepted, 'checkIn', { code: accepted.doorCode, happenedAt: null })).toMatchObject({
      status: 'inService',
      takers: [{ checkedInAt: at, proof: 'code' }],
      clocks: { escalate: at + hours(4) },
    })
  })

  it('a wrong code is refused', () => {
    expect(() => checkedIn('000000')).toThrow(expect.objectContaining({ code: 'BadInput' }))
  })

  it('without a code: waits for the nod, which proves it', () => {
    const there = apply(accepted, 'checkIn', { code: null, happenedAt: null })
    expect(there.takers[0]).toMatchObject({ checkedInAt: at, proof: null })
    expect(apply(there, 'nod', {}, actors.li).takers[0]).toMatchObject({ checkedInAt: at, proof: 'nod' })
  })

  it('a nod changes no code, and proves nobody who has not come', () => {
    const takers = [aTaker({ checkedInAt: at, proof: 'code' }), aTaker(ma)]
    expect(after('inService', 'nod', {}, { people: 2, takers }, actors.li).takers).toEqual(takers)
  })

  it.each([
    ['told later: counts from when it was', at - hours(1), at, at - hours(1)],
    ['before it was accepted: not before that', acceptedAt - hours(1), at, acceptedAt],
    ['in the future: now', at + hours(1), at, at],
    ['older than a day: a day', acceptedAt + 1, acceptedAt + days(3), acceptedAt + days(2)],
  ])('offline, %s', (_what, happenedAt, when, expected) => {
    expect(checkedIn(null, happenedAt, when)?.checkedInAt).toBe(expected)
  })

  it('a long service: is asked after when it lasts three times as long', () => {
    const service = anOrderService({ minutes: 180 })
    const order = after('accepted', 'checkIn', payloads.checkIn, { service })
    expect(order.clocks).toEqual({ escalate: at + hours(9) })
  })
})

describe('order events: done', () => {
  const arrivedAt = startOfTests + hours(3)
  const done = (served: number, fields: Partial<Order> = {}, happenedAt: number | null = null) =>
    apply(
      anOrder({ status: 'inService', ...fields }),
      'complete',
      { note: '换了垫圈', photoFileIds: ['cloud://demo/after.jpg'], happenedAt },
      actors.wang,
      arrivedAt + minutes(served),
    )

  it('says what was done, and waits seven days for a rating', () => {
    const completedAt = arrivedAt + minutes(60)
    expect(done(60)).toMatchObject({
      status: 'completed',
      phase: 'done',
      takers: [{ completedAt, minutes: 60 }],
      completedAt,
      completion: { note: '换了垫圈', photoFileIds: ['cloud://demo/after.jpg'] },
      clocks: { expire: completedAt + days(7) },
    })
  })

  it.each([
    [35, 0],
    [36, 36],
    [60, 60],
    [61.9, 61],
    [180, 180],
    [181, 180],
    [1000, 180],
  ])('planned for 60 minutes, served %d: %d count', (served, counted) => {
    expect(done(served).takers[0]?.minutes).toBe(counted)
  })

  it.each([
    [35, 0],
    [60, 60],
    [180, 60],
  ])('planned for 60 minutes, proven by nobody, served %d: %d count', (served, counted) => {
    const takers = [aTaker({ checkedInAt: arrivedAt, proof: null })]
    expect(done(served, { takers }).takers[0]?.minutes).toBe(counted)
  })

  it('a window shorter than the service: is the plan', () => {
    const window = { from: arrivedAt, to: arrivedAt + minutes(30) }
    expect(done(18, { window }).takers[0]?.minutes).toBe(18)
    expect(done(17, { window }).takers[0]?.minutes).toBe(0)
    expect(done(100, { window }).takers[0]?.minutes).toBe(90)
  })

  it('whoever did not come: has nothing, and was not there', () => {
    const takers = [aTaker({ checkedInAt: arrivedAt }), aTaker(ma)]
    expect(done(60, { people: 2, takers }).takers).toMatchObject([
      { minutes: 60, completedAt: arrivedAt + minutes(60) },
      { minutes: 0, completedAt: null },
    ])
  })

  it('each has the time since they came', () => {
    const takers = [
      aTaker({ checkedInAt: arrivedAt }),
      aTaker({ ...ma, checkedInAt: arrivedAt + minutes(20) }),
    ]
    expect(done(60, { people: 2, takers }).takers.map((taker) => taker.minutes)).toEqual([60, 40])
  })

  describe('several, one of whom goes first', () => {
    const takers = [aTaker({ checkedInAt: arrivedAt }), aTaker({ ...zhao, checkedInAt: arrivedAt })]
    const both = anOrder({ status: 'inService', people: 2, takers })
    const goHome = (told: number, happened = told) =>
      apply(
        both,
        'checkOut',
        { note: '', photoFileIds: [], happenedAt: arrivedAt + minutes(happened) },
        actors.zhao,
        arrivedAt + minutes(told),
      )
    const end = (order: Order, after: number) =>
      apply(
        order,
        'complete',
        { note: '', photoFileIds: [], happenedAt: null },
        actors.wang,
        arrivedAt + after,
      )

    it('their hours end there and the others stay; what they have is not counted again', () => {
      const left = goHome(60)
      expect(left).toMatchObject({ status: 'inService', takers: [{ minutes: null }, { minutes: 60 }] })
      expect(left.served).toMatchObject([
        { userId: 'volunteer-zhao', minutes: 60, at: arrivedAt + minutes(60) },
      ])
      const over = end(left, minutes(180))
      expect(over.served.map(({ userId, minutes: counted }) => [userId, counted])).toEqual([
        ['volunteer-zhao', 60],
        ['volunteer-wang', both.service.minutes],
      ])
      expect(over.takers.map(({ completedAt }) => completedAt)).toEqual([
        arrivedAt + minutes(180),
        arrivedAt + minutes(60),
      ])
    })

    it('told later, without a network: counts until when they went', () => {
      expect(goHome(120, 60).served).toMatchObject([{ minutes: 60, at: arrivedAt + minutes(60) }])
    })

    it('the visit is taken back to the desk: what they served stays served', () => {
      const back = apply(goHome(60), 'withdraw', { note: '换人' }, actors.staff)
      expect(back).toMatchObject({ status: 'placed', takers: [], served: [{ minutes: 60 }] })
    })
  })

  it('not solved: what was served stays served, and the second visit is added', () => {
    const reopened = apply(
      done(60),
      'reopen',
      { note: '还在漏', doorCode: '730211' },
      actors.li,
      arrivedAt + days(1),
    )
    expect(reopened).toMatchObject({ takers: [], served: [{ userId: 'volunteer-wang', minutes: 60 }] })
    const taken = apply(reopened, 'accept', {}, actors.wang, arrivedAt + days(1))
    const there = apply(taken, 'checkIn', { code: null, happenedAt: null }, actors.wang, arrivedAt + days(2))
    const again = apply(
      there,
      'complete',
      { note: '', photoFileIds: [], happenedAt: null },
      actors.wang,
      arrivedAt + days(2) + minutes(45),
    )
    expect(again.served.map((visit) => visit.minutes)).toEqual([60, 45])
    expect(again.servedIds).toEqual(['volunteer-wang'])
  })

  it('nobody was checked in: nothing counts', () => {
    expect(done(60, { takers: [aTaker()] }).takers[0]).toMatchObject({ minutes: 0, completedAt: null })
  })

  it.each([
    ['told later: counts until when it was', 60, 120, 60],
    ['before they came: not before that', -60, 120, 0],
    ['in the future: now', 300, 120, 120],
  ])('offline, %s', (_what, happened, told, counted) => {
    const order = done(told, {}, arrivedAt + minutes(happened))
    expect(order.takers[0]?.minutes).toBe(counted)
    expect(order.completedAt).toBe(arrivedAt + minutes(counted))
    expect(order.clocks.expire).toBe(arrivedAt + minutes(told) + days(7))
  })
})
