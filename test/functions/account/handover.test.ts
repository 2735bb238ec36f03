import { ended } from '@/domain/appointment/lifecycle'
import { minutes } from '@/domain/shared/time'
import { aGrant } from '../../support/factories/account'
import { anAppointment } from '../../support/factories/appointment'
import { anOrder, aTaker, hallOffer, peopleOffer } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { aSeries } from '../../support/factories/series'
import { cast, homeIn, settle, useNeighbours, neighbours } from '../../support/neighbours'
import { workingMorning } from '../../support/test-cloud'
import { handingOver, openidOf, order, taken, zhao } from './_support/handing-over'

const test = useNeighbours([...neighbours(), zhao])
const { accountOf, orderOf, homesOf, leave, gone, minuteLater } = handingOver(test)
const atTheDoor = { checkedInAt: workingMorning - minutes(10), proof: 'code' } as const

describe('a volunteer who ends', () => {
  it('gives back what they have taken, and the resident is told', async () => {
    await test.cloud.database.insert('orders', [order(taken())])
    await test.cloud.database.update(
      'accounts',
      { _id: 'volunteer-wang' },
      { $set: { openIds: ['order-0001'] } },
    )
    await leave()
    const { status, takers, outbox, activity } = await orderOf('order-0001')
    expect([status, takers]).toEqual(['placed', []])
    expect(outbox).toMatchObject([{ to: 'person-lin', moment: 'released' }])
    expect(activity.at(-1)).toMatchObject({ event: 'release', by: 'volunteer-wang' })
    expect((await accountOf('volunteer-wang')).openIds).toEqual([])
    const { items } = await test.as(cast.staff).call('order.listDesk', { view: 'waiting' })
    expect(items.map(({ _id }) => _id)).toEqual(['order-0001'])
  })

  it('is not waited for any more where it was offered, or where they were asked to stand in', async () => {
    const standIn = { userId: 'volunteer-wang', name: '王师傅' }
    await test.cloud.database.insert('orders', [
      order({ status: 'dispatched', offer: peopleOffer(), clocks: {} }),
      order({
        _id: 'order-0002',
        ...taken({ takers: [aTaker({ userId: 'volunteer-zhao', name: '赵姐', standIn })] }),
      }),
    ])
    await leave()
    expect(await orderOf('order-0001')).toMatchObject({ status: 'placed', offer: null })
    expect((await orderOf('order-0002')).takers).toMatchObject([{ userId: 'volunteer-zhao', standIn: null }])
  })

  it('finishes the visit they are at', async () => {
    await test.cloud.database.insert('orders', [
      order({ status: 'inService', takers: [aTaker(atTheDoor)], clocks: {} }),
    ])
    await leave()
    await minuteLater()
    expect((await orderOf('order-0001')).status).toBe('inService')
    expect(
      await test
        .as(cast.volunteer)
        .code('order.complete', { orderId: 'order-0001', note: '好了', photoFileIds: [] }),
    ).toBe('ok')
  })

  it('no longer comes to a series: the office finds someone, or the successor comes', async () => {
    await test.cloud.database.insert('series', [
      aSeries({ requesterId: 'person-lin', wakeAt: null }),
      aSeries({ _id: 'series-0002', requesterId: 'volunteer-zhao', wakeAt: null }),
    ])
    await leave('volunteer-zhao')
    const volunteers = await Promise.all(
      ['series-0001', 'series-0002'].map(
        async (id) => (await test.cloud.database.get('series', id))?.volunteer,
      ),
    )
    expect(volunteers).toEqual([{ userId: 'volunteer-zhao', name: '赵姐', hasAgreed: false }, null])
  })

  it('hands over to a successor who fits; what doesn’t fit goes to the office', async () => {
    await test.cloud.database.update('accounts', { _id: 'volunteer-zhao' }, { $set: { skills: ['repair'] } })
    const gas = { ...anOrder().service, skills: ['gas' as const] }
    const repair = { ...anOrder().service, skills: ['repair' as const] }
    await test.cloud.database.insert('orders', [
      order(taken({ service: repair })),
      order({ _id: 'order-0002', ...taken({ service: gas }) }),
      order({ _id: 'order-0003', ...taken({ service: repair, requesterId: 'volunteer-zhao' }) }),
    ])
    await leave('volunteer-zhao')
    expect(await orderOf('order-0001')).toMatchObject({
      status: 'dispatched',
      offer: { people: [{ userId: 'volunteer-zhao' }] },
    })
    expect(await orderOf('order-0002')).toMatchObject({ status: 'placed', offer: null })
    expect(await orderOf('order-0003')).toMatchObject({ status: 'placed', offer: null })
  })

  it('keeps what they still help with by another role', async () => {
    const both = [aGrant('volunteer', places.building4), aGrant('volunteer', places.community)]
    await test.cloud.database.update('accounts', { _id: 'volunteer-wang' }, { $set: { roles: both } })
    await test.cloud.database.insert('orders', [order(taken())])
    await leave()
    expect((await orderOf('order-0001')).status).toBe('accepted')
  })

  it('with a hundred on their hands gives all of them back, however often the work is cut off', async () => {
    const many = Array.from({ length: 100 }, (_, n) => order({ _id: `order-many-${n}`, ...taken() }))
    await test.cloud.database.insert('orders', many)
    const paper = anAppointment()
    // As if the request had died right after its transaction.
    const over = ended(paper, { by: null, at: workingMorning, reason: '' })
    await test.cloud.database.insert('appointments', [{ ...paper, ...over }])
    const roles = { roles: [], roleKeys: [] }
    await test.cloud.database.update('accounts', { _id: 'volunteer-wang' }, { $set: roles })
    for (let pass = 0; pass < 6; pass += 1) await minuteLater()
    expect(await test.cloud.database.count('orders', { status: 'placed' })).toBe(100)
    expect(await test.cloud.database.get('appointments', paper._id)).toMatchObject({ handoverAt: null })
  })

  it('while accepting another order: it is nobody’s for a minute at most', async () => {
    for (let round = 0; round < 5; round += 1) {
      await test.reset()
      await settle(test)
      await test.cloud.database.insert('orders', [
        order({ status: 'dispatched', offer: hallOffer, clocks: {} }),
      ])
      const [accepted] = await Promise.all([
        test.as(cast.volunteer).code('order.accept', { orderId: 'order-0001' }),
        leave(),
      ])
      await minuteLater()
      const { takers } = await orderOf('order-0001')
      expect(['ok', 'Forbidden', 'Conflict']).toContain(accepted)
      expect(takers).toEqual([])
    }
  })
})

