import { hours } from '@/domain/shared/time'
import { Outbox } from '../../../local-cloud/openapi/outbox'
import { aGrant, anAccount, aStaffMember } from '../../support/factories/account'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { beijing, clockOf, postOf } from '../../support/clock-of'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

const second = 'openid-of-staff-second'
const test = useTestCloud([
  ...everyone(),
  aStaffMember({ _id: 'staff-second', nickname: '另一位社工', openid: second }),
  aStaffMember({ _id: 'staff-twelve', roles: [aGrant('communityStaff', places.community12)] }),
  anAccount({ _id: 'street-office', memberships: [], roles: [aGrant('streetOffice', places.street)] }),
])
const clock = clockOf(test)
const grantDigests = () => {
  const openids = [...everyone().map(({ openid }) => openid), 'openid-of-staff-twelve']
  for (const openid of openids) test.cloud.consents.grant(openid, 'TEMPLATE-DIGEST')
}
const morning = beijing('2025-03-06T07:30:00')

beforeEach(() => {
  test.cloud.clock.set(morning)
  grantDigests()
})

/** Two that are late, and one that came last evening. */
const someOrders = () => [
  anOrder({ _id: 'order-late-1', createdAt: morning - hours(72) }),
  anOrder({ _id: 'order-late-2', createdAt: morning - hours(48), status: 'accepted' }),
  anOrder({ _id: 'order-fresh', createdAt: morning - hours(10) }),
]

it('staff: one message in the morning that says how the desk stands; nobody else hears it', async () => {
  await test.cloud.database.insert('orders', someOrders())
  const post = postOf(test)
  expect(await clock.morning()).toEqual({ done: { sendDigests: 1 } })
  expect(post()).toEqual([[people.staff, 'TEMPLATE-DIGEST']])
  expect(test.cloud.outbox.list().at(-1)).toMatchObject({
    page: 'packages/staff/pages/desk/index',
    data: {
      thing1: { value: '晚2 待派2 新1' },
      phrase2: { value: '今日待办' },
      time3: { value: '2025年3月6日 07:30' },
    },
  })
})

it('staff: once a day, however often it runs, also several times at once; again the next day', async () => {
  await test.cloud.database.insert('orders', someOrders())
  const post = postOf(test)
  await Promise.all([clock.morning(), clock.morning(), clock.morning()])
  await clock.morning()
  expect(post()).toHaveLength(1)
  clock.set('2025-03-07T07:30:00')
  grantDigests()
  await clock.morning()
  expect(post()).toHaveLength(2)
})

it('staff: nothing on a morning with nothing to tell, and a second run still may', async () => {
  const post = postOf(test)
  expect(await clock.morning()).toEqual({ done: { sendDigests: 0 } })
  expect(await test.cloud.database.count('digests')).toBe(0)
  await test.cloud.database.insert('orders', someOrders())
  clock.set('2025-03-06T07:45:00')
  await clock.morning()
  expect(post()).toEqual([[people.staff, 'TEMPLATE-DIGEST']])
})

it('staff: each community hears of its own', async () => {
  const areaPath = `${places.community12}e1/b1/`
  const elsewhere = anOrder({ _id: 'order-elsewhere', createdAt: morning - hours(2), areaPath })
  const community = { _id: places.community12, level: 'community', name: '平安社区', fullName: '平安社区' }
  await test.cloud.database.insert('areas', [community])
  await test.cloud.database.insert('orders', [elsewhere])
  const post = postOf(test)
  expect(await clock.morning()).toEqual({ done: { sendDigests: 1 } })
  expect(post()).toEqual([['openid-of-staff-twelve', 'TEMPLATE-DIGEST']])
})

it('staff of one estate: hears how that estate stands, and of no other', async () => {
  const ofEstate = aStaffMember({ _id: 'staff-estate', roles: [aGrant('communityStaff', places.estate)] })
  const ofOther = aStaffMember({ _id: 'staff-other', roles: [aGrant('communityStaff', places.otherEstate)] })
  const ofBoth = aStaffMember({
    _id: 'staff-both',
    roles: [aGrant('communityStaff', places.community), aGrant('communityStaff', places.estate)],
  })
  await test.cloud.database.insert('accounts', [ofEstate, ofOther, ofBoth])
  for (const { openid } of [ofEstate, ofOther, ofBoth]) test.cloud.consents.grant(openid, 'TEMPLATE-DIGEST')
  await test.cloud.database.insert('orders', [
    ...someOrders(),
    anOrder({ _id: 'order-other', createdAt: morning - hours(48), areaPath: `${places.otherEstate}b1/` }),
    anOrder({ _id: 'order-other-2', createdAt: morning - hours(9), areaPath: `${places.otherEstate}b1/` }),
  ])
  const before = test.cloud.outbox.list().length
  await Promise.all([clock.morning(), clock.morning()])
  await clock.laterMorning()
  const told = test.cloud.outbox.list().slice(before)
  expect(Object.fromEntries(told.map(({ openid, data }) => [openid, data.thing1]))).toEqual({
    [people.staff]: { value: '晚3 待派4 新2' },
    [ofBoth.openid]: { value: '晚3 待派4 新2' },
    [ofEstate.openid]: { value: '晚2 待派2 新1' },
    [ofOther.openid]: { value: '晚1 待派2 新1' },
  })
  expect(told).toHaveLength(4)
})

