import { mostCounted } from '@/domain/order/counts'
import type { Where } from '../../_runtime/collection'
import { action } from '../../_runtime/serve'
import { atDesk, deskScopeOf } from '../desk-scope'
import { lateNow } from './numbers/count-morning'

export const countDesk = action('order.countDesk', {
  load: async ({ actor }) => deskScopeOf(actor),
  allow: (_actor, { communities }) => communities.length > 0,
  handle: async ({ now, store }, scope) => {
    const here = atDesk(scope)
    const count = (where: Where): Promise<number> =>
      store.orders.countUpTo({ ...here, ...where }, mostCounted)
    const [waiting, later, moving, late, unhappy, unsafe] = await Promise.all([
      count({ phase: 'waiting' }),
      count({ phase: 'later' }),
      count({ phase: 'moving' }),
      count(lateNow(now)),
      count({ needsFollowUp: true }),
      count({ needsSafetyLook: true }),
    ])
    return { waiting, later, moving, late, unhappy, unsafe }
  },
})
