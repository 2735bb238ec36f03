import { AppError } from '@/domain/shared/errors'
import { isDuplicate } from '../../_runtime/sdk'
import { inTransaction, type Transaction } from '../../_runtime/transaction'
import type { Trips } from '../../_runtime/trips'

/**
 * A transaction that also begins anew where another request has just written the document it was to insert: the
 * second time it finds it there, and decides on it.
 * @throws AppError Conflict where there is another open or active appointment of the same person for the same
 */
export async function inOneGo<T>(trips: Trips, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const once = () => inTransaction(trips, work)
  return once()
    .catch((error: unknown) => (isDuplicate(error) ? once() : Promise.reject(error as Error)))
    .catch((error: unknown) =>
      Promise.reject(isDuplicate(error) ? new AppError('Conflict') : (error as Error)),
    )
}
