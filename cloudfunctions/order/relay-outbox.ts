import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { canReadThread } from '@/domain/chat/policy'
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
    if (entry.mentionSeq !== undefined) await lookAfterMention(store, order, entry, now)
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
  const { readers, proxies } = await recipientsOf(store, order, entry, now)
  if (!(await claim(store, order, entry, now))) return
  if (proxies) return handToProxies(store, order, entry, { proxies, now })
  if (readers.length === 0) await passUpwards(store, order, entry, now)
  const { moment, at } = entry
  const message = { moment, at, what: order.service.name, page: pageOf(order) }
  const isOwn = readers.every(({ _id }) => _id === entry.to)
  const settled = await Promise.all(
    readers.map(async (reader) => {
      const outcome = await sendMessage(store, reader, message, log)
      // Nor is a mention any good to whoever may not read the thread any more, for whom they acted.
      const hasPhone = reader.state === 'active' && (!entry.onBehalfOf || canReadThread(reader, order))
      const step = afterMessage(order, entry, outcome, { now, hasPhone })
      // What was for a role and comes back is for one of its holders: each has it by themselves.
      if (step === 'again' && !isOwn) await putBack(store, order, ownEntry(entry, reader, now))
      if (step === 'mention') await mentionInThread(store, order, entry, { reader, now })
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

interface Recipients {
  readers: Account[]
  /** Instead of one without a phone: those who act for them, and are not told by themselves. */
  proxies?: Account[]
}

async function recipientsOf(
  store: Store,
  order: Order,
  entry: OutboxEntry,
  now: number,
): Promise<Recipients> {
  const { to } = entry
  if (to.includes('@'))
    return {
      readers: await store.accounts.find({ roleKeys: command.in(to.split(' ')) }, { limit: holdersAtMost }),
    }
  const account = await store.accounts.get(to)
  if (!account || !mayHear(account, order, entry, now)) return { readers: [] }
  if (account.state !== 'registered') return { readers: [account] }
  const named = await store.accounts.getMany(account.proxies.map(({ userId }) => userId))
  const active = named.filter(
    (proxy) => proxy.state === 'active' && mayHear(proxy, order, { ...entry, onBehalfOf: to }, now),
  )
  if (active.length === 0) return { readers: [account] }
  const told = [...order.helpedIds, ...order.followerIds, actorOf(order, entry)]
  return { readers: [], proxies: active.filter(({ _id }) => !told.includes(_id)) }
}

/**
 * Who asked for somebody they no longer act for, or lived or was a neighbour there by then, is told nothing more of
 * it; nor is who acted for somebody.
 */
function mayHear(account: Account, order: Order, { onBehalfOf }: OutboxEntry, now: number): boolean {
  if (onBehalfOf && !account.chargeIds.includes(onBehalfOf)) return false
  const isConcerned = [...order.helpedIds, ...order.followerIds].includes(account._id)
  return !(isConcerned || onBehalfOf) || canView(standingAt(account, now), order)
}

/** Who made happen what it tells of; they know already. */
const actorOf = ({ activity }: Order, { id }: OutboxEntry): string | null =>
  activity.find(({ requestId }) => id.startsWith(`${requestId}-`))?.by ?? null

/** Each has it by themselves, at once. */
async function handToProxies(
  store: Store,
  order: Order,
  entry: OutboxEntry,
  { proxies, now }: { proxies: readonly Account[]; now: number },
): Promise<void> {
  for (const proxy of proxies)
    await putBack(store, order, { ...ownEntry(entry, proxy, now), sendAt: now, onBehalfOf: entry.to })
  await takeOff(store, order, entry)
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

/** Its time is over: they have read it, or they are called, unless it is no business of theirs any more. */
async function lookAfterMention(store: Store, order: Order, entry: OutboxEntry, now: number): Promise<void> {
  const [mark, account] = await Promise.all([
    store.readMarks.get(readMarkId(entry.to, threadOf(order._id))),
    store.accounts.get(entry.to),
  ])
  const isUnread = afterMention(entry.mentionSeq ?? 0, mark?.seq ?? 0) === 'call'
  if (isUnread && account && mayHear(account, order, entry, now)) await noteUnreached(store, order, entry)
  else await takeOff(store, order, entry)
}

/** Beyond that the latest are enough to call for. */
const mostUnreached = 20

/** Off the outbox and onto the list, both or neither: whoever comes second finds nothing to do. */
async function noteUnreached(store: Store, order: Order, entry: OutboxEntry): Promise<void> {
  const { id, moment, at, onBehalfOf } = entry
  // Where none of those who act for somebody could be told, the home is called, once.
  const to = onBehalfOf ?? entry.to
  const known = onBehalfOf ? ((await store.orders.get(order._id))?.unreached ?? []) : []
  if (known.some((one) => one.to === to && one.moment === moment && one.at === at))
    return void (await takeOff(store, order, entry))
  const unreached = command.push({ each: [{ to, moment, at }], slice: -mostUnreached })
  // The version moves on: an event decided before this line would write the list without it.
  await store.orders.update(
    { _id: order._id, 'outbox.id': id },
    { hasUnreached: true },
    { outbox: command.pull({ id }), unreached, version: command.inc(1) },
  )
}
