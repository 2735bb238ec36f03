import { roadOf } from '../../support/order-road'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()
const road = roadOf(test)

/** The leader orders for a neighbour without an account. */
const placeFor = (name: string, text: string) =>
  road.place(
    text,
    {
      beneficiary: { kind: 'other', name, relation: 'resident', userId: null, consent: 'present' },
      roomNumber: '1502',
    },
    people.leader,
  )

it('staff: of two neighbours without an account nobody says that the one was helped before', async () => {
  await road.complete(
    await road.checkIn(await road.accept(await road.dispatchTo(await placeFor('李奶奶', '水管滴水')))),
  )
  const { _id: orderId } = await placeFor('王爷爷', '灯泡不亮了')
  const { items } = await test.as(people.staff).call('order.suggest', { orderId })
  const wang = items.find(({ userId }) => userId === 'volunteer-wang')
  expect(wang?.monthCount).toBe(1)
  expect(wang?.reasons).not.toContain('helpedBefore')
})
