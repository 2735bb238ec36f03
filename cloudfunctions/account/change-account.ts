import type { Account } from '@/domain/account/schema'
import { endLeases } from '@/domain/membership/standing'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import { inTransaction, type Transaction } from '../_runtime/transaction'
import type { Trips } from '../_runtime/trips'
import { keepCharges } from './charges'
import { accountFields } from './save-account'
import { trailLine, type Happening } from './trail'

/** A person as they should be, and what is to stand on their trail; null where nothing is to change. */
export type Change = {
  readonly account: Account
  readonly trail: readonly Happening[]
  /** Written beside what `accountFields` names. */
  readonly fields?: Partial<Account>
} | null

/**
 * Reads a person, decides and writes in one transaction: what they are, every derived field, and the trail, all or
 * nothing. Tenancies that are over are ended first, so that nothing is decided about them. `decide` may run again.
 * @returns the person as they are now
 * @throws AppError NotFound, and what `decide` throws
 */
export const changeAccount = (
  trips: Trips,
  userId: string,
  now: Timestamp,
  decide: (account: Account) => Change,
): Promise<Account> =>
  inTransaction(trips, async (transaction) => {
    const found = await transaction.accounts.get(userId)
    if (!found) throw new AppError('NotFound')
    const { account, trail } = afterLeases(found, now)
    const change = decide(account)
    if (!change && trail.length === 0) return account
    const happenings = [...trail, ...(change?.trail ?? [])]
    const after = change?.account ?? account
    await keepCharges(transaction, found, after)
    return writeChange(transaction, after, happenings, change?.fields)
  })

/** Writes a person and their trail within a transaction. */
export async function writeChange(
  transaction: Transaction,
  account: Account,
  trail: readonly Happening[],
  more: Partial<Account> = {},
): Promise<Account> {
  const fields = { ...accountFields(account), ...more }
  await transaction.accounts.update(account._id, fields)
  for (const happening of trail) await transaction.trail.insert(trailLine(happening))
  return { ...account, ...fields }
}

/** With the tenancies ended that are over, and a line for each. */
export function afterLeases(found: Account, now: Timestamp): { account: Account; trail: Happening[] } {
  const { account, ended } = endLeases(found, now)
  const trail = ended.map((home): Happening => ({
    key: `${home.until ?? now}-${home.joinedAt}`,
    event: 'leaseEnded',
    userId: account._id,
    area: home,
    by: null,
    at: home.until ?? now,
  }))
  return { account, trail }
}
