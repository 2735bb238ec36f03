import { isStaffOf } from '@/domain/account/policy'
import { callsOf } from '@/domain/order/calls'
import { whyLate } from '@/domain/numbers/why-late'
import { canView } from '@/domain/order/policy'
import { presentOrder } from '@/domain/order/present'
import { action } from '../../../_runtime/serve'
import { atDesk, deskScopeOf } from '../../desk-scope'
import { countMorning, findUnreached, lateNow } from './count-morning'

/** A page that is read standing up; the desk has the rest. */
const most = { late: 20, calls: 50 }

export const getDigest = action('numbers.digest', {
  load: async ({ actor }) => deskScopeOf(actor),
  allow: (_actor, { communities }) => communities.length > 0,
  handle: async ({ actor, now, store }, scope) => {
    const [counts, late, unreached] = await Promise.all([
      countMorning(store, scope, now),
      store.orders.find(
        { ...atDesk(scope), ...lateNow(now) },
        { orderBy: ['dueKey', 'asc'], limit: most.late },
      ),
      findUnreached(store, atDesk(scope), most.calls),
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
