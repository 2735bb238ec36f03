import type { AreaPath } from '@/domain/shared/area'
import type { Home } from '@/domain/order/unsafe-home'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** A desk with more visits that nobody has looked into has other worries: the newest are read. */
const mostRead = 100

/** Where of some communities visits were felt unsafe that nobody has looked into yet. */
export const findUnsafeHomes = (store: Store, communities: readonly AreaPath[]): Promise<Home[]> =>
  store.orders.findParts(
    { communityPath: command.in([...communities]), needsSafetyLook: true },
    ['_id', 'areaPath', 'contact', 'requesterId', 'beneficiary'],
    { orderBy: ['createdKey', 'desc'], limit: mostRead },
  )
