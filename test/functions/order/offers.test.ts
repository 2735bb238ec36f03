import { hours } from '@/domain/shared/time'
import { patience } from '@/domain/order/patience'
import { crowd, morePeople, who } from '../../support/more-people'
import { roadOf } from '../../support/order-road'
import { useTestCloud } from '../../support/test-cloud'

const volunteers = crowd(6)
const test = useTestCloud([...morePeople(), ...volunteers])
const road = roadOf(test)
const note = '说一句'
const [ann, ben, cai] = volunteers.map(({ openid }) => openid) as [string, string, string]

const change = (_id: string, fields: object) =>
  test.cloud.database.update('accounts', { _id }, { $set: fields })

describe('an offer to several', () => {
  const offered = async () => road.dispatchTo(await road.place(), 'volunteer-wang', 'volunteer-qian')

  it('each sees it among their offers, with an end; nobody else does', async () => {
    const { _id } = await offered()
    for (const openid of [who.volunteer, who.third]) {
      const [task] = (await test.as(openid).call('order.listTasks', { view: 'offered' })).items
      expect(task).toMatchObject({
        _id,
        contact: null,
        allowedActions: expect.arrayContaining(['accept', 'decline']) as unknown,
      })
      expect(task?.answerBy).toBe((await road.stored(_id)).clocks.lapse)
    }
    expect((await test.as(who.second).call('order.listTasks', { view: 'offered' })).items).toEqual([])
  })

  it('declined one by one: it stays with the other, and with the last it is back at the desk', async () => {
    const { _id: orderId } = await offered()
    await test.as(who.volunteer).call('order.decline', { orderId, note })
    expect(await road.stored(orderId)).toMatchObject({ status: 'dispatched', offeredIds: ['volunteer-qian'] })
    expect(await test.as(who.volunteer).code('order.accept', { orderId })).toBe('Conflict')
    await test.as(who.third).call('order.decline', { orderId, note })
    expect(await road.stored(orderId)).toMatchObject({ status: 'placed', offer: null, offeredIds: [] })
  })

  it('unanswered, it is back at the desk after its time', async () => {
    const { _id } = await offered()
    test.cloud.clock.travel(patience.offer + 1000)
    await road.tick()
    expect(await road.stored(_id)).toMatchObject({ status: 'placed', offer: null })
  })
})

describe('one order, many volunteers (L5)', () => {
  const calledUp = async () => road.dispatchToHall(await road.placeForMany(3))

  it('the roster fills up one by one; the first is the captain', async () => {
    const { _id: orderId } = await calledUp()
    for (const openid of [ann, ben]) await test.as(openid).call('order.accept', { orderId })
    expect(await road.stored(orderId)).toMatchObject({ status: 'dispatched', offer: { kind: 'hall' } })
    const { order } = await test.as(cai).call('order.accept', { orderId })
    expect(order).toMatchObject({ status: 'accepted', offer: null })
    expect(order.takers.map(({ name }) => name)).toEqual(['志愿者1', '志愿者2', '志愿者3'])
  })

  it('captain: says that they are enough; the others may not, and the next hears that it is full', async () => {
    const { _id: orderId } = await calledUp()
    for (const openid of [ann, ben]) await test.as(openid).call('order.accept', { orderId })
    expect(await test.as(ben).code('order.closeRoster', { orderId })).toBe('Conflict')
    const { order } = await test.as(ann).call('order.closeRoster', { orderId })
    expect(order).toMatchObject({ status: 'accepted', offer: null, people: 3 })
    expect(await test.as(cai).code('order.accept', { orderId })).toBe('Conflict')
  })

  it('whoever gives it back is looked for in the hall again; those who stay keep it', async () => {
    const { _id: orderId } = await calledUp()
    for (const openid of [ann, ben, cai]) await test.as(openid).call('order.accept', { orderId })
    await test.as(ann).call('order.release', { orderId, note })
    expect(await road.stored(orderId)).toMatchObject({
      status: 'dispatched',
      offer: { kind: 'hall' },
      takerIds: [volunteers[1]!._id, volunteers[2]!._id],
    })
    await test.as(volunteers[3]!.openid).call('order.accept', { orderId })
    expect((await road.stored(orderId)).status).toBe('accepted')
    // The captain is now the one who took it second.
    expect((await test.as(ben).call('order.get', { orderId })).order.takers[0]?.name).toBe('志愿者2')
  })

  it('nobody else comes in time: those who are there go', async () => {
    const { _id: orderId } = await calledUp()
    await test.as(ann).call('order.accept', { orderId })
    test.cloud.clock.travel(patience.hall + 1000)
    await road.tick()
    expect(await road.stored(orderId)).toMatchObject({ status: 'accepted', takerIds: [volunteers[0]!._id] })
  })

  it('the hours of each are their own, and who never came has none', async () => {
    const { _id: orderId } = await calledUp()
    for (const openid of [ann, ben, cai]) await test.as(openid).call('order.accept', { orderId })
    await road.checkIn({ _id: orderId }, ann)
    test.cloud.clock.travel(hours(0.5))
    await road.checkIn({ _id: orderId }, ben)
    test.cloud.clock.travel(hours(0.5))
    // Who has called them up says nothing in the place of the one helped.
    expect(await test.as(who.leader).code('order.nod', { orderId })).toBe('Forbidden')
    await road.complete({ _id: orderId }, ann)
    const { takers } = await road.stored(orderId)
    // Nothing proves the first one's hour: it counts as far as it was planned.
    expect(takers.map(({ minutes }) => minutes)).toEqual([45, 30, 0])
  })
})

