import { threadOf } from '@/domain/chat/thread'
import { minutes } from '@/domain/shared/time'
import { aGrant, anAccount, aStaffMember } from '../../support/factories/account'
import { anOrder, aTaker } from '../../support/factories/order'
import { places, startOfTests } from '../../support/factories/places'
import { beijing, clockOf, postOf } from '../../support/clock-of'
import { roadOf } from '../../support/order-road'
import { signalId } from '../../support/signal-id'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

const consent = {
  how: 'byPhone',
  note: '电话里同意的',
  notedBy: 'leader-zhou',
  at: startOfTests,
} as const
const test = useTestCloud([
  ...everyone(),
  aStaffMember({ _id: 'staff-second', nickname: '另一位社工' }),
  anAccount({
    _id: 'street-office',
    memberships: [],
    roles: [aGrant('streetOffice', places.street)],
  }),
  anAccount({
    _id: 'registered-gao',
    openid: 'none:registered-gao',
    nickname: '高大爷',
    state: 'registered',
    proxies: [{ userId: 'daughter-now', name: '小女儿', relation: 'family', consent }],
  }),
  anAccount({ _id: 'daughter-before', nickname: '大女儿', memberships: [] }),
  anAccount({ _id: 'daughter-now', nickname: '小女儿', memberships: [], chargeIds: ['registered-gao'] }),
  anAccount({ _id: 'resident-sun', nickname: '楼下小孙' }),
  anAccount({ _id: 'moved-away', nickname: '搬走的', memberships: [] }),
])
const road = roadOf(test)
const clock = clockOf(test)
const grant = (openid: string, moment: string) =>
  test.cloud.consents.grant(openid, `TEMPLATE-${moment.toUpperCase()}`)

describe('quiet hours', () => {
  it('what happens at 23:00 is told at 7:00', async () => {
    const { _id } = await road.place()
    clock.set('2025-03-05T23:00:00')
    grant(people.volunteer, 'offered')
    await road.dispatchTo({ _id })
    const post = postOf(test)
    await clock.post()
    clock.set('2025-03-06T06:59:50')
    await clock.post()
    expect(post()).toEqual([])
    clock.set('2025-03-06T07:00:00')
    await clock.post()
    expect(post()).toEqual([[people.volunteer, 'TEMPLATE-OFFERED']])
  })

  it('what is urgent is told at once', async () => {
    const { _id } = await road.place('水管爆了水漏个不停', { urgent: true })
    clock.set('2025-03-05T23:00:00')
    grant(people.volunteer, 'offered')
    await road.dispatchTo({ _id })
    const post = postOf(test)
    await clock.post()
    expect(post()).toEqual([[people.volunteer, 'TEMPLATE-OFFERED']])
  })

  it('during the day: within ten seconds', async () => {
    grant(people.volunteer, 'offered')
    const { _id } = await road.offeredOrder()
    const post = postOf(test)
    await clock.post()
    expect(post()).toEqual([[people.volunteer, 'TEMPLATE-OFFERED']])
    expect((await road.stored(_id)).outbox).toEqual([])
  })
})

describe('those whom no message reaches', () => {
  /** The mention in the order's thread stands its time (see `mention.test.ts`). */
  const nobodyLooks = async () => {
    test.cloud.clock.travel(minutes(31))
    await clock.post()
  }

  it('resident: without consent they are on the list to call, until somebody has called', async () => {
    const { _id: orderId } = await road.completedOrder()
    const post = postOf(test)
    await clock.post()
    expect(post()).toEqual([])
    await nobodyLooks()
    const moments = (await road.stored(orderId)).unreached.map(({ to, moment }) => [to, moment])
    expect(moments).toEqual([
      ['resident-li', 'accepted'],
      ['resident-li', 'completed'],
    ])
    const { calls } = await test.as(people.staff).call('numbers.digest', {})
    expect(calls.map(({ nickname, orderId: id }) => [nickname, id])).toEqual([
      ['李阿姨', orderId],
      ['李阿姨', orderId],
    ])
    const call = { orderId, userId: 'resident-li', note: '说知道了' }
    expect(await test.as(people.neighbour).code('order.callBack', call)).toBe('Forbidden')
    expect(await test.as(people.volunteer).code('order.callBack', call)).toBe('Forbidden')
    const { order } = await test.as(people.leader).call('order.callBack', call)
    expect(order.unreached).toEqual([])
    expect((await test.as(people.staff).call('numbers.digest', {})).calls).toEqual([])
  })

  it('volunteer: an offer that could not be told is nobody to call: it lapses by itself', async () => {
    const { _id } = await road.offeredOrder()
    await clock.post()
    await nobodyLooks()
    expect(await road.stored(_id)).toMatchObject({ outbox: [], unreached: [], hasUnreached: false })
  })

  it('an event decided at the same moment keeps the list', async () => {
    const { _id: orderId } = await road.acceptedOrder()
    await clock.post()
    test.cloud.clock.travel(minutes(31))
    await Promise.all([clock.post(), road.checkIn({ _id: orderId })])
    expect(await road.stored(orderId)).toMatchObject({
      status: 'inService',
      hasUnreached: true,
      unreached: [{ to: 'resident-li', moment: 'accepted' }],
    })
  })
})

