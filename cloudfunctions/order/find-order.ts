import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import type { Store } from '../_runtime/store'

/** @throws AppError NotFound */
export async function findOrder(store: Store, orderId: string): Promise<Order> {
  const order = await store.orders.get(orderId)
  if (!order) throw new AppError('NotFound')
  return order
}
