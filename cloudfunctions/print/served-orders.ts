import { tallies, type ServedOrder, type Tally } from '@/domain/certificate/tally'
import { momentsOf, type Period } from '@/domain/numbers/period'
import type { AreaPath } from '@/domain/shared/area'
import { pageKey } from '@/domain/shared/paging'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** Orders read at once; a busy volunteer has some hundreds a year. */
const atOnce = 1000

/**
 * What someone served in a period, by community, as the ledger of each order has it today. Orders that were placed
 * before the period may have been served in it: all older ones are looked at, newest first, so that one wait is
 * enough for a thousand.
 */
export async function servedIn(
  store: Store,
  userId: string,
  period: Period,
): Promise<ReadonlyMap<AreaPath, Tally>> {
  const orders: ServedOrder[] = []
  let before: string | null = pageKey(momentsOf(period).end, '')
  while (before !== null) {
    const found: (ServedOrder & { createdKey: string })[] = await store.orders.findParts(
      { servedIds: userId, createdKey: command.lt(before) },
      ['served', 'service', 'communityPath', 'createdKey'],
      { orderBy: ['createdKey', 'desc'], limit: atOnce },
    )
    orders.push(...found)
    before = found.length < atOnce ? null : (found.at(-1)?.createdKey ?? null)
  }
  return tallies(orders, userId, period)
}
