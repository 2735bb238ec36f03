import { patience } from '@/domain/order/effects'
import { orderSchema } from '@/domain/order/schema'
import { anOrder } from '../../support/factories/order'
import { roadOf } from '../../support/order-road'
import { people, useTestCloud } from '../../support/test-cloud'

const test = useTestCloud()
const road = roadOf(test)

const stored = async (id: string) => orderSchema.parse(await test.cloud.database.get('orders', id))
const tick = () => test.cloud.timers.fire('timers', 'everyMinute')

it('an offer that nobody answers is back at the desk after its time, not before', async () => {
  const { _id } = await road.dispatchTo(await road.place())
  test.cloud.clock.travel(patience.offer - 60_000)
  await tick()
  expect((await stored(_id)).status).toBe('dispatched')
  test.cloud.clock.travel(60_001)
  await tick()
  expect(await stored(_id)).toMatchObject({ status: 'placed', offer: null, wakeAt: null })
})

it('a claim that stands idle long after it was due is back at the desk', async () => {
  const { _id, dueAt } = await road.acceptedOrder()
  test.cloud.clock.set(dueAt + patience.claim + 1)
  await tick()
  expect(await stored(_id)).toMatchObject({ status: 'placed', assigneeId: null })
})

it('a visit under way is left alone, however long it takes', async () => {
  const { _id } = await road.checkIn(await road.acceptedOrder())
  test.cloud.clock.travel(30 * 86_400_000)
  await tick()
  expect((await stored(_id)).status).toBe('inService')
})

it('seven silent days close an order; the resident is told', async () => {
  const { _id } = await road.completedOrder()
  test.cloud.consents.grant(people.li, 'TEMPLATE-CLOSED')
  test.cloud.clock.travel(patience.rating + 1)
  await tick()
  const order = await stored(_id)
  expect(order).toMatchObject({ status: 'closed', hasOutbox: false })
  expect(order.activity.at(-1)).toMatchObject({ event: 'expire', by: null })
  expect(test.cloud.outbox.list().map(({ templateId }) => templateId)).toContain('TEMPLATE-CLOSED')
})

it('running again, or twice at once, does nothing twice', async () => {
  const { _id } = await road.completedOrder()
  test.cloud.clock.travel(patience.rating + 1)
  await Promise.all([tick(), tick(), tick()])
  await tick()
  expect((await stored(_id)).activity.filter(({ event }) => event === 'expire')).toHaveLength(1)
})

it('an outage leaves more than one batch: one run catches up', async () => {
  const now = test.cloud.clock.now()
  const orders = Array.from({ length: 130 }, (_, n) =>
    anOrder({ _id: `left-behind-${n}`, status: 'dispatched', wakeAt: now - 1000 }),
  )
  await test.cloud.database.insert('orders', orders)
  await tick()
  expect(await test.cloud.database.count('orders', { phase: 'waiting' })).toBe(130)
}, 30_000)

it('messages that a function could not send are sent by the timer', async () => {
  const entry = { id: 'left-1', to: 'resident-li', moment: 'accepted', at: 1 } as const
  await test.cloud.database.insert('orders', [
    anOrder({ status: 'accepted', outbox: [entry], hasOutbox: true, wakeAt: null }),
  ])
  const before = test.cloud.outbox.list().length
  test.cloud.consents.grant(people.li, 'TEMPLATE-ACCEPTED')
  await tick()
  expect(test.cloud.outbox.list().slice(before)).toMatchObject([
    { openid: people.li, templateId: 'TEMPLATE-ACCEPTED' },
  ])
  expect(await stored('order-0001')).toMatchObject({ outbox: [], hasOutbox: false })
})

it('several who relay the same messages at once use up one consent', async () => {
  const entry = { id: 'once-1', to: 'resident-li', moment: 'accepted', at: 1 } as const
  const order = anOrder({ status: 'accepted', outbox: [entry], hasOutbox: true, wakeAt: null })
  await test.cloud.database.insert('orders', [order])
  const before = test.cloud.outbox.list().length
  for (let n = 0; n < 3; n += 1) test.cloud.consents.grant(people.li, 'TEMPLATE-ACCEPTED')
  await Promise.all([tick(), tick(), tick()])
  expect(test.cloud.outbox.list()).toHaveLength(before + 1)
})

it('a person who calls the timers is turned away', async () => {
  const { _id } = await road.completedOrder()
  test.cloud.clock.travel(patience.rating + 1)
  const event = { Type: 'Timer', TriggerName: 'everyMinute' }
  expect(await test.cloud.functions.invoke('timers', event, { openid: people.li })).toEqual({ done: {} })
  expect((await stored(_id)).status).toBe('completed')
})
