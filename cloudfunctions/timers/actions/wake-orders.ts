import { applyEvent } from '@/domain/order/effects'
import type { Order, OrderEvent } from '@/domain/order/schema'
import { transitionOf } from '@/domain/order/transitions'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import { orderTopics } from '../../order/order-topics'
import { saveEvent } from '../../order/save-event'
import { batch, type DutyContext } from '../duty'

const clockEvents = ['lapse', 'expire'] as const satisfies readonly OrderEvent[]

/** Offers that nobody answered, claims that stood idle, ratings that never came: answers how many moved on. */
export async function wakeOrders({ store, log, now }: DutyContext): Promise<number> {
  let woken = 0
  for (let round = 0; round < batch.rounds; round += 1) {
    const due = await store.orders.find(
      { wakeAt: command.lte(now) },
      { orderBy: ['wakeAt', 'asc'], limit: batch.size },
    )
    for (const order of due) {
      const event = clockEvents.find((candidate) => transitionOf(order.status, candidate) !== null)
      if (event) woken += await wake({ store, log, now }, order, event)
    }
    if (due.length < batch.size) break
  }
  return woken
}

async function wake(
  { store, log, now }: DutyContext,
  order: Order,
  event: (typeof clockEvents)[number],
): Promise<number> {
  // The same for every run that sees the order as it is: one of them writes it.
  const requestId = `clock-${order._id}-${order.version}`
  const after = applyEvent(order, event, {}, { actor: null, at: now, requestId })
  if (!(await saveEvent(store, order, after))) {
    log.info('movedByOthers', { orderId: order._id })
    return 0
  }
  await moveSignals(store, orderTopics(order, after))
  return 1
}
