import { orderSchema } from '@/domain/order/schema'
import { aVolunteer } from '../../support/factories/account'
import { roadOf } from '../../support/order-road'
import { everyone, useTestCloud } from '../../support/test-cloud'

const volunteers = Array.from({ length: 100 }, (_, index) =>
  aVolunteer({ _id: `volunteer-${index + 100}`, nickname: `志愿者${index + 1}` }),
)

const test = useTestCloud([...everyone(), ...volunteers])

it('a hundred volunteers take one order in the same instant: one has it, ninety-nine hear that they came too late', async () => {
  const road = roadOf(test)
  const { _id: orderId } = await road.dispatchToHall(await road.place())
  const codes = await Promise.all(
    volunteers.map(({ openid }) => test.as(openid).code('order.accept', { orderId })),
  )
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  expect(codes.filter((code) => code === 'Conflict')).toHaveLength(99)
  const winner = volunteers[codes.indexOf('ok')]
  const order = orderSchema.parse(await test.cloud.database.get('orders', orderId))
  expect(order).toMatchObject({ status: 'accepted', assigneeId: winner?._id })
  expect(order.activity.filter(({ event }) => event === 'accept')).toHaveLength(1)
}, 60_000)
