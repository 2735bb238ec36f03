import { Transactions } from '../../../local-cloud/database/transactions'
import { CloudError } from '../../../local-cloud/errors'
import { places } from '../../support/factories/places'
import { crowd } from '../../support/more-people'
import { roadOf } from '../../support/order-road'
import { everyone, people, useTestCloud } from '../../support/test-cloud'

const volunteers = crowd(100)
const test = useTestCloud([...everyone(), ...volunteers])
const road = roadOf(test)

const openOrdersOf = async () =>
  (await test.cloud.database.find('accounts', { 'openIds.0': { $exists: true } })).map(({ _id }) => _id)

it('a hundred volunteers take one order in the same instant: one has it, ninety-nine hear that they came too late', async () => {
  const { _id: orderId } = await road.dispatchToHall(await road.place('搬一箱书', { serviceId: 'carry' }))
  const codes = await Promise.all(
    volunteers.map(({ openid }) => test.as(openid).code('order.accept', { orderId })),
  )
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  expect(codes.filter((code) => code === 'Conflict')).toHaveLength(99)
  const winner = volunteers[codes.indexOf('ok')]
  const order = await road.stored(orderId)
  expect(order).toMatchObject({ status: 'accepted', takerIds: [winner?._id] })
  expect(order.activity.filter(({ event }) => event === 'accept')).toHaveLength(1)
  expect(await openOrdersOf()).toEqual([winner?._id])
}, 60_000)

it('thirty volunteers run for twelve places: exactly twelve have one, and no place is taken twice', async () => {
  const runners = volunteers.slice(0, 30)
  const { _id: orderId } = await road.dispatchToHall(await road.placeForMany(12))
  const codes = await Promise.all(
    runners.map(({ openid }) => test.as(openid).code('order.accept', { orderId })),
  )
  expect(codes.filter((code) => code === 'ok')).toHaveLength(12)
  expect(codes.filter((code) => code === 'Conflict')).toHaveLength(18)
  const { status, takerIds, takers } = await road.stored(orderId)
  expect(status).toBe('accepted')
  expect(new Set(takerIds).size).toBe(12)
  expect(new Set(takerIds)).toEqual(
    new Set(runners.filter((_, index) => codes[index] === 'ok').map(({ _id }) => _id)),
  )
  expect(takers).toHaveLength(12)
  expect(new Set(await openOrdersOf())).toEqual(new Set(takerIds))
}, 60_000)

it('volunteer: takes a place while eight others touch the order, one after the other; it is theirs all the same', async () => {
  const [runner] = volunteers
  const { _id: orderId } = await road.dispatchToHall(await road.placeForMany(12))
  const { stage } = Transactions.prototype
  let others = 8
  const staging = jest.spyOn(Transactions.prototype, 'stage').mockImplementation(function (
    this: Transactions,
    ...writes
  ) {
    others -= 1
    if (others >= 0) throw new CloudError('DATABASE_TRANSACTION_CONFLICT', 'TransactionConflict')
    stage.apply(this, writes)
  })
  const code = await test.as(runner!.openid).code('order.accept', { orderId })
  staging.mockRestore()
  expect([code, others < 0, (await road.stored(orderId)).takerIds]).toEqual(['ok', true, [runner!._id]])
})

it('ten offered at once: the first to accept has it, and the others are told that it is gone', async () => {
  const offered = volunteers.slice(0, 10)
  const placed = await road.place('搬一箱书', { serviceId: 'carry' })
  const { _id: orderId } = await road.dispatchTo(placed, ...offered.map(({ _id }) => _id))
  const codes = await Promise.all(
    offered.map(({ openid }) => test.as(openid).code('order.accept', { orderId })),
  )
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  const { takerIds, offer, outbox } = await road.stored(orderId)
  expect(takerIds).toEqual([offered[codes.indexOf('ok')]?._id])
  expect(offer).toBeNull()
  expect(outbox.some(({ to, moment }) => to === 'resident-li' && moment === 'accepted')).toBe(true)
}, 60_000)

it('one volunteer takes six orders in the same instant: as many are theirs as they want, and no more', async () => {
  const [runner] = volunteers
  const placed = []
  for (let n = 0; n < 6; n += 1)
    placed.push(await road.dispatchToHall(await road.place(`搬第 ${n} 箱书`, { serviceId: 'carry' })))
  const codes = await Promise.all(
    placed.map(({ _id: orderId }) => test.as(runner!.openid).code('order.accept', { orderId })),
  )
  const { cap } = runner!.volunteer
  expect([...codes].sort()).toEqual([...Array(6 - cap).fill('NotEligible'), ...Array(cap).fill('ok')])
  const taken = await test.cloud.database.find('orders', { takerIds: runner!._id })
  expect(taken).toHaveLength(cap)
  const account = await test.cloud.database.get('accounts', runner!._id)
  expect(account?.openIds).toEqual(expect.arrayContaining(taken.map(({ _id }) => _id)))
  expect(account?.openIds).toHaveLength(cap)
})

it('resident: sends a dozen orders in the same instant; ten are placed, and the rest are too many for a day', async () => {
  const codes = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      test.as(people.li).code('order.create', {
        serviceId: 'carry',
        text: `搬第 ${n} 件家具`,
        homePath: places.building4,
      }),
    ),
  )
  expect([codes.filter((code) => code === 'ok').length, new Set(codes)]).toEqual([
    10,
    new Set(['ok', 'LimitReached']),
  ])
  expect(await test.cloud.database.count('orders')).toBe(10)
})

it('the resident cancels while a volunteer accepts: one of the two hears that the other came first', async () => {
  for (let n = 0; n < 4; n += 1) {
    const { _id: orderId } = await road.dispatchToHall(
      await road.place(`搬第 ${n} 箱`, { serviceId: 'carry' }),
    )
    const [cancelled, accepted] = await Promise.all([
      test.as(people.li).code('order.cancel', { orderId, note: '不用了' }),
      test.as(volunteers[n]!.openid).code('order.accept', { orderId }),
    ])
    const order = await road.stored(orderId)
    // An accepted order may still be cancelled; a cancelled one is never accepted.
    expect(cancelled).toBe('ok')
    expect(order.status).toBe('cancelled')
    expect(order.activity.map(({ event }) => event)).toEqual(
      accepted === 'ok' ? ['create', 'dispatch', 'accept', 'cancel'] : ['create', 'dispatch', 'cancel'],
    )
    expect(await openOrdersOf()).toEqual([])
  }
})
