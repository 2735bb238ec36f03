import type { Account } from '@/domain/account/schema'
import { removalKept, standingRemovals } from '@/domain/membership/removal'
import { ancestorAt, type AreaPath } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'
import { blind } from '../_runtime/sealing'
import type { Transaction } from '../_runtime/transaction'

/** What a building remembers a phone by; '' where there is no building. */
export const removalIdOf = (openid: string, areaPath: AreaPath): string =>
  blind('removal', `${openid} ${ancestorAt(areaPath, 'building') ?? ''}`)

/** Within the transaction that empties an account: the buildings it was removed from remember its phone for a year. */
export async function rememberRemovals(
  { removals }: Transaction,
  { memberships, openid }: Account,
  now: Timestamp,
): Promise<void> {
  for (const { at, buildingPath } of standingRemovals(memberships)) {
    const fields = { buildingPath, at, expiresAt: now + removalKept }
    const _id = removalIdOf(openid, buildingPath)
    if (await removals.get(_id)) await removals.update(_id, fields)
    else await removals.insert({ _id, ...fields })
  }
}
