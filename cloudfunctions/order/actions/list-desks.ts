import { ancestorAt } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { within } from '../../_runtime/within'

/** A street has dozens of communities at most. */
const most = 200

/** The desks of a street, for those who work at one of them. */
export const listDesks = action('order.listDesks', {
  fetch: async ({ store, input }) => {
    const street = ancestorAt(input.areaPath, 'street')
    if (!street) throw new AppError('NotFound')
    return store.areas.find(
      { level: 'community', _id: within(street) },
      { orderBy: ['_id', 'asc'], limit: most },
    )
  },
  load: async (_call, communities) => communities,
  allow: ({ roles }, communities) =>
    roles.some(
      ({ role, areaPath }) =>
        role === 'communityStaff' && communities.some(({ _id }) => _id === ancestorAt(areaPath, 'community')),
    ),
  handle: async (_call, communities) => ({
    items: communities.map(({ _id, name }) => ({ communityPath: _id, name })),
  }),
})
