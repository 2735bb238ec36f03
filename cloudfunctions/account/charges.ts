import type { Account } from '@/domain/account/schema'
import { command } from '../_runtime/sdk'
import type { Transaction } from '../_runtime/transaction'

type Charge = Pick<Account, '_id' | 'proxies'>

/**
 * Writes beside each proxy for whom they act (`chargeIds`), in the transaction that names or ends them: from the same
 * moment on every policy knows it of whoever asks, without asking anything more.
 * @param before null: the person is new
 */
export async function keepCharges(
  { accounts }: Pick<Transaction, 'accounts'>,
  before: Charge | null,
  after: Charge,
): Promise<void> {
  const idsOf = (charge: Charge | null): string[] => (charge?.proxies ?? []).map(({ userId }) => userId)
  const [then, now] = [idsOf(before), idsOf(after)]
  for (const id of then.filter((one) => !now.includes(one)))
    await accounts.update(id, {}, { chargeIds: command.pull(after._id) })
  // Also of those who were named before: what was lost on the way is there again.
  for (const id of now) await accounts.update(id, {}, { chargeIds: command.addToSet(after._id) })
}
