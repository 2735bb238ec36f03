import { hours, minutes } from '@/domain/shared/time'
import { places } from '../../support/factories/places'
import { roadOf } from '../../support/order-road'
import { nextRequestId } from '../../support/request-id'
import { storedPeople } from '../../support/stored-people'
import { people, useTestCloud, workingMorning } from '../../support/test-cloud'
import { checksOf } from './_support/checks'
import { giveToSeries } from './_support/places'

const test = useTestCloud()
const road = roadOf(test)
const stored = storedPeople(test)
const checks = () => checksOf(test)
const photo = () => checks().upload(people.li)
const order = (photoFileIds: string[]) => road.place(undefined, { photoFileIds })
const historyOf = async (orderId: string) => (await road.stored(orderId)).activity.map(({ event }) => event)
const refused = async (...fileIds: string[]): Promise<void> => {
  for (const fileId of fileIds) checks().decide(fileId, 'risky')
  await checks().judge()
}

/** What WeChat has been asked outlives the neighbourhood, which begins anew before each test. */
afterEach(() => checks().push())

describe('what an order keeps', () => {
  it('of several pictures only the refused one goes; the history says so to all who have a part', async () => {
    const [fine, bad] = [await photo(), await photo()]
    const { _id: orderId } = await order([fine, bad])
    await refused(bad)
    const seen = (await test.as(people.staff).call('order.get', { orderId })).order
    expect(seen.photoFileIds).toEqual([fine])
    expect(seen.activity.at(-1)).toMatchObject({ event: 'refusePhoto', byName: '', isInternal: false })
    expect(seen.version).toBe(1)
    expect(checks().isKept(fine)).toBe(true)
  })

  it('a voice that goes is called a voice', async () => {
    const fileId = await checks().upload(people.li, 'voice')
    const { _id: orderId } = await road.place('', { voice: { fileId, seconds: 5 } })
    await refused(fileId)
    expect(await historyOf(orderId)).toEqual(['create', 'refuseVoice'])
  })

  it('also when it is over, and when somebody takes it in that very moment', async () => {
    const [one, other] = [await photo(), await photo()]
    const cancelled = await order([one])
    await test.as(people.li).call('order.cancel', { orderId: cancelled._id, note: '不用了' })
    const offered = await road.dispatchTo(await order([other]))
    checks().decide(one, 'risky')
    checks().decide(other, 'risky')
    await checks().ask()
    test.cloud.clock.travel(minutes(1))
    await Promise.all([test.cloud.timers.runDue(), road.accept(offered)])
    expect(await historyOf(cancelled._id)).toEqual(['create', 'cancel', 'refusePhoto'])
    const taken = await road.stored(offered._id)
    expect(taken).toMatchObject({ status: 'accepted', photoFileIds: [] })
    expect(new Set(taken.activity.map(({ event }) => event))).toEqual(
      new Set(['create', 'dispatch', 'accept', 'refusePhoto']),
    )
  })

  it('a series: out of it, and out of the orders that came of it', async () => {
    const fileId = await photo()
    const seriesId = await giveToSeries(test, fileId)
    await test.cloud.timers.fire('timers', 'everyMinute')
    const [placed] = await test.cloud.database.find('orders', { seriesId })
    expect(placed).toMatchObject({ photoFileIds: [fileId] })
    await refused(fileId)
    expect(await test.cloud.database.get('series', seriesId)).toMatchObject({ wish: { photoFileIds: [] } })
    expect(await road.stored(String(placed?._id))).toMatchObject({ photoFileIds: [] })
    expect(checks().isKept(fileId)).toBe(false)
    test.cloud.clock.set(workingMorning + hours(24 * 7))
    await test.cloud.timers.fire('timers', 'everyMinute')
    const later = await test.cloud.database.find('orders', { seriesId })
    expect(later.length).toBeGreaterThan(1)
    expect(JSON.stringify(later)).not.toContain(fileId)
  })
})

