import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/**
 * Writes what an event changed, if the order is still as it was decided on; its history line and its messages
 * go in the same update. One round trip, and no lock: of any number at once, one finds the version it knows.
 * @throws AppError Conflict when another event came first
 */
export async function saveEvent(store: Store, before: Order, after: Order): Promise<void> {
  const { _id, activity, outbox, ...fields } = after
  const news = activity.slice(before.activity.length)
  const messages = outbox.slice(before.outbox.length)
  const changed = Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => before[key as keyof Order] !== value),
  )
  const updated = await store.orders.update({ _id, version: before.version }, changed, {
    activity: command.push(news),
    ...(messages.length > 0 ? { outbox: command.push(messages) } : {}),
  })
  if (updated === 0) {
    const now = await store.orders.get(_id)
    throw new AppError('Conflict', { status: now?.status })
  }
}
