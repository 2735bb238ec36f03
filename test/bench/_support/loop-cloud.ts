import type { LocalCloud } from '../../../local-cloud/start-cloud'
import { insertAll, startFunctionCloud, type FunctionCloud } from './function-cloud'
import { residentOf, staffOfFirstDesk, type Size } from './neighbourhood'
import { historicOrder } from './order-history'

/** A cloud of a size, with the functions as they are deployed. */
export interface LoopCloud extends FunctionCloud {
  size: Size
}

/** Starts one on a folder of its own, and fills it past the functions. */
export async function startLoopCloud(size: Size): Promise<LoopCloud> {
  const started = await startFunctionCloud()
  await fill(started.cloud, size)
  return { ...started, size }
}

async function fill(cloud: LocalCloud, size: Size): Promise<void> {
  const now = cloud.clock.now()
  const openIds = new Map<string, string[]>()
  await insertAll(cloud, 'orders', size.orders, (n) => {
    const order = historicOrder(n, size, now)
    if (order.phase === 'moving')
      for (const userId of order.takerIds) openIds.set(userId, [...(openIds.get(userId) ?? []), order._id])
    return order
  })
  await insertAll(cloud, 'accounts', size.residents, (n) => {
    const account = residentOf(n)
    return { ...account, openIds: openIds.get(account._id) ?? [] }
  })
  await cloud.database.insert('accounts', [{ ...staffOfFirstDesk() }])
}
