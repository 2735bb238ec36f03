import { Outbox } from '../../../local-cloud/openapi/outbox'
import { hours, minutes } from '@/domain/shared/time'
import { anOrder } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'
import { clockOf, postOf } from '../../support/clock-of'
import { roadOf } from '../../support/order-road'
import { everyone, people, useTestCloud } from '../../support/test-cloud'
import { aStaffMember } from '../../support/factories/account'

const test = useTestCloud([...everyone(), aStaffMember({ _id: 'staff-second', nickname: '另一位社工' })])
const road = roadOf(test)
const clock = clockOf(test)

describe('what the clock can’t do', () => {
  it('an order that can’t be read keeps none of those behind it from their turn', async () => {
    const { _id } = await road.offeredOrder()
    await test.cloud.database.insert('orders', [{ _id: 'broken-order', wakeAt: 1, outbox: [{ sendAt: 1 }] }])
    test.cloud.clock.travel(hours(3))
    await clock.minute()
    expect((await road.stored(_id)).status).toBe('placed')
    await clock.post()
    expect((await road.stored(_id)).outbox).toEqual([])
  })

  it('nor do more orders than one query reads, due but with nothing that can happen to them', async () => {
    const { _id } = await road.offeredOrder()
    const stuck = Array.from({ length: 101 }, (_, n) =>
      anOrder({ _id: `order-stuck-${n}`, status: 'completed', clocks: { advance: startOfTests } }),
    )
    await test.cloud.database.insert('orders', stuck)
    test.cloud.clock.travel(hours(3))
    expect(await clock.minute()).toMatchObject({ done: { wakeOrders: 1 } })
    expect((await road.stored(_id)).status).toBe('placed')
  })
})

describe('what WeChat can’t take just now', () => {
  const brokenPost = async () => {
    const send = jest.spyOn(Outbox.prototype, 'send').mockImplementation(() => {
      throw new Error('system error')
    })
    await clock.post()
    send.mockRestore()
  }

  it('is tried again after a minute, for each who holds the role by themselves', async () => {
    const { _id } = await road.completedOrder()
    const staff = [people.staff, 'openid-of-staff-second']
    for (const openid of staff) test.cloud.consents.grant(openid, 'TEMPLATE-UNHAPPY')
    await clock.post()
    await road.review({ _id }, 1)
    await brokenPost()
    const waiting = async () =>
      (await road.stored(_id)).outbox.flatMap(({ to, mentionSeq }) => (mentionSeq ? [] : [to])).sort()
    expect(await waiting()).toEqual(['staff-chen', 'staff-second'])
    const post = postOf(test)
    await clock.post()
    expect(post()).toEqual([])
    test.cloud.clock.travel(minutes(1))
    await clock.post()
    expect(post().sort()).toEqual(staff.map((openid) => [openid, 'TEMPLATE-UNHAPPY']).sort())
    expect(await waiting()).toEqual([])
  })

  it('is given up after a day: the one who waits for it is mentioned in the thread, and then called', async () => {
    const offered = await road.offeredOrder()
    await clock.post()
    const { _id } = await road.accept(offered)
    await brokenPost()
    expect(await road.stored(_id)).toMatchObject({ hasUnreached: false, outbox: [{ to: 'resident-li' }] })
    test.cloud.clock.travel(hours(25))
    await brokenPost()
    expect(await road.stored(_id)).toMatchObject({ hasUnreached: false, outbox: [{ mentionSeq: 2 }] })
    test.cloud.clock.travel(minutes(31))
    await brokenPost()
    expect(await road.stored(_id)).toMatchObject({
      outbox: [],
      unreached: [{ to: 'resident-li', moment: 'accepted' }],
    })
  })
})
