import type { Account } from '@/domain/account/schema'

/** Reads an account by its id, from the store or within a transaction. */
interface Accounts {
  get(id: string): Promise<Account | null>
}

/** The account that this one is by now: papers ahead go on naming one that was merged into another since. */
export async function followMerged(accounts: Accounts, userId: string): Promise<Account | null> {
  const found = await accounts.get(userId)
  return found?.mergedInto ? followMerged(accounts, found.mergedInto) : found
}
