import type { Account } from '@/domain/account/schema'
import type { OutboxEntry } from '@/domain/order/parts'
import type { Order } from '@/domain/order/schema'
import { days, minutes } from '@/domain/shared/time'
import type { Logger } from '../_runtime/log'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { holdersAtMost, sendMessage } from './send-message'

/** Where a tap on the message leads. */
const pageOf = (order: Order): string => `pages/order/index?id=${order._id}`

/**
 * Hands an order's due messages to WeChat. Each is taken off before it is sent, so that of several who relay at
 * once one sends it (a consent is good for one message), and put back when WeChat could not take it just now.
 * Whoever has not agreed to be told can't be reached this way: they go onto the list of people to call.
 */
export async function relayOutbox(store: Store, order: Order, now: number, log: Logger): Promise<void> {
  const due = order.outbox.filter(({ sendAt }) => sendAt <= now)
  for (const entry of due) {
    const readers = await recipientsOf(store, entry)
    if (!(await take(store, order, entry))) continue
    await Promise.all(
      readers.map(async (reader) => {
        const own = { ...entry, id: ownId(entry, reader), to: reader._id }
        const { moment, at } = entry
        const message = { moment, at, what: order.service.name, page: pageOf(order) }
        const outcome = await sendMessage(store, reader, message, log)
        if (outcome === 'sent') return
        if (outcome === 'delayed' && now - at < patience.givesUp)
          await putBack(store, order, { ...own, sendAt: now + patience.again })
        else await noteUnreached(store, order, own)
      }),
    )
  }
}

/** A message that WeChat could not take is tried again after a while, and not for ever. */
const patience = { again: minutes(1), givesUp: days(1) }

/** What was for a role and comes back is for one of its holders: each is taken off by itself. */
const ownId = ({ id, to }: OutboxEntry, { _id }: Account): string => (to === _id ? id : `${id}-${_id}`)

async function recipientsOf(store: Store, { to }: OutboxEntry): Promise<Account[]> {
  if (to.includes('@')) return store.accounts.find({ roleKeys: to }, { limit: holdersAtMost })
  const account = await store.accounts.get(to)
  return account ? [account] : []
}

async function take(store: Store, order: Order, { id }: OutboxEntry): Promise<boolean> {
  const mine = { _id: order._id, 'outbox.id': id }
  return (await store.orders.update(mine, {}, { outbox: command.pull({ id }) })) === 1
}

const putBack = (store: Store, order: Order, entry: OutboxEntry): Promise<number> =>
  store.orders.update({ _id: order._id }, {}, { outbox: command.push([entry]) })

/** Beyond that the latest are enough to call for. */
const mostUnreached = 20

/** Only people are called, and only those who wait for something: an unread offer lapses by itself. */
async function noteUnreached(store: Store, order: Order, { to, moment, at }: OutboxEntry): Promise<void> {
  const isHelped =
    to === order.requesterId || (order.beneficiary.kind === 'other' && to === order.beneficiary.userId)
  if (!isHelped) return
  const unreached = command.push({ each: [{ to, moment, at }], slice: -mostUnreached })
  // The version moves on: an event decided before this line would write the list without it.
  await store.orders.update(
    { _id: order._id },
    { hasUnreached: true },
    { unreached, version: command.inc(1) },
  )
}
