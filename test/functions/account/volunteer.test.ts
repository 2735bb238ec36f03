import type { CallInput } from '@/domain/contracts'
import { days } from '@/domain/shared/time'
import { lastAnswer } from '../../support/function-log'
import { roadOf } from '../../support/order-road'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()
const road = roadOf(test)

const profile = (
  overrides: Partial<CallInput<'account.putVolunteer'>> = {},
): CallInput<'account.putVolunteer'> => ({
  skills: ['repair'],
  cap: 3,
  offUntil: null,
  times: [],
  avoids: [],
  ...overrides,
})
const put = (overrides: Partial<CallInput<'account.putVolunteer'>>, who: string = people.volunteer) =>
  test.as(who).call('account.putVolunteer', profile(overrides))

it('volunteer: says what they can do and when; it is theirs to read again', async () => {
  const times = [{ weekday: 3, from: 540, to: 720 }]
  const { account } = await put({ skills: ['gas', 'gas', 'repair'], cap: 2, times })
  expect(account).toMatchObject({ skills: ['gas', 'repair'], volunteer: { cap: 2, times } })
  expect(lastAnswer(test, 'account.putVolunteer').waits).toBeLessThanOrEqual(3)
  expect((await test.as(people.volunteer).call('account.me', {})).account).toEqual(account)
})

it('resident: who is no volunteer cannot', async () => {
  expect(await test.as(people.li).code('account.putVolunteer', profile())).toBe('Forbidden')
  expect(await test.as(people.newcomer).code('account.putVolunteer', profile())).toBe('NotSignedIn')
})

it.each([
  ['no cap', { cap: 0 }],
  ['a cap that nobody keeps', { cap: 11 }],
  ['a skill that there is not', { skills: ['flying'] }],
  ['a time that ends before it begins', { times: [{ weekday: 1, from: 720, to: 600 }] }],
  ['a weekday that there is not', { times: [{ weekday: 7, from: 0, to: 60 }] }],
])('volunteer: %s is bad input', async (_what, wrong) => {
  const input = { ...profile(), ...wrong } as CallInput<'account.putVolunteer'>
  expect(await test.as(people.volunteer).code('account.putVolunteer', input)).toBe('BadInput')
})

describe('what a volunteer decided is kept when staff dispatch', () => {
  const dispatchCode = async () => {
    const { _id: orderId } = await road.place()
    const to = { kind: 'people' as const, volunteerIds: ['volunteer-wang'] }
    return test.as(people.staff).code('order.dispatch', { orderId, to })
  }

  it('without the skill', async () => {
    await put({ skills: [] })
    expect(await dispatchCode()).toBe('NotEligible')
  })

  it('not this month, and again after it', async () => {
    await put({ offUntil: test.cloud.clock.now() + days(1) })
    expect(await dispatchCode()).toBe('NotEligible')
    test.cloud.clock.travel(days(1) + 1000)
    expect(await dispatchCode()).toBe('ok')
  })

  it('not to someone whom they would rather not go to', async () => {
    await put({ avoids: ['resident-li'] })
    expect(await dispatchCode()).toBe('NotEligible')
  })

  it('no more at once than they want', async () => {
    await put({ cap: 1 })
    await road.acceptedOrder()
    expect(await dispatchCode()).toBe('NotEligible')
  })
})

it('volunteer: takes no more from the hall than they want, and again once one is done', async () => {
  await put({ cap: 1 })
  const first = await road.acceptedOrder()
  const second = await road.dispatchToHall(await road.place())
  const take = () => test.as(people.volunteer).code('order.accept', { orderId: second._id })
  expect(await take()).toBe('NotEligible')
  await road.complete(await road.checkIn(first))
  expect(await take()).toBe('ok')
  expect(lastAnswer(test, 'order.accept').waits).toBeLessThanOrEqual(3)
})

it('volunteer: a bound that was miscounted is put right by the orders before it keeps them from helping', async () => {
  const openIds = ['order-gone-1', 'order-gone-2', 'order-gone-3']
  await test.cloud.database.update('accounts', { _id: 'volunteer-wang' }, { $set: { openIds } })
  const order = await road.dispatchToHall(await road.place())
  expect(await test.as(people.volunteer).code('order.accept', { orderId: order._id })).toBe('ok')
  expect(await test.cloud.database.get('accounts', 'volunteer-wang')).toMatchObject({ openIds: [order._id] })
})

it('consent: each tap is one message more of each kind', async () => {
  await test.as(people.li).call('account.consent', { moments: ['accepted', 'completed', 'accepted'] })
  await test.as(people.li).call('account.consent', { moments: ['accepted'] })
  expect((await test.as(people.li).call('account.me', {})).account?.consents).toEqual({
    accepted: 2,
    completed: 1,
  })
  expect(lastAnswer(test, 'account.consent').waits).toBeLessThanOrEqual(3)
})

it.each([
  ['none', []],
  ['more than a dialog can ask', ['offered', 'accepted', 'completed', 'released', 'cancelled', 'closed']],
  ['one that there is not', ['shouted']],
])('consent: %s is bad input', async (_what, moments) => {
  const input = { moments } as CallInput<'account.consent'>
  expect(await test.as(people.li).code('account.consent', input)).toBe('BadInput')
})

it('who agrees to be told once more is counted once, however often the request comes', async () => {
  const me = test.as(people.li)
  const consents = async () => (await me.call('account.me', {})).account?.consents
  for (let n = 0; n < 2; n += 1) await me.call('account.consent', { moments: ['accepted'] }, 'consent-0001')
  expect(await consents()).toEqual({ accepted: 1 })
  await me.call('account.consent', { moments: ['accepted'] }, 'consent-0002')
  expect(await consents()).toEqual({ accepted: 2 })
})
