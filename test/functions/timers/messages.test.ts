import { minutes } from '@/domain/shared/time'
import { aGrant, anAccount, aStaffMember } from '../../support/factories/account'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { beijing, clockOf, postOf } from '../../support/clock-of'
import { roadOf } from '../../support/order-road'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud([
  ...everyone(),
  aStaffMember({ _id: 'staff-second', nickname: '另一位社工' }),
  anAccount({
    _id: 'street-office',
    memberships: [],
    roles: [aGrant('streetOffice', places.street)],
  }),
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
