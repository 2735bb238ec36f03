import { mostCounted } from '@/domain/order/counts'
import { anOrder } from '../../support/factories/order'
import { crowd } from '../../support/more-people'
import { roadOf } from '../../support/order-road'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud([...crowd(290), ...everyone()])
const road = roadOf(test)

it('staff: among nearly three hundred volunteers the skilled one comes first, with what he did of late', async () => {
  await road.acceptedOrder()
  const { _id: orderId } = await road.place()
  const { items } = await test.as(people.staff).call('order.suggest', { orderId })
  expect(items[0]).toMatchObject({ nickname: '王师傅', openCount: 1, isEligible: true })
  const plan = await test.as(people.staff).call('order.plan', {})
  expect(plan.items.map(({ chosenIds }) => chosenIds)).toEqual([['volunteer-wang']])
})

it('staff: a desk is counted as far as fifty, then it has more', async () => {
  const pile = (count: number, from = 0) =>
    Array.from({ length: count }, (_, n) => anOrder({ _id: `order-waiting-${n + from}` }))
  await test.cloud.database.insert('orders', pile(mostCounted - 1))
  expect(await test.as(people.staff).call('order.countDesk', {})).toMatchObject({ waiting: 50, moving: 0 })
  await test.cloud.database.insert('orders', pile(40, mostCounted))
  expect(await test.as(people.staff).call('order.countDesk', {})).toMatchObject({ waiting: 51, moving: 0 })
})
