import type { Account } from '@/domain/account/schema'
import type { Call } from '../_runtime/action'
import type { ActionName } from '@/domain/contracts'
import { isDuplicate } from '../_runtime/sdk'
import { changeAccount, type Change } from './change-account'

/**
 * Changes the caller's own account; the same request again, which finds its line on the trail, changes nothing.
 * @throws what `changeAccount` throws
 */
export async function changeOwn(
  { actor, now, store, trips }: Pick<Call<ActionName>, 'now' | 'store' | 'trips'> & { actor: Account },
  decide: (account: Account) => Change,
): Promise<Account> {
  try {
    return await changeAccount(trips, actor._id, now, decide)
  } catch (error) {
    const known = isDuplicate(error) ? await store.accounts.get(actor._id) : null
    if (!known) throw error
    return known
  }
}
