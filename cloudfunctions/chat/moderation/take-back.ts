import type { Message } from '@/domain/chat/schema'
import type { ModerationCase } from '@/domain/moderation/schema'
import type { Timestamp } from '@/domain/shared/time'
import type { Transaction } from '../../_runtime/transaction'
import { changeLine } from '../change-message'
import type { WriteLine } from '../in-log'
import { liftSilence } from './lift-silence'

/**
 * What was decided about somebody's words is taken back, within a transaction: they write again, and the message is
 * shown again. A picture that was still being checked when it was removed is asked about again.
 */
export async function takeBack(
  transaction: Transaction,
  write: WriteLine,
  { one, message, at }: { one: ModerationCase; message: Pick<Message, '_id'>; at: Timestamp },
): Promise<void> {
  await liftSilence(transaction, one)
  const found = await transaction.messages.get(message._id)
  if (found?.state !== 'removed') return
  const recheckAt = found.mediaCheck === 'pending' ? at : null
  await transaction.messages.update(found._id, { state: 'normal', recheckAt })
  await write(changeLine(found, 'restored', at))
}