it('staff of one estate: hears nothing while only other estates have something, and a later run still may', async () => {
  const ofOther = aStaffMember({ _id: 'staff-other', roles: [aGrant('communityStaff', places.otherEstate)] })
  await test.cloud.database.insert('accounts', [ofOther])
  test.cloud.consents.grant(ofOther.openid, 'TEMPLATE-DIGEST')
  await test.cloud.database.insert('orders', someOrders())
  const post = postOf(test)
  expect(await clock.morning()).toEqual({ done: { sendDigests: 1 } })
  expect(post()).toEqual([[people.staff, 'TEMPLATE-DIGEST']])
  const areaPath = `${places.otherEstate}b1/`
  await test.cloud.database.insert('orders', [anOrder({ _id: 'order-other', areaPath })])
  expect(await clock.laterMorning()).toEqual({ done: { sendDigests: 1 } })
  expect(post().slice(1)).toEqual([[ofOther.openid, 'TEMPLATE-DIGEST']])
})

it('staff: a colleague who did not agree keeps nobody else from hearing', async () => {
  await test.cloud.database.insert('orders', someOrders())
  test.cloud.consents.grant(second, 'TEMPLATE-DIGEST')
  const post = postOf(test)
  await clock.morning()
  expect(post().sort()).toEqual([
    [people.staff, 'TEMPLATE-DIGEST'],
    [second, 'TEMPLATE-DIGEST'],
  ])
})

it('a hundred communities and more are all gone through in one run', async () => {
  const areas = Array.from({ length: 120 }, (_, n) => ({
    _id: `heping/d${n}/`,
    level: 'community',
    name: `第${n}社区`,
    fullName: `第${n}社区`,
  }))
  await test.cloud.database.insert('areas', areas)
  const orders = areas.map(({ _id: communityPath }, n) =>
    anOrder({ _id: `order-of-${n}-x`, areaPath: `${communityPath}e1/b1/`, createdAt: morning - hours(2) }),
  )
  await test.cloud.database.insert('orders', orders)
  expect(await clock.morning()).toEqual({ done: { sendDigests: 120 } })
})

it('the clock strikes at half past seven in Beijing', async () => {
  await test.cloud.database.insert('orders', someOrders())
  const post = postOf(test)
  clock.set('2025-03-06T07:29:00')
  await test.cloud.timers.runDue()
  expect(post()).toEqual([])
  clock.set('2025-03-06T07:30:01')
  await test.cloud.timers.runDue()
  expect(post()).toContainEqual([people.staff, 'TEMPLATE-DIGEST'])
})

it('staff: whom WeChat could not reach is told at the next stroke, the others are not told again', async () => {
  await test.cloud.database.insert('orders', someOrders())
  test.cloud.consents.grant(second, 'TEMPLATE-DIGEST')
  const send = jest.spyOn(Outbox.prototype, 'send').mockImplementationOnce(() => {
    throw new Error('system error')
  })
  const post = postOf(test)
  await clock.morning()
  send.mockRestore()
  const [[first] = ['']] = post()
  expect(post()).toHaveLength(1)
  clock.set('2025-03-06T08:30:00')
  await clock.laterMorning()
  await clock.laterMorning()
  expect(post()).toEqual(
    [first, first === second ? people.staff : second].map((one) => [one, 'TEMPLATE-DIGEST']),
  )
})

it('staff: after an outage at half past seven they hear until nine', async () => {
  await test.cloud.database.insert('orders', someOrders())
  const post = postOf(test)
  clock.set('2025-03-06T08:14:00')
  await test.cloud.timers.runDue()
  clock.set('2025-03-06T08:15:01')
  await test.cloud.timers.runDue()
  expect(post()).toEqual([[people.staff, 'TEMPLATE-DIGEST']])
})
