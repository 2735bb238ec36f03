import { schemas, type CollectionName, type DocumentOf } from './schemas'
import { db, isTransactionConflict, type SdkTransaction } from './sdk'
import { TransactionCollection } from './transaction-collection'
import type { Trips } from './trips'

const attempts = 8

/** Every collection, within one transaction. */
export type Transaction = { readonly [N in CollectionName]: TransactionCollection<DocumentOf<N>> }

/**
 * Runs `work` in a transaction, again when another one touched the same documents first: the SDK's own retry
 * misses the conflict's code (wx-server-sdk 4.0.2). `work` may run several times and must only use
 * `transaction`, by id; counts as one round trip per attempt on top of its own.
 */
export async function inTransaction<T>(
  trips: Trips,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await trips.one(db.runTransaction((source) => work(openTransaction(source)), 0))
    } catch (error) {
      if (attempt >= attempts || !isTransactionConflict(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt))
    }
  }
}

function openTransaction(source: SdkTransaction): Transaction {
  const collections = Object.entries(schemas).map(
    ([name, schema]) => [name, new TransactionCollection(source, name, schema as never)] as const,
  )
  return Object.fromEntries(collections) as unknown as Transaction
}