describe('a leader who ends', () => {
  it('leaves newcomers to the other leader of their home, and to staff when that one goes too', async () => {
    await gone('leader-zhou')
    expect(await homesOf('unconfirmed-wu')).toEqual([0])
    await gone('leader-grid-one')
    expect(await homesOf('unconfirmed-wu')).toEqual([1])
    const { items } = await test.as(cast.staff).call('membership.pending', {})
    expect(items.map(({ userId }) => userId)).toContain('unconfirmed-wu')
  })

  it('of another grid changes nothing for them', async () => {
    await gone('leader-grid-two')
    expect(await homesOf('unconfirmed-wu')).toEqual([0])
  })
})

describe('someone who moves out', () => {
  const leaves = (userId: string, roomNumber: string, areaPath: string): Promise<string> =>
    test.as(openidOf(userId)).code('membership.leave', { areaPath, roomNumber })
  const home = { memberships: [homeIn('302')] }

  it('leader: no longer leads the building, and newcomers there are asked of staff', async () => {
    await test.cloud.database.update('accounts', { _id: 'leader-zhou' }, { $set: home })
    await gone('leader-grid-one')
    expect(await leaves('leader-zhou', '302', places.building4)).toBe('ok')
    expect((await accountOf('leader-zhou')).roles).toEqual([])
    expect(await homesOf('unconfirmed-wu')).toEqual([1])
  })

  it('leader who is staff too, or lives there still: goes on', async () => {
    const roles = [aGrant('microGridLeader', places.building4), aGrant('communityStaff', places.community)]
    await test.cloud.database.update('accounts', { _id: 'leader-zhou' }, { $set: { ...home, roles } })
    await leaves('leader-zhou', '302', places.building4)
    expect((await accountOf('leader-zhou')).roles).toHaveLength(2)
  })

  it('volunteer: goes on helping', async () => {
    expect(await leaves('volunteer-wang', '301', places.building5)).toBe('ok')
    expect((await accountOf('volunteer-wang')).roles).toHaveLength(1)
  })
})

describe('someone who cancels their account', () => {
  it('leaves no role behind, nothing on their hands, and no application', async () => {
    await test.cloud.database.insert('orders', [order(taken())])
    expect(await test.as(cast.volunteer).code('account.cancel', { isSure: true })).toBe('ok')
    await minuteLater()
    expect(await accountOf('volunteer-wang')).toMatchObject({ roles: [], roleKeys: [] })
    expect((await orderOf('order-0001')).takers).toEqual([])
    expect(
      await test.cloud.database.count('appointments', { userId: 'volunteer-wang', state: 'ended' }),
    ).toBe(1)
  })

  it('staff: the last one names someone first, and keeps all until then', async () => {
    await gone('staff-deng')
    expect(await test.as(cast.staff).code('account.cancel', { isSure: true })).toBe('StillInUse')
    expect((await accountOf('staff-chen')).roles).toHaveLength(1)
  })
})
