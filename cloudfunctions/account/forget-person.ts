import { formerNeighbour } from '@/copy/people'
import { forgottenIn } from '@/domain/account/forget'
import type { Account } from '@/domain/account/schema'
import { applyEvent } from '@/domain/order/apply'
import { can } from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import type { Logger } from '../_runtime/log'
import { command, deleteFiles } from '../_runtime/sdk'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { keepBooks } from '../order/keep-books'
import { orderTopics } from '../order/order-topics'
import { saveEvent } from '../order/save-event'

interface Context {
  store: Store
  log: Logger
  /** ms since 1970 */
  now: number
}

/** Orders looked at in one query; a person has few more in a life. */
const batch = 100
/** While a volunteer is on the way to them, the order ends first: then it is looked at again. */
const again = 3_600_000

/**
 * Forgets someone who has cancelled their account, wherever they were named: open orders are handed back or
 * cancelled, then names, flats, phones, voices and pictures go. Done twice it does no harm; true once nothing is left.
 * What somebody did in an office (notices, decisions, looks at personal data) stays under the name they did it in.
 */
export async function forgetPerson({ store, log, now }: Context, account: Account): Promise<boolean> {
  const { _id } = account
  const [helped, taken] = await Promise.all([
    ordersOf(store, 'helpedIds', _id),
    ordersOf(store, 'takerIds', _id),
  ])
  const served = await ordersOf(store, 'servedIds', _id)
  const orders = [...new Map([...helped, ...taken, ...served].map((order) => [order._id, order])).values()]
  let left = 0
  for (const order of orders) if (!(await forgetOrder(store, account, order, now))) left += 1
  await Promise.all([
    store.messages.update({ authorId: _id }, { authorName: formerNeighbour }),
    store.series.update(
      { requesterId: _id },
      { isActive: false, nextDay: null, wakeAt: null, requesterName: formerNeighbour },
    ),
    store.series.update({ 'volunteer.userId': _id }, { volunteer: null }),
    store.appointments.update({ userId: _id }, { name: formerNeighbour }),
    dropProxy(store, _id),
  ])
  const isDone = left === 0
  await store.accounts.update({ _id }, { forgetAt: isDone ? null : now + again })
  log.info('forgotten', { orders: orders.length, left })
  return isDone
}

/** An index on the part and the phase answers for those still under way and those done alike. */
const anyPhase = { phase: command.in(['waiting', 'later', 'moving', 'done']) }
const partsOf = { helpedIds: anyPhase, takerIds: anyPhase, servedIds: {} } as const

/** All orders in which someone has this part, page by page. */
async function ordersOf(store: Store, part: keyof typeof partsOf, userId: string): Promise<Order[]> {
  const found: Order[] = []
  for (let cursor: string | null = null; ;) {
    const where = { [part]: userId, ...partsOf[part] }
    const page = await store.orders.page(where, 'createdKey', 'desc', { cursor, limit: batch })
    found.push(...page.items)
    cursor = page.nextCursor
    if (cursor === null) return found
  }
}

/** True once nothing in the order tells of them. */
async function forgetOrder(store: Store, account: Account, order: Order, now: number): Promise<boolean> {
  const settled = await handBack(store, account, order, now)
  const forgotten = forgottenIn(settled, account._id, formerNeighbour)
  const { _id, version } = settled
  const {
    requesterName,
    beneficiary,
    takers,
    served,
    offer,
    activity,
    contact,
    voice,
    photoFileIds,
    answers,
  } = forgotten
  // Not the outbox, from which the clock takes what it sends without a new version.
  const fields = {
    requesterName,
    beneficiary,
    takers,
    served,
    offer,
    activity,
    contact,
    voice,
    photoFileIds,
    answers,
  }
  const isSaved = (await store.orders.update({ _id, version }, { ...fields, version: version + 1 })) === 1
  const isOver = settled.phase === 'done' || !settled.helpedIds.includes(account._id)
  if (isSaved && isOver && settled.phase === 'done')
    await deleteFiles([...order.photoFileIds, ...(order.voice ? [order.voice.fileId] : [])]).catch(
      () => undefined,
    )
  return isSaved && isOver
}

/** An open order of theirs is cancelled; one that they had taken goes back to the office. */
async function handBack(store: Store, account: Account, order: Order, now: number): Promise<Order> {
  const event = (['release', 'cancel'] as const).find((one) => can(account, one, order))
  if (!event) return order
  const requestId = `farewell-${order._id}`.slice(0, 32)
  const after = applyEvent(order, event, { note: '' } as never, { actor: account, at: now, requestId })
  if (!(await saveEvent(store, order, after))) return order
  await Promise.all([moveSignals(store, orderTopics(order, after)), keepBooks(store, order, after)])
  return after
}

/** They act for nobody any more. */
async function dropProxy(store: Store, userId: string): Promise<void> {
  await store.accounts.update(
    { proxyIds: userId },
    {},
    { proxies: command.pull({ userId }), proxyIds: command.pull(userId) },
  )
}
