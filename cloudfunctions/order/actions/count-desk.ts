import { mostCounted } from '@/domain/order/counts'
import { pageKey } from '@/domain/shared/paging'
import type { Where } from '../../_runtime/collection'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { communitiesOf } from '../communities'

export const countDesk = action('order.countDesk', {
  load: async ({ actor }) => communitiesOf(actor, 'communityStaff'),
  allow: (_actor, communities) => communities.length > 0,
  handle: async ({ now, store }, communities) => {
    const communityPath = command.in(communities)
    const count = (where: Where): Promise<number> => store.orders.countUpTo(where, mostCounted)
    const [waiting, later, moving, late, unhappy] = await Promise.all([
      count({ communityPath, phase: 'waiting' }),
      count({ communityPath, phase: 'later' }),
      count({ communityPath, phase: 'moving' }),
      count({
        communityPath,
        phase: command.in(['waiting', 'moving']),
        dueKey: command.lt(pageKey(now, '')),
      }),
      count({ communityPath, needsFollowUp: true }),
    ])
    return { waiting, later, moving, late, unhappy }
  },
})
