import type { Store } from '../../../cloudfunctions/_runtime/store'
import { readPeriod } from '../../../cloudfunctions/order/actions/numbers/read-period'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'

/** One week: others are read beside it. */
const area = { areaPath: places.community, from: '2025-02-03', to: '2025-02-09' }

/** A store in which so many orders were placed in the period, and how many pages were asked of it. */
function storeOf(count: number) {
  let given = 0
  const findParts = jest.fn((_where: unknown, _fields: unknown, { limit }: { limit: number }) => {
    const page = Array.from({ length: Math.min(limit, count - given) }, () => anOrder())
    given += page.length
    return Promise.resolve(page)
  })
  return { store: { orders: { findParts } } as unknown as Store, findParts }
}

it.each([
  [0, 1],
  [999, 1],
  [1000, 2],
  [19_999, 20],
])('%i orders are read in %i pages', async (count, pages) => {
  const { store, findParts } = storeOf(count)
  expect(await readPeriod(store, [places.community], area)).toHaveLength(count)
  expect(findParts).toHaveBeenCalledTimes(pages)
})

it('a period with more than thirty thousand is refused, after no more pages than that', async () => {
  const { store, findParts } = storeOf(1_000_000)
  await expect(readPeriod(store, [places.community], area)).rejects.toMatchObject({ code: 'LimitReached' })
  expect(findParts).toHaveBeenCalledTimes(31)
})
