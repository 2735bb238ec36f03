import type { Message } from '@/domain/chat/schema'
import { isThread } from '@/domain/chat/thread'
import type { Timestamp } from '@/domain/shared/time'
import type { Transaction } from '../_runtime/transaction'
import { stableId } from '../account/stable-id'
import { changeLine } from './change-message'
import type { WriteLine } from './in-log'

/** The one card that asks whether a message should become an order. */
export const askId = ({ _id }: Pick<Message, '_id'>): string => stableId('ask', _id)

/** What was taken back, or removed, must not stand on in the card that asked about it; nor is there anything to ask. */
export async function unquoteAsk(
  { messages }: Pick<Transaction, 'messages'>,
  write: WriteLine,
  { message, at }: { message: Message; at: Timestamp },
): Promise<void> {
  if (isThread(message.groupPath)) return
  const ask = await messages.get(askId(message))
  if (ask?.body.kind !== 'orderAsk' || ask.body.excerpt === '') return
  const answer = ask.body.answer === 'none' ? 'declined' : ask.body.answer
  await messages.update(ask._id, { body: { ...ask.body, excerpt: '', answer } })
  await write(changeLine(ask, 'unquoted', at))
}
