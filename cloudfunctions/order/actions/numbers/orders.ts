import type { Drill } from '@/domain/numbers/contract'
import { canSeeNumbers } from '@/domain/numbers/policy'
import { lowStars } from '@/domain/order/parts'
import { presentOrder } from '@/domain/order/present'
import { isDone, orderStatuses, phaseOf } from '@/domain/order/status'
import type { Where } from '../../../_runtime/collection'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { communitiesIn, inPeriod } from './scope'

/** `behind` (domain/numbers/figures) as the database is asked. */
const conditions: Readonly<Record<Drill, Where>> = {
  arrived: {},
  accepted: { 'activity.event': 'accept' },
  waiting: { phase: command.in(['waiting', 'later']) },
  moving: { phase: 'moving' },
  done: { status: command.in(orderStatuses.filter(isDone)) },
  cancelled: {
    status: command.in(orderStatuses.filter((status) => phaseOf[status] === 'done' && !isDone(status))),
  },
  late: { lateness: command.gt(0) },
  reopened: { reopenedCount: command.gt(0) },
  rated: { 'review.stars': command.gt(0) },
  unhappy: { 'review.stars': command.lte(lowStars) },
}

/** A page of the orders behind a number, newest first. */
export const listNumberOrders = action('numbers.orders', {
  fetch: ({ store, input }) => communitiesIn(store, input.areaPath),
  load: async (_call, communities) => communities,
  allow: (actor, _communities, { areaPath }) => canSeeNumbers(actor, areaPath),
  handle: async ({ actor, input, store }, communities) => {
    const { buildingPath, drill, serviceId, cursor, limit } = input
    const where = {
      ...inPeriod(communities, input, cursor),
      ...conditions[drill],
      ...(serviceId === null ? {} : { 'service.id': serviceId }),
      ...(buildingPath === null ? {} : { buildingPath }),
    }
    const found = await store.orders.find(where, { orderBy: ['createdKey', 'desc'], limit: limit + 1 })
    const items = found.slice(0, limit)
    return {
      items: items.map((order) => presentOrder(actor, order)),
      nextCursor: found.length > limit ? (items.at(-1)?.createdKey ?? null) : null,
    }
  },
})
