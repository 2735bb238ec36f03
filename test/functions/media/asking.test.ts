import { hours, minutes } from '@/domain/shared/time'
import { places } from '../../support/factories/places'
import { roadOf } from '../../support/order-road'
import { nextRequestId } from '../../support/request-id'
import { people, useTestCloud } from '../../support/test-cloud'
import { checksOf } from './_support/checks'

const test = useTestCloud()
const road = roadOf(test)
const checks = () => checksOf(test)
const photo = () => checks().upload(people.li)
const order = (...photoFileIds: string[]) => road.place(undefined, { photoFileIds })
const later = async (ms: number): Promise<void> => {
  test.cloud.clock.travel(ms)
  await checks().ask()
}

/** What WeChat has been asked outlives the neighbourhood, which begins anew before each test. */
afterEach(() => checks().push())

describe('when it is asked', () => {
  it('at once, of all files, in the name of who gave them; not by whoever waits for the answer', async () => {
    const files = [await photo(), await photo()]
    await order(...files)
    expect(checks().asked()).toEqual([])
    await checks().ask()
    expect(new Set(checks().asked())).toEqual(new Set(files.map(checks().nameIn)))
    await checks().ask()
    expect(checks().asked()).toHaveLength(2)
  })

  it('again after five minutes, where WeChat could not load it', async () => {
    const fileId = await photo()
    const { _id: orderId } = await order(fileId)
    checks().decide(fileId, 'unreachable')
    await checks().judge()
    expect((await road.stored(orderId)).photoFileIds).toEqual([fileId])
    expect(await checks().waiting()).toMatchObject([{ traceId: null }])
    checks().decide(fileId, 'risky')
    await later(minutes(3))
    expect(checks().asked()).toEqual([])
    await later(minutes(3))
    await checks().push()
    expect((await road.stored(orderId)).photoFileIds).toEqual([])
  })

  it('again after five minutes, where the check was down', async () => {
    const { _id: orderId } = await order('cloud://test.local/gone/photo.jpg')
    await checks().ask()
    const [down] = await checks().waiting()
    expect(down).toMatchObject({ traceId: null, of: { kind: 'order', id: orderId } })
    expect(down?.recheckAt).toBeGreaterThanOrEqual((down?.givenAt ?? 0) + minutes(5))
    expect((await road.stored(orderId)).photoFileIds).toHaveLength(1)
  })

  it('again after forty minutes, where no verdict came; the new question is the one that counts', async () => {
    const fileId = await photo()
    await order(fileId)
    await checks().ask()
    const [first] = await checks().waiting()
    await later(minutes(39))
    expect(checks().asked()).toHaveLength(1)
    await later(minutes(2))
    expect(checks().asked()).toHaveLength(2)
    const [second] = await checks().waiting()
    expect(second?.traceId).not.toBe(first?.traceId)
    expect(second?.givenAt).toBe(first?.givenAt)
  })

  it('after a day no more: the picture stays, and the question is forgotten', async () => {
    const fileId = await photo()
    const { _id: orderId } = await order(fileId)
    checks().decide(fileId, 'unreachable')
    await checks().judge()
    await later(hours(24))
    expect(await checks().waiting()).toEqual([])
    expect(checks().asked()).toEqual([])
    expect((await road.stored(orderId)).photoFileIds).toEqual([fileId])
    expect(checks().isKept(fileId)).toBe(true)
  })

  it('of somebody who has no account any more, not; then nothing is kept of them here', async () => {
    const fileId = await photo()
    await order(fileId)
    await test.as(people.li).call('account.cancel', { isSure: true })
    await checks().ask()
    expect(await checks().waiting()).toEqual([])
    expect(checks().asked()).toEqual([])
  })

  it('of somebody whose two accounts became one, with the phone that was kept', async () => {
    const fileId = await photo()
    await order(fileId)
    await test.cloud.database.update(
      'accounts',
      { _id: 'resident-li' },
      { $set: { state: 'merged', mergedInto: 'resident-five', openid: 'registered:resident-li' } },
    )
    checks().decide(fileId, 'risky')
    await test.as(people.neighbour).call('account.me', {})
    await checks().ask()
    expect(checks().asked()).toEqual([checks().nameIn(fileId)])
  })
})

describe('what was said in a group and becomes an order', () => {
  const groupPath = places.building4
  const say = async (fileId: string) => {
    const body = { kind: 'image' as const, fileId }
    return (await test.as(people.li).call('chat.send', { groupPath, body })).message.seq
  }
  const carry = (seq: number, ...photoFileIds: string[]) =>
    road.place(undefined, { photoFileIds, from: { groupPath, seq } })

  it('is not asked about again where it has passed; what is added to it is', async () => {
    const [said, added] = [await photo(), await photo()]
    const seq = await say(said)
    await checks().push()
    await carry(seq, said, added)
    expect((await checks().waiting()).map(({ fileId }) => fileId)).toEqual([added])
  })

  it('is asked about for the order, too, while nobody knows: refused, it goes from both', async () => {
    const said = await photo()
    checks().decide(said, 'risky')
    const { _id: orderId } = await carry(await say(said), said)
    expect(await checks().waiting()).toMatchObject([{ fileId: said, of: { kind: 'order', id: orderId } }])
    await checks().judge()
    expect((await road.stored(orderId)).photoFileIds).toEqual([])
    const { items } = await test.as(people.leader).call('chat.history', { groupPath })
    expect(JSON.stringify(items)).not.toContain(said)
  })

  it('can’t be carried over once it was refused; the words can', async () => {
    const said = await photo()
    checks().decide(said, 'risky')
    const seq = await say(said)
    await checks().push()
    const input = { serviceId: 'repair', text: '水龙头滴水', homePath: groupPath, from: { groupPath, seq } }
    const li = test.as(people.li)
    expect(await li.code('order.create', { ...input, photoFileIds: [said] })).toBe('ContentRejected')
    expect(await li.code('order.create', input)).toBe('ok')
    expect(await checks().waiting()).toEqual([])
  })
})

describe('who may', () => {
  it('nobody has anything asked by what they may not do', async () => {
    const fileId = await checks().upload(people.neighbour)
    const { _id: orderId } = await road.startedOrder()
    const neighbour = test.as(people.neighbour)
    const code = { fileId, expiresAt: test.cloud.clock.now() + hours(24) }
    const groupPath = places.building5
    const words = { areaPaths: [groupPath], title: '明天停水', text: '请储水。', photoFileIds: [fileId] }
    const wish = { serviceId: 'repair', text: '滴水', homePath: places.building4, photoFileIds: [fileId] }
    expect([
      await neighbour.code('order.create', wish),
      await neighbour.code('order.complete', { orderId, photoFileIds: [fileId] }),
      await neighbour.code('group.putWechatCode', { groupPath, version: 0, wechatCode: code }),
      await neighbour.code('notice.publish', words),
    ]).toEqual(['Forbidden', 'Forbidden', 'Forbidden', 'Forbidden'])
    expect(await checks().waiting()).toEqual([])
  })

  it('a newcomer whose code is good for nothing has nothing asked', async () => {
    const fileId = await checks().upload(people.newcomer)
    const input = { code: nextRequestId(), nickname: '林晓', avatarFileId: fileId, roomNumber: '2-601' }
    expect(await test.as(people.newcomer).code('invitation.join', input)).not.toBe('ok')
    expect(await checks().waiting()).toEqual([])
  })
})
