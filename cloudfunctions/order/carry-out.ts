import { applyEvent, type EventPayloads } from '@/domain/order/effects'
import { can } from '@/domain/order/policy'
import { presentOrder, type OrderView } from '@/domain/order/present'
import type { Order, OrderEvent } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import type { Account } from '@/domain/account/schema'
import type { Logger } from '../_runtime/log'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { relayOutbox } from './relay-outbox'
import { orderTopics } from './order-topics'
import { saveEvent } from './save-event'

interface Request {
  actor: Account
  now: number
  requestId: string
  store: Store
  log: Logger
}

/**
 * Makes an event happen and tells those concerned. The same request again answers as the first time.
 * @throws AppError Conflict when the order no longer stands where the event is possible
 */
export async function carryOut<E extends OrderEvent>(
  { actor, now, requestId, store, log }: Request,
  order: Order,
  event: E,
  payload: EventPayloads[E],
): Promise<{ order: OrderView }> {
  if (isDone(order, event, actor, requestId)) return answerAgain(store, order, actor)
  if (!can(actor, event, order)) throw new AppError('Conflict', { status: order.status })
  const after = applyEvent(order, event, payload, { actor, at: now, requestId })
  if (!(await saveEvent(store, order, after))) {
    const current = await store.orders.get(order._id)
    if (current && isDone(current, event, actor, requestId)) return answerAgain(store, current, actor)
    throw new AppError('Conflict', { status: current?.status })
  }
  await moveSignals(store, orderTopics(order, after))
  // What fails here is sent by the timer: the messages are in the order.
  await relayOutbox(store, after, log).catch((error: unknown) => log.error('outboxLeft', error))
  return { order: presentOrder(actor, after) }
}

/** Has this person made this very event happen with this very request? */
const isDone = (order: Order, event: OrderEvent, actor: Account, requestId: string): boolean =>
  order.activity.some((line) => line.requestId === requestId && line.event === event && line.by === actor._id)

/** The first time may have ended between writing and telling: tell again, it does no harm. */
async function answerAgain(store: Store, order: Order, actor: Account): Promise<{ order: OrderView }> {
  await moveSignals(store, orderTopics(order))
  return { order: presentOrder(actor, order) }
}
