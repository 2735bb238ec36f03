import { pageKey } from '@/domain/shared/paging'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { communitiesOf } from '../communities'

export const countDesk = action('order.countDesk', {
  load: async ({ actor }) => communitiesOf(actor, 'communityStaff'),
  allow: (_actor, communities) => communities.length > 0,
  handle: async ({ now, store }, communities) => {
    const communityPath = command.in(communities)
    const [waiting, moving, late] = await Promise.all([
      store.orders.count({ communityPath, phase: 'waiting' }),
      store.orders.count({ communityPath, phase: 'moving' }),
      store.orders.count({
        communityPath,
        phase: command.in(['waiting', 'moving']),
        dueKey: command.lt(pageKey(now, '')),
      }),
    ])
    return { waiting, moving, late }
  },
})
