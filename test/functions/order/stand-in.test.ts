import { aTaker, anOrder } from '../../support/factories/order'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()
const zhao = 'volunteer-zhao'
const orderId = 'order-0001'

const standInsOf = async (openid: string): Promise<string[]> =>
  (await test.as(openid).call('order.listTasks', { view: 'standIn' })).items.map(({ _id }) => _id)

/** Wang has taken an order that anyone can do, and asks Zhao to go instead. */
async function askZhao(): Promise<void> {
  const order = anOrder({ status: 'accepted' })
  const service = { ...order.service, skills: [] }
  await test.cloud.database.insert('orders', [{ ...order, service }])
  await test.as(people.volunteer).call('order.proposeStandIn', { orderId, volunteerId: zhao })
}

it('volunteer: finds what a fellow asks them to stand in for, and nobody else does', async () => {
  await askZhao()
  const { items } = await test.as(people.second).call('order.listTasks', { view: 'standIn' })
  expect(items).toHaveLength(1)
  expect(items[0]?.allowedActions).toContain('takeOver')
  expect(items[0]?.contact).toBeNull()
  expect(await standInsOf(people.volunteer)).toEqual([])
})

it('volunteer: once they have taken over, it is asked no more, and theirs', async () => {
  await askZhao()
  await test.as(people.second).call('order.takeOver', { orderId })
  expect(await standInsOf(people.second)).toEqual([])
  const { items } = await test.as(people.second).call('order.listTasks', { view: 'active' })
  expect(items.map(({ takers }) => takers.map(({ userId }) => userId))).toEqual([[zhao]])
})

it('volunteer: says no, the one who asked is told and still has to go, and may ask another', async () => {
  await askZhao()
  await test.as(people.second).call('order.declineStandIn', { orderId })
  expect(await standInsOf(people.second)).toEqual([])
  const { items } = await test.as(people.volunteer).call('order.listTasks', { view: 'active' })
  expect(items[0]?.takers).toMatchObject([{ userId: 'volunteer-wang', standIn: null }])
  expect(items[0]?.activity.at(-1)).toMatchObject({ event: 'declineStandIn', byName: '赵姐' })
  expect(await test.cloud.database.get('orders', orderId)).toMatchObject({
    outbox: [
      { to: zhao, moment: 'offered' },
      { to: 'volunteer-wang', moment: 'standInDeclined' },
    ],
  })
  expect(await test.as(people.second).code('order.declineStandIn', { orderId })).toBe('Conflict')
  expect(await test.as(people.second).code('order.takeOver', { orderId })).toBe('Conflict')
})

it('volunteer: is not asked any more for an order that was cancelled, or once the other has come after all', async () => {
  await askZhao()
  await test.as(people.volunteer).call('order.checkIn', { orderId })
  expect(await standInsOf(people.second)).toEqual([])

  const cancelled = {
    status: 'cancelled',
    takers: [aTaker({ standIn: { userId: zhao, name: '赵姐' } })],
  } as const
  await test.cloud.database.insert('orders', [
    anOrder({ _id: 'order-0002', ...cancelled, takers: [...cancelled.takers] }),
  ])
  expect(await standInsOf(people.second)).toEqual([])
})
