import { measuredFields, type Measured } from '@/domain/numbers/figures'
import { weekSlicesOf, type Period } from '@/domain/numbers/period'
import type { AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Store } from '../../../_runtime/store'
import { inPeriod } from './scope'

/** The cloud's own bound of a query. */
const pageSize = 1000
/** What one call can hold: some 60 MB. */
const most = 30_000

/**
 * What is counted of the orders of a period, newest first. Its weeks are read side by side: as many waits as the
 * fullest of them has thousands of orders.
 * @throws AppError LimitReached for more than 30,000
 */
export async function readPeriod(
  store: Store,
  communities: readonly AreaPath[],
  area: Period & { areaPath: AreaPath },
): Promise<Measured[]> {
  let count = 0
  const readSlice = async (slice: Period): Promise<Measured[]> => {
    const orders: Measured[] = []
    for (let cursor: string | null = null; ;) {
      const found: Measured[] = await store.orders.findParts(
        inPeriod(communities, { ...area, ...slice }, cursor),
        measuredFields,
        { orderBy: ['createdKey', 'desc'], limit: pageSize },
      )
      orders.push(...found)
      count += found.length
      if (count > most) throw new AppError('LimitReached', { limit: most, reason: 'period' })
      if (found.length < pageSize) return orders
      cursor = found.at(-1)?.createdKey ?? null
    }
  }
  const slices = await Promise.all(weekSlicesOf(area).map(readSlice))
  return slices.reverse().flat()
}
