import { isCurrent } from '@/domain/account/index-fields'
import type { Farewell } from '@/domain/account/contract'
import type { Account } from '@/domain/account/schema'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** More than this nobody has open at once. */
const most = 200
const underWay = command.in(['waiting', 'later', 'moving'])

/** What would end with an account: one wait, each question answered by an index and bounded. */
export async function findFarewell(store: Store, account: Account): Promise<Farewell> {
  const { _id } = account
  const [openOrders, takenOrders, asked, helping, charges] = await Promise.all([
    store.orders.countUpTo({ helpedIds: _id, phase: underWay }, most),
    store.orders.countUpTo({ takerIds: _id, phase: 'moving' }, most),
    store.series.find({ requesterId: _id }, { orderBy: ['createdKey', 'desc'], limit: most }),
    store.series.find({ 'volunteer.userId': _id }, { orderBy: ['createdKey', 'desc'], limit: most }),
    store.accounts.find({ proxyIds: _id }, { limit: most }),
  ])
  const dependents = charges.filter(
    ({ proxies, state }) => state === 'registered' && proxies.every(({ userId }) => userId === _id),
  )
  return {
    openOrders,
    takenOrders,
    series: [...asked, ...helping].filter(({ isActive }) => isActive).length,
    homes: account.memberships.filter(isCurrent).length,
    roles: account.roles.map(({ role, areaName }) => ({ role, areaName })),
    dependents: dependents.map((person) => ({ userId: person._id, name: person.nickname })),
  }
}
