import { renderHook } from '@testing-library/react'
import type { OrderView } from '@/domain/order/present'
import { presentOrder } from '@/domain/order/present'
import { useArrivals } from '@/features/dispatch/use-arrivals'
import { aStaffMember } from '../support/factories/account'
import { anOrder } from '../support/factories/order'

const order = (id: string, createdAt = Date.now()): OrderView =>
  presentOrder(aStaffMember(), anOrder({ _id: id, createdAt }))

const watchDesk = (first: OrderView[] | null) =>
  renderHook(({ orders }) => useArrivals(orders), { initialProps: { orders: first } })

test('what waits when the desk is opened is no news', () => {
  const { result } = watchDesk([order('order-0001')])
  expect(result.current.newest).toBeNull()
})

test('what comes while the desk is open is', () => {
  const { result, rerender } = watchDesk(null)
  rerender({ orders: [order('order-0001')] })
  rerender({ orders: [order('order-0001'), order('order-0002')] })
  expect(result.current.newest?._id).toBe('order-0002')
  expect([...result.current.ids]).toEqual(['order-0002'])
})

test('a further page of old orders is no news', () => {
  const { result, rerender } = watchDesk([order('order-0001')])
  rerender({ orders: [order('order-0001'), order('order-0002', Date.now() - 3_600_000)] })
  expect(result.current.count).toBe(0)
})