describe('what others keep', () => {
  it('a notice counts what was taken out', async () => {
    const [one, two, three] = [await photo(), await photo(), await photo()]
    const words = { areaPaths: [places.building4], title: '明天停水', text: '请提前储水。' }
    const photoFileIds = [one, two, three]
    const { notice } = await test.as(people.leader).call('notice.publish', { ...words, photoFileIds })
    await refused(one, three)
    const { notice: seen } = await test.as(people.li).call('notice.get', { noticeId: notice._id })
    expect(seen).toMatchObject({ photoFileIds: [two], photosRefused: 2 })
    // None of them was the leader's own to delete.
    expect([one, three].map(checks().isKept)).toEqual([true, true])
  })

  it('a group says that its code is gone, and nobody is reminded of it', async () => {
    const fileId = await checks().upload(people.leader)
    const groupPath = places.building4
    const wechatCode = { fileId, expiresAt: workingMorning + hours(48) }
    await test.as(people.leader).call('group.putWechatCode', { groupPath, version: 0, wechatCode })
    await refused(fileId)
    const { items } = await test.as(people.li).call('chat.history', { groupPath })
    expect(items.at(-1)).toMatchObject({
      authorName: '',
      body: { kind: 'house', what: 'refusedWechatCode' },
    })
    expect(await test.cloud.database.get('groups', groupPath)).toMatchObject({
      wechatCode: null,
      wakeAt: null,
      rulesVersion: 2,
    })
  })

  it('a code that was changed meanwhile stays', async () => {
    const [old, next] = [await checks().upload(people.staff), await checks().upload(people.leader)]
    const groupPath = places.building4
    const code = (fileId: string) => ({ fileId, expiresAt: workingMorning + hours(48) })
    await test.as(people.staff).call('group.putWechatCode', { groupPath, version: 0, wechatCode: code(old) })
    await checks().ask()
    await test
      .as(people.leader)
      .call('group.putWechatCode', { groupPath, version: 1, wechatCode: code(next) })
    await refused(old)
    const { group } = await test.as(people.li).call('group.get', { groupPath })
    expect(group.wechatCode).toMatchObject({ fileId: next })
  })

  it('a person’s own trail says it, and the picture goes from what they said in the group', async () => {
    const fileId = await photo()
    await test.as(people.li).call('account.correct', { avatarFileId: fileId })
    const groupPath = places.building4
    await test.as(people.li).call('chat.send', { groupPath, body: { kind: 'text', text: '大家好' } })
    await refused(fileId)
    const { items } = await test.as(people.leader).call('chat.history', { groupPath })
    expect(items).toMatchObject([{ authorAvatar: null, body: { text: '大家好' } }])
    const trail = await stored.trailOf('resident-li')
    expect(trail.map(({ event, by }) => [event, by])).toEqual([
      ['corrected', 'resident-li'],
      ['mediaRefused', null],
    ])
    expect(await stored.person('resident-li')).toMatchObject({ avatarFileId: null, nickname: '李阿姨' })
  })
})

describe('the verdict itself', () => {
  const push = (trace_id: string, suggest: string, openid = '') =>
    test.cloud.functions.invoke(
      'timers',
      { Event: 'wxa_media_check', trace_id, result: { suggest } },
      { openid },
    )

  it('twice is once; of two that differ the first counts', async () => {
    const [fine, bad] = [await photo(), await photo()]
    const { _id: orderId } = await order([fine, bad])
    await checks().ask()
    const traces = new Map((await checks().waiting()).map(({ fileId, traceId }) => [fileId, traceId ?? '']))
    await Promise.all([push(traces.get(bad) ?? '', 'risky'), push(traces.get(bad) ?? '', 'risky')])
    await push(traces.get(fine) ?? '', 'pass')
    await push(traces.get(fine) ?? '', 'risky')
    expect(await historyOf(orderId)).toEqual(['create', 'refusePhoto'])
    expect((await road.stored(orderId)).photoFileIds).toEqual([fine])
  })

  it('that nobody asked for changes nothing, nor does one about the file of another', async () => {
    const [mine, theirs] = [await photo(), await checks().upload(people.neighbour)]
    const { _id: orderId } = await order([mine])
    await test.as(people.neighbour).call('account.correct', { avatarFileId: theirs })
    await checks().ask()
    await push('made-up-trace', 'risky', people.staff)
    const [other] = (await checks().waiting()).filter(({ fileId }) => fileId === theirs)
    await push(other?.traceId ?? '', 'risky')
    expect((await road.stored(orderId)).photoFileIds).toEqual([mine])
    expect(await stored.person('resident-five')).toMatchObject({ avatarFileId: null })
    expect((await checks().waiting()).map(({ fileId }) => fileId)).toEqual([mine])
  })

  it('on something that is gone, or was exchanged, ends the question, and nothing else', async () => {
    const [gone, old, next] = [await photo(), await photo(), await photo()]
    const { _id: orderId } = await order([gone])
    await test.as(people.li).call('account.correct', { avatarFileId: old })
    await checks().ask()
    await test.as(people.li).call('account.correct', { avatarFileId: next })
    await test.cloud.database.remove('orders', { _id: orderId })
    await refused(gone, old)
    expect(await stored.person('resident-li')).toMatchObject({ avatarFileId: next })
    expect(await checks().waiting()).toEqual([])
    expect(checks().isKept(gone)).toBe(false)
  })

  it('a file of somebody else, given as one’s own, goes from where it was given, and stays theirs', async () => {
    const theirs = await checks().upload(people.neighbour)
    const { _id: orderId } = await order([theirs])
    await refused(theirs)
    expect((await road.stored(orderId)).photoFileIds).toEqual([])
    expect(checks().isKept(theirs)).toBe(true)
  })
})

it('the same request again asks about it once', async () => {
  const fileId = await photo()
  const input = {
    serviceId: 'repair',
    text: '水龙头滴水',
    homePath: places.building4,
    photoFileIds: [fileId],
  }
  const requestId = nextRequestId()
  const again = () => test.as(people.li).call('order.create', input, requestId)
  await Promise.all([again(), again()])
  await again()
  await checks().ask()
  await again()
  await checks().ask()
  expect(checks().asked()).toEqual([checks().nameIn(fileId)])
})

it('so does the same event of an order, said again by a phone that lost the answer', async () => {
  const fileId = await checks().upload(people.volunteer)
  const { _id: orderId } = await road.startedOrder()
  const requestId = nextRequestId()
  const again = () =>
    test.as(people.volunteer).call('order.complete', { orderId, photoFileIds: [fileId] }, requestId)
  await again()
  await checks().ask()
  await again()
  await checks().ask()
  expect(
    checks()
      .asked()
      .filter((name) => name === checks().nameIn(fileId)),
  ).toHaveLength(1)
  expect(await checks().waiting()).toHaveLength(1)
})
