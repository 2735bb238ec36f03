import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { readMarkId } from '@/domain/chat/schema'
import { threadOf } from '@/domain/chat/thread'
import type { OutboxEntry } from '@/domain/order/parts'
import { canView } from '@/domain/order/policy'
import { afterMention, afterMessage, patience } from '@/domain/order/reach'
import type { Order } from '@/domain/order/schema'
import { answerable } from '@/domain/order/tellings'
import type { Logger } from '../_runtime/log'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { mentionInThread } from './mention'
import { holdersAtMost, sendMessage } from './send-message'

/** Where a tap on the message leads. */
const pageOf = (order: Order): string => `pages/order/index?id=${order._id}`

/**
 * Works through an order's due messages (see `order/reach.ts` of the domain for what follows what). Each is claimed
 * by moving its time on before anything is done about it: of several who relay at once one sends it (a consent is
 * good for one message), and what breaks off half way is taken up again when that time has come.
 */
export async function relayOutbox(store: Store, order: Order, now: number, log: Logger): Promise<void> {
  for (const entry of order.outbox.filter(({ sendAt }) => sendAt <= now)) {
    if (entry.mentionSeq !== undefined) await lookAfterMention(store, order, entry, entry.mentionSeq)
    else await relayMessage(store, order, entry, { now, log })
  }
}

interface Turn {
  now: number
  log: Logger
}

async function relayMessage(
  store: Store,
  order: Order,
  entry: OutboxEntry,
  { now, log }: Turn,
): Promise<void> {
  const readers = await recipientsOf(store, order, entry, now)
  if (!(await claim(store, order, entry, now))) return
  if (readers.length === 0) await passUpwards(store, order, entry, now)
  const { moment, at } = entry
  const message = { moment, at, what: order.service.name, page: pageOf(order) }
  const isOwn = readers.every(({ _id }) => _id === entry.to)
  const settled = await Promise.all(
    readers.map(async (reader) => {
      const outcome = await sendMessage(store, reader, message, log)
      const step = afterMessage(order, entry, outcome, { now, hasPhone: reader.state === 'active' })
      // What was for a role and comes back is for one of its holders: each has it by themselves.
      if (step === 'again' && !isOwn) await putBack(store, order, ownEntry(entry, reader, now))
      if (step === 'mention') await mentionInThread(store, order, entry, now)
      if (step === 'call') await noteUnreached(store, order, entry)
      return step !== 'mention' && step !== 'call' && !(step === 'again' && isOwn)
    }),
  )
  // A mention waits where the message stood; what is to come again has its time already.
  if (settled.every((isDone) => isDone)) await takeOff(store, order, entry)
}

/** Where nobody holds the role, those above hear of what is late at once: they are next on the clock. */
async function passUpwards(
  store: Store,
  order: Order,
  { to, moment }: OutboxEntry,
  now: number,
): Promise<void> {
  if (moment !== 'late' || to !== answerable(order)) return
  const { _id, lateness } = order
  await store.orders.update(
    { _id, lateness, 'clocks.escalate': command.gt(now) },
    { wakeAt: now },
    { 'clocks.escalate': now, version: command.inc(1) },
  )
}

const ownEntry = (entry: OutboxEntry, { _id }: Account, now: number): OutboxEntry => ({
  ...entry,
  id: `${entry.id}-${_id}`,
  to: _id,
  sendAt: now + patience.again,
})

/** Who asked for somebody they no longer act for, or lived by then, is told nothing more of them. */
async function recipientsOf(
  store: Store,
  order: Order,
  { to }: OutboxEntry,
  now: number,
): Promise<Account[]> {
  if (to.includes('@'))
    return store.accounts.find({ roleKeys: command.in(to.split(' ')) }, { limit: holdersAtMost })
  const account = await store.accounts.get(to)
  const isOut = account && order.helpedIds.includes(account._id) && !canView(standingAt(account, now), order)
  return account && !isOut ? [account] : []
}

/** Only one run sees it due. */
async function claim(
  store: Store,
  { _id }: Order,
  { id, sendAt }: OutboxEntry,
  now: number,
): Promise<boolean> {
  const asSeen = { _id, outbox: command.elemMatch({ id, sendAt }) }
  return (await store.orders.update(asSeen, {}, { 'outbox.$.sendAt': now + patience.again })) === 1
}

const putBack = (store: Store, { _id }: Order, entry: OutboxEntry): Promise<number> =>
  store.orders.update({ _id }, {}, { outbox: command.push([entry]) })

const takeOff = (store: Store, { _id }: Order, { id }: OutboxEntry): Promise<number> =>
  store.orders.update({ _id }, {}, { outbox: command.pull({ id }) })

/** Its time is over: they have read it, or they are called. */
async function lookAfterMention(store: Store, order: Order, entry: OutboxEntry, seq: number): Promise<void> {
  const mark = await store.readMarks.get(readMarkId(entry.to, threadOf(order._id)))
  if (afterMention(seq, mark?.seq ?? 0) === 'call') await noteUnreached(store, order, entry)
  else await takeOff(store, order, entry)
}

/** Beyond that the latest are enough to call for. */
const mostUnreached = 20

/** Off the outbox and onto the list, both or neither: whoever comes second finds nothing to do. */
async function noteUnreached(store: Store, order: Order, { id, to, moment, at }: OutboxEntry): Promise<void> {
  const unreached = command.push({ each: [{ to, moment, at }], slice: -mostUnreached })
  // The version moves on: an event decided before this line would write the list without it.
  await store.orders.update(
    { _id: order._id, 'outbox.id': id },
    { hasUnreached: true },
    { outbox: command.pull({ id }), unreached, version: command.inc(1) },
  )
}
