import type { Account } from '@/domain/account/schema'
import { canReadGroup, isSaid } from '@/domain/chat/policy'
import type { Message } from '@/domain/chat/schema'
import { circleParts } from '@/domain/chat/thread'
import { mediaOf, type Media } from '@/domain/media/schema'
import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { refOf } from '@/domain/shared/person'
import { topics } from '@/domain/signal/topics'
import type { Call } from '../_runtime/action'
import type { Transaction } from '../_runtime/transaction'
import { stableId } from '../account/stable-id'
import { askId } from '../chat/ask-card'
import { changeLine } from '../chat/change-message'
import type { SaidInGroup } from '../chat/fetch-said'
import { inLog, type WriteLine } from '../chat/in-log'
import { closeItem, inboxTopics } from '../chat/inbox/items'
import { cardOf } from '../chat/post-card'
import { countOrder } from './flood'
import { orderTopics } from './order-topics'

/** What one said oneself, in the group of a place that one reads; others ask its author first. */
export const mayBecomeOrder = (actor: Account, { message }: SaidInGroup): boolean =>
  message.authorId === actor._id &&
  isSaid(message.body) &&
  circleParts(message.groupPath) === null &&
  canReadGroup(actor, message.groupPath)

/** @throws AppError Conflict where it has become something else, or was taken back */
export function checkCanBecome({ became, state }: Message, orderId: string): void {
  if (became?.kind === 'order' && became.id === orderId) return
  if (state !== 'normal' || became !== null) throw new AppError('Conflict')
}

/**
 * What WeChat has to be asked about: what was carried over from a message that has passed has passed.
 * @throws AppError ContentRejected for what was refused there
 */
export function filesToCheck(wish: Parameters<typeof mediaOf>[0], said: SaidInGroup | null): Media[] {
  const files = mediaOf(wish)
  if (!said || !('fileId' in said.message.body)) return files
  const { body, mediaCheck } = said.message
  const others = files.filter(({ fileId }) => fileId !== body.fileId)
  if (mediaCheck === 'risky' && others.length < files.length) throw new AppError('ContentRejected')
  return mediaCheck === 'passed' ? others : files
}

/**
 * The order, the card that tells the group, and what both end (the question that waited, the card that asked): all of
 * it or nothing, one wait. Done again it changes nothing.
 * @throws AppError Conflict
 */
export const orderFrom = (
  call: Pick<Call<'order.create'>, 'actor' | 'now' | 'store' | 'trips'>,
  { group, message: { _id } }: SaidInGroup,
  order: Order,
  print: string,
): Promise<Order> =>
  inLog(call, group, async (transaction, write) => {
    const [message, earlier] = [await transaction.messages.get(_id), await transaction.orders.get(order._id)]
    if (!message) throw new AppError('NotFound')
    checkCanBecome(message, order._id)
    if (message.became && earlier) return earlier
    if (earlier) throw new AppError('Conflict')
    await countOrder(transaction, call.actor._id, { id: order._id, at: call.now, print })
    await transaction.orders.insert(order)
    await tellInGroup(transaction, write, { call, message, order })
    return order
  })

async function tellInGroup(
  transaction: Transaction,
  write: WriteLine,
  {
    call,
    message,
    order,
  }: { call: Pick<Call<'order.create'>, 'actor' | 'now'>; message: Message; order: Order },
): Promise<void> {
  const { actor, now } = call
  const { groupPath, seq } = message
  await transaction.messages.update(message._id, { became: { kind: 'order', id: order._id } })
  await write(changeLine(message, 'became', now))
  const ask = await transaction.messages.get(askId(message))
  if (ask?.body.kind === 'orderAsk') {
    await transaction.messages.update(ask._id, { body: { ...ask.body, answer: 'ordered' } })
    await write(changeLine(ask, 'ordered', now))
  }
  const body = { kind: 'order', orderId: order._id, of: seq, serviceName: order.service.name } as const
  await write(cardOf(actor, { id: stableId('order-card', order._id), groupPath, body, at: now }))
  await closeItem(transaction, message._id, { by: refOf(actor), at: now })
}

/** Whose phones show a new order: those of its people and the desk, and those of the group it was made in. */
export const newOrderTopics = (order: Order, proxyIds: readonly string[]): string[] => [
  ...orderTopics(order, order, proxyIds),
  ...(order.from ? [topics.chat(order.from.groupPath), ...inboxTopics(order.from.groupPath)] : []),
]
