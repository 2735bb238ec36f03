import { openBeside } from '@/domain/order/fit'
import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { command, isTransactionConflict } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { inTransaction } from '../_runtime/transaction'
import type { Trips } from '../_runtime/trips'

/**
 * Writes what an event changed, if the order is still as it was decided on; its history line and its messages
 * go in the same update. One round trip, and no lock: of any number at once, one finds the version it knows.
 * Answers false when another event came first; then nothing has changed.
 */
export async function saveEvent(store: Store, before: Order, after: Order): Promise<boolean> {
  const { fields, operations } = changesBetween(before, after)
  return (await store.orders.update({ _id: before._id, version: before.version }, fields, operations)) === 1
}

/**
 * As `saveEvent`, where somebody takes the order: it stands on the account of the taker in the same moment, so that of
 * any number taken at once no more are theirs than they want.
 * @throws AppError NotEligible with the reasons
 */
export async function saveTaking(
  trips: Trips,
  takerId: string,
  before: Order,
  after: Order,
): Promise<boolean> {
  const { _id, version } = before
  const { fields, operations } = changesBetween(before, after)
  const taking = inTransaction(trips, async ({ accounts, orders }) => {
    const order = await orders.get(_id)
    if (order?.version !== version) return false
    const taker = await accounts.get(takerId)
    const { openIds = [], volunteer } = taker ?? {}
    const isFull = openBeside(order, openIds).length >= (volunteer?.cap ?? 0) && !openIds.includes(_id)
    if (isFull) throw new AppError('NotEligible', { reasons: ['atCap'] })
    await accounts.update(takerId, {}, { openIds: command.addToSet(_id) })
    return orders.update(_id, fields, operations)
  })
  return taking.catch(falseOnConflict)
}

/**
 * As `saveEvent`, with orders that the event makes: the line that tells of them and they themselves, or none of it.
 * @param made at most a handful
 */
export async function saveWith(
  trips: Trips,
  before: Order,
  after: Order,
  made: readonly Order[],
): Promise<boolean> {
  const { _id, version } = before
  const { fields, operations } = changesBetween(before, after)
  const saving = inTransaction(trips, async ({ orders }) => {
    const order = await orders.get(_id)
    if (order?.version !== version) return false
    for (const one of made) await orders.insert(one)
    return orders.update(_id, fields, operations)
  })
  return saving.catch(falseOnConflict)
}

function falseOnConflict(error: unknown): false {
  if (!isTransactionConflict(error)) throw error
  return false
}

function changesBetween(before: Order, after: Order) {
  const { _id, activity, outbox, ...fields } = after
  const news = activity.slice(before.activity.length)
  const messages = outbox.slice(before.outbox.length)
  const changed: Partial<Order> = Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => before[key as keyof Order] !== value),
  )
  const operations = {
    activity: command.push(news),
    ...(messages.length > 0 ? { outbox: command.push(messages) } : {}),
  }
  return { fields: changed, operations }
}
