import { relayOutbox } from '../../order/relay-outbox'
import { batch, type DutyContext } from '../duty'

/** Sends the messages that the functions could not: answers of how many orders. */
export async function relayOutboxes({ store, log }: DutyContext): Promise<number> {
  const waiting = await store.orders.find({ hasOutbox: true }, { limit: batch.size })
  for (const order of waiting) await relayOutbox(store, order, log)
  return waiting.length
}
