import type { Message } from '@/domain/chat/schema'
import { isDuplicate, isTransactionConflict } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { inTransaction, type Transaction } from '../_runtime/transaction'
import type { Trips } from '../_runtime/trips'
import { appendAttempts, asMessage, lastSeq, type NewMessage } from './append-message'

/** Puts a line at the end of the group's log, within the transaction. */
export type WriteLine = (line: NewMessage) => Promise<Message>

/**
 * Does something to what a group's log tells of, and tells of it there, all or nothing: one wait, unless others wrote
 * at the same moment. `work` may run several times; it looks first whether it was done before, and finds what it
 * changes by id. The caller moves the group's signal.
 * @param log.newest the number of the group's newest message
 * @throws what `work` throws; nothing is written then
 */
export async function inLog<T>(
  { store, trips }: { store: Store; trips: Trips },
  { groupPath, newest }: { groupPath: string; newest: number },
  work: (transaction: Transaction, write: WriteLine) => Promise<T>,
): Promise<T> {
  let last = newest
  for (let attempt = 0; attempt < appendAttempts; attempt += 1) {
    try {
      return await inTransaction(trips, (transaction) => {
        let seq = last
        return work(transaction, async (line) => {
          seq += 1
          const message = asMessage(line, seq)
          await transaction.messages.insert(message)
          return message
        })
      })
    } catch (error) {
      if (!isDuplicate(error) && !isTransactionConflict(error)) throw error
      last = await lastSeq(store, groupPath)
    }
  }
  throw new Error(`no place in ${groupPath} after ${appendAttempts} attempts`)
}