describe('giving back', () => {
  it('a volunteer who gives it back leaves an open desk; the resident is told', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    await test.as(who.volunteer).call('order.release', { orderId, note })
    const { status, takers, outbox } = await road.stored(orderId)
    expect({ status, takers }).toEqual({ status: 'placed', takers: [] })
    expect(outbox.map(({ to, moment }) => [to, moment])).toContainEqual(['resident-li', 'released'])
    const { items } = await test.as(who.staff).call('order.suggest', { orderId })
    expect(items.find(({ userId }) => userId === 'volunteer-wang')?.reasons).toContain('gaveBackBefore')
  })

  it('stand-in: it is mine until they take over, then theirs, with door and phone', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    const { items } = await test.as(who.volunteer).call('order.listStandIns', { orderId })
    expect(items.map(({ nickname }) => nickname)).toEqual(['钱师傅'])
    await test.as(who.volunteer).call('order.proposeStandIn', { orderId, volunteerId: 'volunteer-qian' })
    const [asked] = (await test.as(who.third).call('order.listTasks', { view: 'standIn' })).items
    expect(asked).toMatchObject({
      _id: orderId,
      contact: null,
      allowedActions: expect.arrayContaining(['takeOver']) as unknown,
    })
    expect((await road.stored(orderId)).takerIds).toEqual(['volunteer-wang'])
    const { order } = await test.as(who.third).call('order.takeOver', { orderId })
    expect(order.takers).toMatchObject([{ userId: 'volunteer-qian', standIn: null }])
    expect(order.contact?.phone).toBeTruthy()
    expect(await test.as(who.volunteer).code('order.checkIn', { orderId })).toBe('Conflict')
    expect(await test.as(who.volunteer).code('order.get', { orderId })).toBe('Forbidden')
  })

  it('stand-in: nobody who could not have been asked', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    const ask = (volunteerId: string) =>
      test.as(who.volunteer).code('order.proposeStandIn', { orderId, volunteerId })
    expect(await ask('volunteer-zhao')).toBe('NotEligible')
    expect(await ask('resident-li')).toBe('NotFound')
    expect(await ask('volunteer-elsewhere')).toBe('NotFound')
    expect(await ask('volunteer-wang')).toBe('BadInput')
  })

  it('no-show: not before the time was over; then it is with the desk, and on the trail whose it was', async () => {
    const { _id: orderId, dueAt } = await road.acceptedOrder()
    const tell = () => test.as(who.li).code('order.noShow', { orderId, userId: 'volunteer-wang', note })
    expect(await tell()).toBe('Conflict')
    test.cloud.clock.set(dueAt + 1000)
    expect(await tell()).toBe('ok')
    const { status, activity } = await road.stored(orderId)
    expect(status).toBe('placed')
    expect(activity.at(-1)).toMatchObject({ event: 'noShow', whom: 'volunteer-wang', by: 'resident-li' })
  })
})