describe('whoever may hear of it', () => {
  const thereNow = aTaker({ checkedInAt: startOfTests })
  const grandfather = {
    kind: 'other',
    name: '高大爷',
    relation: 'family',
    userId: 'registered-gao',
    consent: 'present',
  } as const
  /** She ordered for him, and acts for him no more: another does. */
  const his = { requesterId: 'daughter-before', requesterName: '大女儿', beneficiary: grandfather }
  const signal = async (userId: string) =>
    Number((await test.cloud.database.get('signals', signalId(`user:${userId}`)))?.n ?? 0)

  it('no phone of their own: whoever acts for them now is told, by message, mention and signal; who did before is not', async () => {
    await test.cloud.database.insert('orders', [anOrder({ status: 'inService', ...his, takers: [thereNow] })])
    const before = await signal('daughter-now')
    await road.complete({ _id: 'order-0001' })
    expect(await signal('daughter-now')).toBe(before + 1)
    for (const openid of ['openid-of-daughter-before', 'openid-of-daughter-now']) grant(openid, 'completed')
    const post = postOf(test)
    await clock.post()
    await clock.post()
    expect(post()).toEqual([['openid-of-daughter-now', 'TEMPLATE-COMPLETED']])
    expect(await road.stored('order-0001')).toMatchObject({ outbox: [], unreached: [] })
  })

  it('no phone of their own, and no consent: it is said to whoever acts for them; unread, the home is called', async () => {
    await test.cloud.database.insert('orders', [anOrder({ status: 'inService', ...his, takers: [thereNow] })])
    await road.complete({ _id: 'order-0001' })
    await clock.post()
    await clock.post()
    const { items } = await test
      .as('openid-of-daughter-now')
      .call('chat.history', { groupPath: threadOf('order-0001') })
    expect(items.at(-1)?.body).toMatchObject({
      kind: 'mention',
      name: '小女儿',
      moment: 'completed',
      isMe: true,
    })
    test.cloud.clock.travel(minutes(31))
    await clock.post()
    expect(await road.stored('order-0001')).toMatchObject({
      outbox: [],
      unreached: [{ to: 'registered-gao', moment: 'completed' }],
    })
  })

  it('a follower who moved away: nothing more; one who lives there still is told', async () => {
    const followerIds = ['moved-away', 'resident-sun']
    const order = anOrder({ status: 'inService', followerIds, takers: [thereNow] })
    await test.cloud.database.insert('orders', [order])
    await road.complete({ _id: order._id })
    for (const openid of ['openid-of-moved-away', 'openid-of-resident-sun']) grant(openid, 'completed')
    const post = postOf(test)
    await clock.post()
    expect(post()).toEqual([['openid-of-resident-sun', 'TEMPLATE-COMPLETED']])
  })

  it('who acts for them no more by the time that they should have read it is not called for', async () => {
    const at = test.cloud.clock.now()
    const entry = { id: 'before-1', to: 'daughter-before', moment: 'accepted' as const, at, sendAt: at }
    const order = anOrder({ status: 'accepted', ...his, outbox: [{ ...entry, mentionSeq: 1 }] })
    await test.cloud.database.insert('orders', [order])
    await clock.post()
    expect(await road.stored(order._id)).toMatchObject({ outbox: [], unreached: [] })
  })
})

describe('the ledger of consents', () => {
  const consents = async () =>
    ((await test.cloud.database.get('accounts', 'resident-li')) as { consents: object }).consents

  it('a message is one less; a refusal leaves none', async () => {
    await test.as(people.li).call('account.consent', { moments: ['cancelled'] })
    await test.as(people.li).call('account.consent', { moments: ['cancelled'] })
    grant(people.li, 'cancelled')
    const cancelled = async () => {
      const { _id: orderId } = await road.place()
      await test.as(people.staff).call('order.cancel', { orderId, note: '重复了' })
      await clock.post()
    }
    await cancelled()
    expect(await consents()).toMatchObject({ cancelled: 1 })
    await cancelled()
    expect(await consents()).toMatchObject({ cancelled: 0 })
  })

  it('several who relay the same messages at once use up one consent', async () => {
    const at = beijing('2025-03-05T09:00:00')
    const outbox = [{ id: 'once-1', to: 'resident-li', moment: 'closed' as const, at, sendAt: at }]
    await test.cloud.database.insert('orders', [anOrder({ status: 'closed', outbox })])
    for (let n = 0; n < 3; n += 1) grant(people.li, 'closed')
    const post = postOf(test)
    await Promise.all([clock.post(), clock.post(), clock.post()])
    await clock.post()
    expect(post()).toEqual([[people.li, 'TEMPLATE-CLOSED']])
  })
})

it('what is for a role goes to all who hold it here, and to nobody elsewhere', async () => {
  const { _id } = await road.completedOrder()
  const staff = [people.staff, 'openid-of-staff-second', people.otherStaff]
  for (const openid of staff) grant(openid, 'unhappy')
  await road.review({ _id }, 1)
  const post = postOf(test)
  await clock.post()
  expect(post().sort()).toEqual([
    [people.staff, 'TEMPLATE-UNHAPPY'],
    ['openid-of-staff-second', 'TEMPLATE-UNHAPPY'],
  ])
})

it('a message names the service and how it stands, and leads to the order', async () => {
  grant(people.li, 'redirected')
  const { _id: orderId } = await road.place()
  await test.as(people.staff).call('order.redirect', { orderId, guideId: 'drain', note: '归物业' })
  await clock.post()
  expect(test.cloud.outbox.list().at(-1)).toMatchObject({
    page: `pages/order/index?id=${orderId}`,
    data: { thing1: { value: '小修小补' }, phrase2: { value: '已经转交' } },
  })
})
