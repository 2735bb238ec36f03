import { days, hours, minutes } from '@/domain/shared/time'
import { aGrant, aStaffMember } from '../../support/factories/account'
import { places } from '../../support/factories/places'
import { morePeople, nextDoor, who } from '../../support/more-people'
import { roadOf } from '../../support/order-road'
import { useTestCloud } from '../../support/test-cloud'

const test = useTestCloud(morePeople())
const road = roadOf(test)
beforeEach(() => test.cloud.database.insert('areas', [nextDoor]))
const note = '说明一下'
const staff = () => test.as(who.staff)
const deskOf = async (openid: string, view: 'waiting' | 'later' | 'moving' | 'done' = 'waiting') =>
  (await test.as(openid).call('order.listDesk', { view })).items.map(({ _id }) => _id)

describe('someone else’s job', () => {
  it('redirect: the resident gets the name and the number of the guide', async () => {
    const { _id: orderId } = await road.place('楼道的下水管堵了')
    await staff().call('order.redirect', { orderId, guideId: 'drain', note })
    const { order } = await test.as(who.li).call('order.get', { orderId })
    expect(order).toMatchObject({
      status: 'redirected',
      redirection: { kind: 'responsible', name: '物业服务中心', phone: '010-55550110' },
    })
    expect((await road.stored(orderId)).outbox.at(-1)).toMatchObject({
      to: 'resident-li',
      moment: 'redirected',
    })
  })

  it('redirect: as an incident, where the guide names nobody; not to an entry that is not there', async () => {
    const { _id: orderId } = await road.place()
    expect(await staff().code('order.redirect', { orderId, guideId: 'nobody', note })).toBe('NotFound')
    const { order } = await staff().call('order.redirect', { orderId, guideId: null, note })
    expect(order).toMatchObject({ status: 'redirected', redirection: { kind: 'incident' } })
  })

  it('transfer: the other desk has it and its volunteers; the old desk lists it no more', async () => {
    const { _id: orderId } = await road.place()
    await staff().call('order.transfer', { orderId, communityPath: places.otherCommunity, note })
    expect(await deskOf(who.staff)).toEqual([])
    expect(await deskOf(who.otherStaff)).toEqual([orderId])
    await test.as(who.otherStaff).call('order.dispatch', { orderId, to: { kind: 'hall' } })
    const { items } = await test.as(who.otherVolunteer).call('order.listHall', {})
    expect(items.map(({ order }) => order._id)).toEqual([orderId])
    const { order } = await test.as(who.otherVolunteer).call('order.accept', { orderId })
    expect(order.contact?.phone).toBe('13812345678')
  })

  it('transfer: not to itself, to no community, nor out of the street', async () => {
    const { _id: orderId } = await road.place()
    const to = (communityPath: string) => staff().code('order.transfer', { orderId, communityPath, note })
    expect(await to(places.community)).toBe('BadInput')
    expect(await to(places.building5)).toBe('NotFound')
    expect(await to('elsewhere/c1/')).toBe('NotFound')
  })

  it('desks: staff find those of their street by name; others do not', async () => {
    const asked = { areaPath: places.building4 }
    expect((await staff().call('order.listDesks', asked)).items.map(({ name }) => name)).toEqual([
      '幸福社区',
      '平安社区',
    ])
    expect(await test.as(who.li).code('order.listDesks', asked)).toBe('Forbidden')
  })
})

