import { isStaffOf } from '@/domain/account/policy'
import { callsOf } from '@/domain/order/calls'
import { whyLate } from '@/domain/numbers/why-late'
import { canView } from '@/domain/order/policy'
import { presentOrder } from '@/domain/order/present'
import { action } from '../../../_runtime/serve'
import { communitiesOf } from '../../communities'
import { countMorning, findUnreached, lateNow } from './count-morning'

/** A page that is read standing up; the desk has the rest. */
const most = { late: 20, calls: 50 }

export const getDigest = action('numbers.digest', {
  load: async ({ actor }) => communitiesOf(actor, 'communityStaff'),
  allow: (_actor, communities) => communities.length > 0,
  handle: async ({ actor, now, store }, communities) => {
    const [counts, late, unreached] = await Promise.all([
      countMorning(store, communities, now),
      store.orders.find(lateNow(communities, now), { orderBy: ['dueKey', 'asc'], limit: most.late }),
      findUnreached(store, communities, most.calls),
    ])
    const mine = unreached.filter((order) =>
      [order.areaPath, order.communityPath].some((path) => isStaffOf(actor, path)),
    )
    return {
      ...counts,
      lateOrders: late
        .filter((order) => canView(actor, order))
        .map((order) => ({ order: presentOrder(actor, order), why: whyLate(order) })),
      calls: callsOf(mine).slice(0, most.calls),
    }
  },
})
