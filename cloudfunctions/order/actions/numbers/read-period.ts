import { measuredFields, type Measured } from '@/domain/numbers/figures'
import type { Period } from '@/domain/numbers/period'
import type { AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Store } from '../../../_runtime/store'
import { inPeriod } from './scope'

/** The cloud's own bound of a query, and how many of them a period may take. */
const page = { size: 1000, most: 20 }

/**
 * What is counted of the orders of a period, newest first.
 * @throws AppError LimitReached for more than 20,000
 */
export async function readPeriod(
  store: Store,
  communities: readonly AreaPath[],
  area: Period & { areaPath: AreaPath },
): Promise<Measured[]> {
  const orders: Measured[] = []
  for (let cursor: string | null = null; ;) {
    const found: Measured[] = await store.orders.findParts(
      inPeriod(communities, area, cursor),
      measuredFields,
      { orderBy: ['createdKey', 'desc'], limit: page.size },
    )
    orders.push(...found)
    if (found.length < page.size) return orders
    if (orders.length >= page.size * page.most)
      throw new AppError('LimitReached', { limit: page.size * page.most, reason: 'period' })
    cursor = found.at(-1)?.createdKey ?? null
  }
}
