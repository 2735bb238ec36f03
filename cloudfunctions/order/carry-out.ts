import type { Account } from '@/domain/account/schema'
import { applyEvent } from '@/domain/order/apply'
import type { EventPayloads } from '@/domain/order/event-payloads'
import { can } from '@/domain/order/policy'
import { presentOrder, type OrderView } from '@/domain/order/present'
import type { Activity } from '@/domain/order/parts'
import type { Order } from '@/domain/order/schema'
import type { OrderEvent } from '@/domain/order/status'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { keepBooks } from './keep-books'
import { orderTopics, proxiesOf } from './order-topics'
import { saveEvent } from './save-event'
import { tellEvent } from './tell-event'
import { newestBefore, writeLine } from './write-thread'

interface Request {
  actor: Account
  now: number
  requestId: string
  store: Store
}

/** Writes the order after an event; false: another came first, and nothing has changed. */
type Save = (before: Order, after: Order) => Promise<boolean>

/** How often an event that is still possible is tried again after others came first: a call for fifty has fifty takers. */
const attempts = 60

/**
 * Makes an event happen and tells those concerned. The same request again answers as the first time. Messages to
 * WeChat are left in the order for the timer: nobody waits for them here.
 * @throws AppError Conflict when the order no longer stands where the event is possible
 */
export async function carryOut<E extends OrderEvent>(
  request: Request,
  order: Order,
  event: E,
  payload: EventPayloads[E],
  save: Save = (before, after) => saveEvent(request.store, before, after),
): Promise<{ order: OrderView }> {
  const { actor, now, requestId, store } = request
  let current: Order | null = order
  for (let attempt = 1; current && attempt <= attempts; attempt += 1) {
    const done = lineOf(current, event, request)
    if (done) return answerAgain(store, current, actor, done)
    if (!can(actor, event, current)) break
    const after = applyEvent(current, event, payload, { actor, at: now, requestId })
    const newest = newestBefore(store, current._id, event, current.status)
    const proxies = proxiesOf(store, current)
    if (await save(current, after)) {
      await tellEvent(store, current, after, newest, proxies)
      return { order: presentOrder(actor, after) }
    }
    current = await store.orders.get(order._id)
  }
  throw new AppError('Conflict', { status: current?.status })
}

/** The line of the history, where this person has made this very event happen with this very request. */
const lineOf = (order: Order, event: OrderEvent, { actor, requestId }: Request): Activity | undefined =>
  order.activity.find((line) => line.requestId === requestId && line.event === event && line.by === actor._id)

/**
 * The first time may have ended between writing and telling: tell again, it does no harm. Who had it before is told
 * by the history alone.
 */
async function answerAgain(
  store: Store,
  order: Order,
  actor: Account,
  line: Activity,
): Promise<{ order: OrderView }> {
  const takerIds = order.activity.flatMap(({ event, by }) =>
    by !== null && (event === 'accept' || event === 'takeOver') ? [by] : [],
  )
  const isTaking = line.event === 'accept' || line.event === 'takeOver'
  const takers = order.takers.filter(({ userId }) => !isTaking || userId !== actor._id)
  const before = { ...order, takers, takerIds: [...new Set(takerIds)] }
  await Promise.all([
    proxiesOf(store, order).then((proxyIds) =>
      moveSignals(store, [...orderTopics(order, order, proxyIds), ...before.takerIds.map(topics.user)]),
    ),
    keepBooks(store, before, order),
    writeLine(store, order, line, newestBefore(store, order._id, line.event, line.from)),
  ])
  return { order: presentOrder(actor, order) }
}
