import type { Account } from '@/domain/account/schema'
import type { Call } from '../_runtime/action'
import type { ActionName } from '@/domain/contracts'
import { isDuplicate } from '../_runtime/sdk'
import { changeAccount, type Change } from './change-account'

type Context = Pick<Call<ActionName>, 'now' | 'store' | 'trips'>

/**
 * Changes a person; the same request again, which finds its line on the trail, changes nothing.
 * @throws what `changeAccount` throws
 */
export async function changeOnce(
  { now, store, trips }: Context,
  userId: string,
  decide: (account: Account) => Change,
): Promise<Account> {
  try {
    return await changeAccount(trips, userId, now, decide)
  } catch (error) {
    const known = isDuplicate(error) ? await store.accounts.get(userId) : null
    if (!known) throw error
    return known
  }
}

/** The same with the caller's own account. */
export const changeOwn = (
  call: Context & { actor: Account },
  decide: (account: Account) => Change,
): Promise<Account> => changeOnce(call, call.actor._id, decide)
