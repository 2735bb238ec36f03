import { createHash } from 'node:crypto'
import type { MessageBody } from '@/domain/chat/schema'
import { threadOf } from '@/domain/chat/thread'
import type { Activity } from '@/domain/order/parts'
import type { Order } from '@/domain/order/schema'
import { isTold, threadLineOf } from '@/domain/order/thread-line'
import type { Timestamp } from '@/domain/shared/time'
import { appendMessage, lastSeq } from '../chat/append-message'
import type { Store } from '../_runtime/store'

/** The number of the newest message of an order's thread, asked for while the event is written; 0 where none follows. */
export const newestBefore = (
  store: Store,
  orderId: string,
  event: Activity['event'],
  from: Activity['from'],
): Promise<number> => (isTold(event, from) ? lastSeq(store, threadOf(orderId)) : Promise.resolve(0))

/** The house says in the thread what happened. The same line of the history is said once, however often it is told. */
export async function writeLine(store: Store, order: Order, line: Activity, newest: number): Promise<void> {
  const told = threadLineOf(order, line)
  if (!told) return
  const id = `${line.requestId} ${line.event} ${line.by ?? ''}`
  await sayInThread(store, order, { id, body: { kind: 'event', ...told }, at: line.at, newest })
}

/** @param said.id what makes it one of a kind among all that the house says in this thread */
export async function sayInThread(
  store: Store,
  order: Pick<Order, '_id'>,
  { id, body, at, newest }: { id: string; body: MessageBody; at: Timestamp; newest?: number },
): Promise<number> {
  const message = {
    _id: createHash('sha256').update(`${order._id} ${id}`).digest('base64url').slice(0, 22),
    groupPath: threadOf(order._id),
    authorId: null,
    authorName: '',
    authorTitle: 'communityStaff' as const,
    body,
    sentAt: at,
  }
  return (await appendMessage(store, message, newest)).seq
}