describe('whom an order suits', () => {
  const refusal = async (promise: Promise<unknown>) =>
    promise.then(
      () => 'ok',
      ({ code, details }: { code: string; details: { reasons?: string[] } }) => [code, details.reasons],
    )

  it.each([
    ['lacks the skill', { skills: [] }, ['lacksSkill']],
    ['has a rest', { 'volunteer.offUntil': Date.UTC(2031, 0, 1) }, ['offDuty']],
    ['has as many as they want', { 'volunteer.cap': 1, openIds: ['another-order'] }, ['atCap']],
    ['would rather not go there', { 'volunteer.avoids': ['resident-li'] }, ['avoids']],
  ])('staff: cannot offer it to a volunteer who %s', async (_what, fields, reasons) => {
    const { _id: orderId } = await road.place()
    await change('volunteer-wang', fields)
    const to = { kind: 'people' as const, volunteerIds: ['volunteer-qian', 'volunteer-wang'] }
    const answer = await refusal(test.as(who.staff).call('order.dispatch', { orderId, to }))
    expect(answer).toEqual(['NotEligible', expect.arrayContaining(reasons)])
    expect((await road.stored(orderId)).status).toBe('placed')
    const { items } = await test.as(who.staff).call('order.suggest', { orderId })
    expect(items.find(({ userId }) => userId === 'volunteer-wang')).toMatchObject({
      isEligible: false,
      reasons: expect.arrayContaining(reasons) as unknown,
    })
  })

  it('staff: cannot offer a time that the volunteer does not keep free', async () => {
    const from = test.cloud.clock.now() + hours(26)
    const { _id: orderId } = await road.place('周四来', { window: { from, to: from + hours(1) } })
    await change('volunteer-wang', { 'volunteer.times': [{ weekday: 6, from: 480, to: 720 }] })
    const to = { kind: 'people' as const, volunteerIds: ['volunteer-wang'] }
    expect(await refusal(test.as(who.staff).call('order.dispatch', { orderId, to }))).toEqual([
      'NotEligible',
      expect.arrayContaining(['otherTimes']),
    ])
  })

  it('volunteer: cannot take what they have no skill for, nor more than they said', async () => {
    const first = await road.dispatchToHall(await road.place())
    expect(await refusal(road.accept(first, who.second))).toEqual(['NotEligible', ['lacksSkill']])
    await change('volunteer-wang', { 'volunteer.cap': 1 })
    await road.accept(first)
    const second = await road.dispatchToHall(await road.place())
    expect(await refusal(road.accept(second))).toEqual(['NotEligible', ['atCap']])
    const [shown] = (await test.as(who.volunteer).call('order.listHall', {})).items
    expect(shown?.reasons).toContain('atCap')
  })

  it('volunteer: a count that went wrong puts itself right before it keeps anyone from helping', async () => {
    await change('volunteer-wang', {
      'volunteer.cap': 2,
      openIds: ['order-gone-1', 'order-gone-2', 'order-gone-3'],
    })
    await road.accept(await road.dispatchToHall(await road.place()))
    const account = await test.cloud.database.get('accounts', 'volunteer-wang')
    expect(account).toMatchObject({ openIds: [expect.stringContaining('request-')] })
  })

  it('hall: shows nobody what they lack the skill for, or whom they avoid', async () => {
    await road.dispatchToHall(await road.place())
    const seen = async (openid: string) => (await test.as(openid).call('order.listHall', {})).items.length
    expect([await seen(who.volunteer), await seen(who.third), await seen(who.second)]).toEqual([1, 1, 0])
    await change('volunteer-wang', { 'volunteer.avoids': ['resident-li'] })
    await change('volunteer-qian', { 'volunteer.offUntil': Date.UTC(2031, 0, 1) })
    expect([await seen(who.volunteer), await seen(who.third)]).toEqual([0, 0])
  })
})
