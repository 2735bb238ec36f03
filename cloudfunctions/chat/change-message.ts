import type { Message } from '@/domain/chat/schema'
import type { Timestamp } from '@/domain/shared/time'
import { isDuplicate, isTransactionConflict } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { inTransaction } from '../_runtime/transaction'
import type { Trips } from '../_runtime/trips'
import { stableId } from '../account/stable-id'
import { appendAttempts, asMessage, lastSeq, type NewMessage } from './append-message'

interface Change {
  fields?: Partial<Message>
  operations?: Readonly<Record<string, unknown>>
  /** What makes this change another than those before: the same change is made once. */
  key: string
  at: Timestamp
  /** The number of the group's newest message, where the caller has asked for it already. */
  newest?: number
}

/** The line that tells phones that a message has changed. @param key what makes this change another than those before */
export const changeLine = (
  { _id, groupPath, seq }: Pick<Message, '_id' | 'groupPath' | 'seq'>,
  key: string,
  at: Timestamp,
): NewMessage => ({
  _id: stableId('change', _id, key),
  groupPath,
  authorId: null,
  authorName: '',
  authorTitle: 'neighbour',
  body: { kind: 'change', of: seq },
  sentAt: at,
  isLine: false,
})

/**
 * Changes a message that was said, and says so in its group's log, both or neither: phones that catch up see the
 * `change` in its turn and then ask for what it names. Answers false where this very change was made before.
 * The caller moves the group's signal.
 */
export async function changeMessage(
  { store, trips }: { store: Store; trips: Trips },
  message: Pick<Message, '_id' | 'groupPath' | 'seq'>,
  { fields = {}, operations = {}, key, at, newest }: Change,
): Promise<boolean> {
  const { groupPath } = message
  const line = changeLine(message, key, at)
  let seq = (newest ?? (await lastSeq(store, groupPath))) + 1
  for (let attempt = 0; attempt < appendAttempts; attempt += 1) {
    try {
      await inTransaction(trips, async ({ messages }) => {
        await messages.update(message._id, fields, operations)
        await messages.insert(asMessage(line, seq))
      })
      return true
    } catch (error) {
      if (!isDuplicate(error) && !isTransactionConflict(error)) throw error
      const [made, last] = await Promise.all([store.messages.get(line._id), lastSeq(store, groupPath)])
      if (made) return false
      seq = last + 1
    }
  }
  throw new Error(`no place for a change in ${groupPath} after ${appendAttempts} attempts`)
}