describe('one trouble, several orders', () => {
  it('merge: who asked here follows the other one, and is told when it is done', async () => {
    const kept = await road.place()
    const { _id: orderId } = await road.place('我家也滴水', {}, who.downstairs)
    await staff().call('order.merge', { orderId, intoId: kept._id, note })
    expect(await road.stored(orderId)).toMatchObject({ status: 'merged', parentId: kept._id })
    const { order } = await test.as(who.downstairs).call('order.get', { orderId: kept._id })
    expect(order).toMatchObject({ isFollowed: true, text: '', contact: null, requesterName: null })
    await road.accept(await road.dispatchTo(kept))
    await road.checkIn(kept)
    await road.complete(kept)
    const told = (await road.stored(kept._id)).outbox.filter(({ moment }) => moment === 'completed')
    expect(told.map(({ to }) => to).sort()).toEqual(['resident-li', 'resident-sun'])
  })

  it('merge: the one it was for follows too', async () => {
    const kept = await road.place()
    const beneficiary = {
      kind: 'other',
      name: '李妈妈',
      relation: 'family',
      userId: 'resident-mother',
      consent: 'present',
    } as const
    const { _id: orderId } = await road.place(
      '我妈家也滴水',
      { beneficiary, roomNumber: '1702' },
      who.downstairs,
    )
    await staff().call('order.merge', { orderId, intoId: kept._id, note })
    expect((await road.stored(kept._id)).followerIds.sort()).toEqual(['resident-mother', 'resident-sun'])
  })

  it('merge: not into itself, nor into what is over', async () => {
    const { _id: orderId } = await road.place()
    const into = (intoId: string) => staff().code('order.merge', { orderId, intoId, note })
    expect(await into(orderId)).toBe('BadInput')
    expect(await into((await road.completedOrder())._id)).toBe('Conflict')
  })

  it('split: each part is an order of its own for the same person, and what was there stays', async () => {
    const { _id: orderId } = await road.place('修水龙头，再搬个柜子')
    const parts = [{ serviceId: 'carry', text: '搬个柜子' }]
    await staff().call('order.split', { orderId, parts })
    const { items } = await test.as(who.li).call('order.listMine', {})
    const part = items.find(({ text }) => text === '搬个柜子')
    expect(part).toMatchObject({
      status: 'placed',
      parentId: orderId,
      service: { id: 'carry' },
      isMine: true,
    })
    expect(part?.contact).toMatchObject({ phone: '13812345678' })
    expect(await road.stored(orderId)).toMatchObject({ status: 'placed', text: '修水龙头，再搬个柜子' })
  })

  it('follow: a neighbour with the same trouble is told of the end, and sees no words, door or name', async () => {
    const { _id: orderId } = await road.place()
    const { order } = await test.as(who.downstairs).call('order.follow', { orderId })
    expect(order).toMatchObject({ followerCount: 1, isFollowed: true, text: '', contact: null, activity: [] })
    expect(await test.as(who.neighbour).code('order.follow', { orderId })).toBe('Forbidden')
    await test.as(who.li).call('order.cancel', { orderId, note })
    expect((await road.stored(orderId)).outbox).toContainEqual(
      expect.objectContaining({ to: 'resident-sun', moment: 'cancelled' }),
    )
  })
})

describe('later', () => {
  it('defer: out of sight until its day, then back at the desk with the time it had left', async () => {
    const { _id: orderId, dueAt } = await road.place()
    const now = test.cloud.clock.now()
    await staff().call('order.defer', { orderId, until: now + days(2), note })
    expect([await deskOf(who.staff), await deskOf(who.staff, 'later')]).toEqual([[], [orderId]])
    test.cloud.clock.travel(days(2) - hours(1))
    await road.tick()
    expect((await road.stored(orderId)).status).toBe('deferred')
    test.cloud.clock.travel(hours(1) + 1000)
    await road.tick()
    const woken = await road.stored(orderId)
    expect(woken.status).toBe('placed')
    expect(Math.abs(woken.dueAt - (dueAt + days(2)))).toBeLessThan(5000)
  })

  it('resume: staff take it up earlier', async () => {
    const { _id: orderId } = await road.place()
    await staff().call('order.defer', { orderId, until: test.cloud.clock.now() + days(9), note })
    expect((await staff().call('order.resume', { orderId })).order.status).toBe('placed')
    test.cloud.clock.travel(days(10))
    await road.tick()
    expect((await road.stored(orderId)).activity.map(({ event }) => event)).not.toContain('wake')
  })

  it('callBack: whom no message reached is called, and then no longer on the list', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    await road.tick()
    // They are mentioned in the order's thread first, and have not looked.
    test.cloud.clock.travel(minutes(31))
    await road.tick()
    const { order } = await staff().call('order.get', { orderId })
    expect(order.unreached).toMatchObject([{ to: 'resident-li', moment: 'accepted', name: '李阿姨' }])
    for (const openid of [who.li, who.volunteer])
      expect((await test.as(openid).call('order.get', { orderId })).order.unreached).toEqual([])
    await test.as(who.leader).call('order.callBack', { orderId, userId: 'resident-li', note: '说好下午在家' })
    expect(await road.stored(orderId)).toMatchObject({ unreached: [], hasUnreached: false })
  })
})

