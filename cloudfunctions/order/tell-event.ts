import type { Order } from '@/domain/order/schema'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { keepBooks } from './keep-books'
import { orderTopics, proxiesOf } from './order-topics'
import { writeLine } from './write-thread'

/**
 * Once an event is written: a line in the order's thread, the books, and the phones of those concerned; all on their
 * way together. @param newest see `newestBefore` @param proxies see `proxiesOf`
 */
export async function tellEvent(
  store: Store,
  before: Order,
  after: Order,
  newest: Promise<number | undefined>,
  proxies: Promise<string[]> = proxiesOf(store, after),
): Promise<void> {
  const line = after.activity.at(-1)
  await Promise.all([
    keepBooks(store, before, after),
    line && writeLine(store, after, line, newest),
    proxies.then((proxyIds) => moveSignals(store, orderTopics(before, after, proxyIds))),
  ])
}
