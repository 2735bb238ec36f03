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