describe('the plan', () => {
  it('staff of one estate: plan for that estate alone', async () => {
    await road.place()
    const ofEstate = aStaffMember({ _id: 'staff-estate', roles: [aGrant('communityStaff', places.estate)] })
    const ofOther = aStaffMember({
      _id: 'staff-next-estate',
      roles: [aGrant('communityStaff', `${places.community}e9/`)],
    })
    await test.cloud.database.insert('accounts', [ofEstate, ofOther])
    const planOf = async ({ openid }: { openid: string }) =>
      (await test.as(openid).call('order.plan', {})).items.length
    expect([await planOf(ofEstate), await planOf(ofOther)]).toEqual([1, 0])
  })

  it('one volunteer for each, the best for all together; nothing is sent before it is confirmed', async () => {
    const [first, second] = [await road.place(), await road.place('搬箱书', { serviceId: 'carry' })]
    const plan = await staff().call('order.plan', {})
    expect(plan.items.map(({ order }) => order._id).sort()).toEqual([first._id, second._id].sort())
    const repair = plan.items.find(({ order }) => order._id === first._id)
    // The one in the same building who can do it.
    expect(repair).toMatchObject({ chosenIds: ['volunteer-qian'] })
    expect(repair?.choices.map(({ nickname }) => nickname)).toEqual(['钱师傅', '王师傅'])
    expect(await deskOf(who.staff)).toHaveLength(2)
  })

  it('where several are wanted, several are proposed and asked', async () => {
    const many = await road.placeForMany(2)
    const plan = await staff().call('order.plan', {})
    const proposed = plan.items.find(({ order }) => order._id === many._id)?.chosenIds ?? []
    expect(proposed).toHaveLength(2)
    await staff().call('order.confirmPlan', { lines: [{ orderId: many._id, volunteerIds: proposed }] })
    expect([...(await road.stored(many._id)).offeredIds].sort()).toEqual([...proposed].sort())
  })

  it('a line that has moved on meanwhile, or suits nobody, keeps none of the others', async () => {
    const [gone, fine, wrong] = [await road.place(), await road.place(), await road.place()]
    await test.as(who.li).call('order.cancel', { orderId: gone._id, note })
    const lines = [
      { orderId: gone._id, volunteerIds: ['volunteer-wang'] },
      { orderId: fine._id, volunteerIds: ['volunteer-wang'] },
      { orderId: wrong._id, volunteerIds: ['volunteer-zhao'] },
      { orderId: 'no-such-order', volunteerIds: ['volunteer-wang'] },
    ]
    const answer = await staff().call('order.confirmPlan', { lines })
    expect(answer.lines.map(({ isSent }) => isSent)).toEqual([false, true, false, false])
    expect((await road.stored(fine._id)).offeredIds).toEqual(['volunteer-wang'])
    expect((await road.stored(wrong._id)).status).toBe('placed')
  })

  it('staff of another community: send nothing here', async () => {
    const { _id: orderId } = await road.place()
    const lines = [{ orderId, volunteerIds: ['volunteer-wang'] }]
    const answer = await test.as(who.otherStaff).call('order.confirmPlan', { lines })
    expect(answer.lines).toEqual([{ orderId, isSent: false }])
    expect((await road.stored(orderId)).status).toBe('placed')
    expect((await test.as(who.otherStaff).call('order.plan', {})).items).toEqual([])
    expect(await test.as(who.li).code('order.plan', {})).toBe('Forbidden')
  })
})
