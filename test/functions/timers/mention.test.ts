import { threadOf } from '@/domain/chat/thread'
import { minutes } from '@/domain/shared/time'
import { Outbox } from '../../../local-cloud/openapi/outbox'
import { anAccount } from '../../support/factories/account'
import { aTaker, anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { beijing, clockOf, postOf } from '../../support/clock-of'
import { roadOf } from '../../support/order-road'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud([
  ...everyone(),
  anAccount({
    _id: 'registered-gao',
    openid: 'none:registered-gao',
    nickname: '高大爷',
    state: 'registered',
  }),
])
const road = roadOf(test)
const clock = clockOf(test)

const mentions = async (orderId: string, openid: string = people.li) => {
  const { items } = await test.as(openid).call('chat.history', { groupPath: threadOf(orderId) })
  return items.flatMap(({ body }) => (body.kind === 'mention' ? [body] : []))
}
const reads = async (orderId: string, openid: string = people.li) => {
  const groupPath = threadOf(orderId)
  const { items } = await test.as(openid).call('chat.history', { groupPath })
  await test.as(openid).call('chat.markRead', { groupPath, seq: items.at(-1)?.seq ?? 0 })
}
const passes = async (ms: number) => {
  test.cloud.clock.travel(ms)
  await clock.post()
}
const standing = async (orderId: string) => {
  const { outbox, unreached } = await road.stored(orderId)
  return { waiting: outbox.length, calls: unreached.map(({ to, moment }) => `${to} ${moment}`) }
}

describe('a message that WeChat does not take', () => {
  it('is said in the order’s thread, to the one it is for', async () => {
    const { _id } = await road.acceptedOrder()
    await clock.post()
    const mention = { kind: 'mention', name: '李阿姨', moment: 'accepted', names: ['王师傅'] }
    expect(await mentions(_id)).toEqual([{ ...mention, isMe: true }])
    expect(await mentions(_id, people.volunteer)).toEqual([{ ...mention, isMe: false }])
    expect(await standing(_id)).toEqual({ waiting: 1, calls: [] })
    const { order } = await test.as(people.li).call('order.get', { orderId: _id })
    expect(order.thread?.hasNews).toBe(true)
  })

  it('read in time: nobody has to call', async () => {
    const { _id } = await road.acceptedOrder()
    await clock.post()
    await reads(_id)
    await passes(minutes(30))
    expect(await standing(_id)).toEqual({ waiting: 0, calls: [] })
  })

  it('not read in half an hour: somebody calls', async () => {
    const { _id } = await road.acceptedOrder()
    await clock.post()
    await passes(minutes(29))
    expect(await standing(_id)).toEqual({ waiting: 1, calls: [] })
    await passes(minutes(1))
    expect(await standing(_id)).toEqual({ waiting: 0, calls: ['resident-li accepted'] })
    const { calls } = await test.as(people.leader).call('order.listCalls', {})
    expect(calls.map(({ nickname, moment }) => [nickname, moment])).toEqual([['李阿姨', 'accepted']])
  })

  it('what they read before it was said does not count', async () => {
    const { _id } = await road.acceptedOrder()
    await reads(_id)
    await clock.post()
    await passes(minutes(31))
    expect(await standing(_id)).toEqual({ waiting: 0, calls: ['resident-li accepted'] })
  })

  it('that another in the thread has read it does not count either', async () => {
    const { _id } = await road.acceptedOrder()
    await clock.post()
    await reads(_id, people.volunteer)
    await reads(_id, people.staff)
    await passes(minutes(31))
    expect(await standing(_id)).toEqual({ waiting: 0, calls: ['resident-li accepted'] })
  })

  it('of several who come each is told of once', async () => {
    const at = test.cloud.clock.now()
    const takers = [
      aTaker({ acceptedAt: at - minutes(5) }),
      aTaker({ userId: 'volunteer-zhao', name: '赵姐', acceptedAt: at }),
    ]
    const outbox = takers.map(({ userId, acceptedAt }) => ({
      id: userId,
      to: 'resident-li',
      moment: 'accepted' as const,
      at: acceptedAt,
      sendAt: at,
    }))
    const offer = { kind: 'hall' } as const
    await test.cloud.database.insert('orders', [
      anOrder({ status: 'dispatched', people: 3, offer, takers, outbox }),
    ])
    await clock.post()
    expect((await mentions('order-0001')).map(({ names }) => names)).toEqual([['王师傅'], ['赵姐']])
  })

  it('in the evening: half an hour of the next morning counts, not the night', async () => {
    const outbox = [
      {
        id: 'late-1',
        to: 'resident-li',
        moment: 'accepted' as const,
        at: beijing('2025-03-05T21:20:00'),
        sendAt: beijing('2025-03-05T21:20:00'),
      },
    ]
    await test.cloud.database.insert('orders', [anOrder({ status: 'accepted', outbox })])
    clock.set('2025-03-05T21:20:00')
    await clock.post()
    clock.set('2025-03-06T07:19:50')
    await clock.post()
    expect(await standing('order-0001')).toEqual({ waiting: 1, calls: [] })
    clock.set('2025-03-06T07:20:30')
    await clock.post()
    expect(await standing('order-0001')).toEqual({ waiting: 0, calls: ['resident-li accepted'] })
  })

  it('urgent: five minutes', async () => {
    const { _id } = await road.place('水管爆了水漏个不停', { urgent: true })
    await road.dispatchTo({ _id })
    await road.accept({ _id })
    await clock.post()
    await passes(minutes(5))
    expect(await standing(_id)).toEqual({ waiting: 0, calls: ['resident-li accepted'] })
  })

  it('several in a row are each said, and each looked after by itself', async () => {
    const { _id } = await road.acceptedOrder()
    await clock.post()
    await passes(minutes(20))
    await reads(_id)
    await road.checkIn({ _id })
    await road.complete({ _id })
    await clock.post()
    expect((await mentions(_id)).map(({ moment }) => moment)).toEqual(['accepted', 'completed'])
    await passes(minutes(10))
    expect(await standing(_id)).toEqual({ waiting: 1, calls: [] })
    await passes(minutes(20))
    expect(await standing(_id)).toEqual({ waiting: 0, calls: ['resident-li completed'] })
  })

  it('on the register without a phone: is called at once, and nothing is said where they can’t read it', async () => {
    const at = test.cloud.clock.now()
    const outbox = [{ id: 'gao-1', to: 'registered-gao', moment: 'accepted' as const, at, sendAt: at }]
    const beneficiary = {
      kind: 'other',
      name: '高大爷',
      relation: 'neighbour',
      userId: 'registered-gao',
      consent: 'present',
    } as const
    await test.cloud.database.insert('orders', [anOrder({ status: 'accepted', beneficiary, outbox })])
    await clock.post()
    expect(await standing('order-0001')).toEqual({ waiting: 0, calls: ['registered-gao accepted'] })
    expect(await mentions('order-0001')).toEqual([])
  })

  it('one who is helped by another’s order is mentioned by the name it has for them', async () => {
    const at = test.cloud.clock.now()
    const outbox = [{ id: 'five-1', to: 'resident-five', moment: 'released' as const, at, sendAt: at }]
    const beneficiary = {
      kind: 'other',
      name: '五栋奶奶',
      relation: 'family',
      userId: 'resident-five',
      consent: 'present',
    } as const
    const there = { areaPath: places.building5, buildingPath: places.building5 }
    await test.cloud.database.insert('orders', [anOrder({ beneficiary, outbox, ...there })])
    await clock.post()
    expect(await mentions('order-0001', people.neighbour)).toEqual([
      { kind: 'mention', name: '五栋奶奶', moment: 'released', names: [], isMe: true },
    ])
  })
})

describe('told once, whatever breaks', () => {
  it('several runs at once say it once, and put them on the list once', async () => {
    const { _id } = await road.acceptedOrder()
    await Promise.all([clock.post(), clock.post(), clock.post()])
    await clock.post()
    expect(await mentions(_id)).toHaveLength(1)
    test.cloud.clock.travel(minutes(31))
    await Promise.all([clock.post(), clock.post(), clock.post()])
    await clock.post()
    expect(await standing(_id)).toEqual({ waiting: 0, calls: ['resident-li accepted'] })
  })

  it('a run that broke off after saying it says it once, and still looks after it', async () => {
    const { _id } = await road.acceptedOrder()
    await clock.post()
    // As it stood after the claim: the thread has it, the outbox does not know.
    await test.cloud.database.update(
      'orders',
      { _id },
      {
        $unset: { 'outbox.0.mentionSeq': '' },
        $set: { 'outbox.0.sendAt': test.cloud.clock.now() + minutes(1) },
      },
    )
    await passes(minutes(1))
    expect(await mentions(_id)).toHaveLength(1)
    expect((await road.stored(_id)).outbox).toMatchObject([{ to: 'resident-li', mentionSeq: 2 }])
    await passes(minutes(31))
    expect(await standing(_id)).toEqual({ waiting: 0, calls: ['resident-li accepted'] })
  })

  it('WeChat down, then no consent: nobody is lost on the way', async () => {
    const { _id } = await road.acceptedOrder()
    const send = jest.spyOn(Outbox.prototype, 'send').mockImplementation(() => {
      throw new Error('system error')
    })
    await clock.post()
    send.mockRestore()
    expect(await mentions(_id)).toEqual([])
    await passes(minutes(1))
    expect(await mentions(_id)).toHaveLength(1)
  })

  it('who agreed to be told is told by WeChat, and nothing is said in the thread', async () => {
    test.cloud.consents.grant(people.li, 'TEMPLATE-ACCEPTED')
    const post = postOf(test)
    const { _id } = await road.acceptedOrder()
    await clock.post()
    expect(post()).toContainEqual([people.li, 'TEMPLATE-ACCEPTED'])
    expect(await mentions(_id)).toEqual([])
    expect(await standing(_id)).toEqual({ waiting: 0, calls: [] })
  })
})
