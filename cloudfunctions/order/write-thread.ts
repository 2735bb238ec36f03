import { createHash } from 'node:crypto'
import type { MessageBody } from '@/domain/chat/schema'
import { threadOf } from '@/domain/chat/thread'
import type { Activity } from '@/domain/order/parts'
import type { Order } from '@/domain/order/schema'
import { isTold, threadLineOf } from '@/domain/order/thread-line'
import type { Timestamp } from '@/domain/shared/time'
import { appendMessage, lastSeq } from '../chat/append-message'
import type { Store } from '../_runtime/store'

/**
 * The number of the newest message of an order's thread, asked for while the event is written, which doesn't wait for
 * it; undefined where no line follows, or it could not be asked: the line then looks for its place by itself.
 */
export const newestBefore = (
  store: Store,
  orderId: string,
  event: Activity['event'],
  from: Activity['from'],
): Promise<number | undefined> =>
  isTold(event, from) ? lastSeq(store, threadOf(orderId)).catch(() => undefined) : Promise.resolve(undefined)

/** The house says in the thread what happened. The same line of the history is said once, however often it is told. */
export async function writeLine(
  store: Store,
  order: Order,
  line: Activity,
  newest: Promise<number | undefined>,
): Promise<void> {
  const told = threadLineOf(order, line)
  if (!told) return
  const { at, by, event, requestId, whom } = line
  const id = `${requestId} ${event} ${by ?? ''}`
  const named = event === 'noShow' ? whom : by
  const namedIds = told.name !== '' && named ? [named] : []
  await sayInThread(store, order, {
    id,
    body: { kind: 'event', ...told },
    at,
    namedIds,
    newest: await newest,
  })
}

interface Said {
  id: string
  body: MessageBody
  at: Timestamp
  /** Whose names stand in it, where the body doesn't tell. */
  namedIds?: readonly string[]
  newest?: number | undefined
}

/** @param said.id what makes it one of a kind among all that the house says in this thread */
export async function sayInThread(
  store: Store,
  order: Pick<Order, '_id'>,
  { id, body, at, namedIds = [], newest }: Said,
): Promise<number> {
  const message = {
    _id: createHash('sha256').update(`${order._id} ${id}`).digest('base64url').slice(0, 22),
    groupPath: threadOf(order._id),
    authorId: null,
    authorName: '',
    authorTitle: 'communityStaff' as const,
    body,
    namedIds: [...namedIds],
    sentAt: at,
  }
  return (await appendMessage(store, message, newest)).seq
}
