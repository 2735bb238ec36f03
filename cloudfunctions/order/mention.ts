import type { Account } from '@/domain/account/schema'
import type { MessageBody } from '@/domain/chat/schema'
import type { OutboxEntry } from '@/domain/order/parts'
import { mentionStandsUntil } from '@/domain/order/reach'
import type { Order } from '@/domain/order/schema'
import { topics } from '@/domain/signal/topics'
import { command } from '../_runtime/sdk'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { sayInThread } from './write-thread'

/**
 * Says in the order's thread what WeChat did not take, and leaves the message in the outbox until it should have been
 * read there. Broken off half way it is said again, as the same message.
 */
export async function mentionInThread(
  store: Store,
  order: Order,
  entry: OutboxEntry,
  { reader, now }: { reader: Account; now: number },
): Promise<void> {
  const { _id } = order
  const { id, to } = entry
  const seq = await sayInThread(store, order, {
    id: `mention ${id}`,
    body: bodyOf(order, entry, reader),
    at: now,
  })
  await store.orders.update(
    { _id, outbox: command.elemMatch({ id }) },
    {},
    {
      'outbox.$.mentionSeq': seq,
      'outbox.$.sendAt': mentionStandsUntil(order, now),
      newsFor: command.addToSet(to),
    },
  )
  await moveSignals(store, [topics.user(to)])
}

const bodyOf = (order: Order, { to, moment, at, onBehalfOf }: OutboxEntry, reader: Account): MessageBody => {
  const { beneficiary, requesterId, requesterName, takers } = order
  const isRequester = to === requesterId || beneficiary.kind === 'self'
  // Each yes is told by itself: those who said theirs before are known.
  const newcomers = takers.filter(({ acceptedAt }) => acceptedAt === at)
  const named = moment === 'accepted' && newcomers.length > 0 ? newcomers : takers
  const tellsWho = moment === 'accepted' || moment === 'completed'
  return {
    kind: 'mention',
    userId: to,
    name: onBehalfOf ? reader.nickname : isRequester ? requesterName : beneficiary.name,
    moment,
    names: tellsWho ? named.map(({ name }) => name) : [],
    nameIds: tellsWho ? named.map(({ userId }) => userId) : [],
  }
}
