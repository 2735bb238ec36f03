import { anOrder } from '../../support/factories/order'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()
const orderId = 'order-0001'
const hold = (overrides: Parameters<typeof anOrder>[0]) =>
  test.cloud.database.insert('orders', [anOrder(overrides)])
const offerAnother = async (): Promise<string> => {
  await test.cloud.database.insert('orders', [anOrder({ _id: 'order-0002' })])
  const to = { kind: 'people' as const, volunteerIds: ['volunteer-wang'] }
  return test.as(people.staff).code('order.dispatch', { orderId: 'order-0002', to })
}

it('volunteer: who would rather not go there again is offered no more of theirs, until they say otherwise', async () => {
  await hold({ status: 'completed' })
  await test.as(people.volunteer).call('order.avoid', { orderId })
  await test.as(people.volunteer).call('order.avoid', { orderId })
  const { account } = await test.as(people.volunteer).call('account.me', {})
  expect(account?.volunteer.avoids).toEqual(['resident-li'])
  expect(await offerAnother()).toBe('NotEligible')
  const { skills, volunteer } = account!
  await test.as(people.volunteer).call('account.putVolunteer', { ...volunteer, skills, avoids: [] })
  await test.cloud.database.remove('orders', { _id: 'order-0002' })
  expect(await offerAnother()).toBe('ok')
})

it('the one helped: is told nothing of it', async () => {
  await hold({ status: 'completed' })
  await test.as(people.volunteer).call('order.avoid', { orderId })
  const { order } = await test.as(people.li).call('order.get', { orderId })
  expect(order.activity).toHaveLength(1)
  expect(JSON.stringify(order)).not.toContain('avoid')
})

it.each(['li', 'second', 'leader', 'staff', 'otherStaff', 'neighbour'] as const)(
  '%s: who was not there cannot',
  async (who) => {
    await hold({ status: 'completed' })
    expect(await test.as(people[who]).code('order.avoid', { orderId })).toBe('Forbidden')
  },
)

it('volunteer: whom they name at one moment, and while they save their hours, is kept; fifty at most', async () => {
  await hold({ status: 'completed' })
  await test.cloud.database.insert('orders', [
    anOrder({ _id: 'order-0003', status: 'completed', requesterId: 'resident-five' }),
  ])
  const me = test.as(people.volunteer)
  const own = { cap: 5, offUntil: null, times: [], skills: ['repair' as const] }
  await Promise.all([
    me.call('order.avoid', { orderId }),
    me.call('order.avoid', { orderId: 'order-0003' }),
    me.call('account.putVolunteer', own),
    me.call('account.putVolunteer', own),
  ])
  const avoids = async () => (await me.call('account.me', {})).account!.volunteer.avoids
  expect((await avoids()).sort()).toEqual(['resident-five', 'resident-li'])
  await me.call('account.putVolunteer', { ...own, avoids: ['resident-li'] })
  expect(await avoids()).toEqual(['resident-li'])
  const fifty = Array.from({ length: 50 }, (_, n) => `resident-number-${n}`)
  const full = { $set: { 'volunteer.avoids': fifty } }
  await test.cloud.database.update('accounts', { _id: 'volunteer-wang' }, full)
  expect(await me.code('order.avoid', { orderId })).toBe('LimitReached')
})
