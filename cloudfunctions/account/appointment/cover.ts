import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { standInRoles } from '@/domain/appointment/policy'
import { ancestorsOf } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { holdsRole, roleKey, type RoleGrant } from '@/domain/shared/role'
import type { Timestamp } from '@/domain/shared/time'
import { command } from '../../_runtime/sdk'
import type { Store } from '../../_runtime/store'
import type { Transaction } from '../../_runtime/transaction'
import { withoutGrant } from './grants'

type Held = Pick<RoleGrant, 'role' | 'areaPath'>

/** Others looked at: one who is there is enough, and few of them are gone by the next moment. */
const most = 8

/** Who else looks after the same area, or one that holds it: a few of them. */
export async function findCover(store: Store, userId: string, { role, areaPath }: Held): Promise<string[]> {
  const keys = standInRoles(role).flatMap((one) => ancestorsOf(areaPath).map((path) => roleKey(one, path)))
  const found = await store.accounts.findParts({ roleKeys: command.in(keys) }, ['_id'], { limit: most })
  return found.map(({ _id }) => _id).filter((_id) => _id !== userId)
}

const covers = (account: Account, { role, areaPath }: Held, now: Timestamp): boolean =>
  account.state === 'active' && holdsRole(standingAt(account, now).roles, standInRoles(role), areaPath)

/**
 * Within a transaction: somebody is left who looks after the area once the account has lost this right. Two who
 * leave at once both find the other still there; so each counts up the same document, and the later one looks again.
 * @throws AppError StillInUse
 */
export async function requireCover(
  transaction: Transaction,
  account: Account,
  held: Held,
  { others, now }: { others: readonly string[]; now: Timestamp },
): Promise<void> {
  await lock(transaction, held)
  if (covers(withoutGrant(account, held), held, now)) return
  for (const userId of others) {
    const other = await transaction.accounts.get(userId)
    if (other && covers(other, held, now)) return
  }
  throw new AppError('StillInUse', { role: held.role, areaPath: held.areaPath })
}

async function lock({ signals }: Transaction, { role, areaPath }: Held): Promise<void> {
  const _id = `holders:${roleKey(role, areaPath)}`
  const isThere = await signals.update(_id, {}, { n: command.inc(1) })
  if (!isThere) await signals.insert({ _id, n: 0, at: 0 })
}
