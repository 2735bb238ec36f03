import type { Order } from '@/domain/order/schema'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/**
 * Writes what an event changed, if the order is still as it was decided on; its history line and its messages
 * go in the same update. One round trip, and no lock: of any number at once, one finds the version it knows.
 * Answers false when another event came first; then nothing has changed.
 */
export async function saveEvent(store: Store, before: Order, after: Order): Promise<boolean> {
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
  return updated === 1
}
