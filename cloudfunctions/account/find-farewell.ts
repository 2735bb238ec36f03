import { isCurrent } from '@/domain/account/index-fields'
import type { Farewell } from '@/domain/account/contract'
import type { Account } from '@/domain/account/schema'
import { standInRoles } from '@/domain/appointment/policy'
import { standingRemovals } from '@/domain/membership/removal'
import type { Order } from '@/domain/order/schema'
import { holdsRole, type RoleGrant } from '@/domain/shared/role'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { findCover } from './appointment/cover'

/** More than this nobody has open at once. */
const most = 200
const underWay = command.in(['waiting', 'later', 'moving'])

/** What would end with an account: one wait, each question answered by an index and bounded. */
export async function findFarewell(store: Store, account: Account): Promise<Farewell> {
  const { _id } = account
  const newest = { orderBy: ['createdKey', 'desc'] as ['createdKey', 'desc'], limit: most }
  const [covers, openOrders, taken, asked, forMe, helping, charges] = await Promise.all([
    Promise.all(account.roles.map((grant) => findCover(store, _id, grant))),
    store.orders.countUpTo({ helpedIds: _id, phase: underWay }, most),
    store.orders.find({ takerIds: _id, phase: 'moving' }, newest),
    store.series.find({ requesterId: _id }, newest),
    store.series.find({ 'wish.beneficiary.userId': _id }, newest),
    store.series.find({ 'volunteer.userId': _id }, newest),
    store.accounts.find({ proxyIds: _id }, { limit: most }),
  ])
  const visits = taken.filter((order) => isAtTheDoor(order, _id)).length
  const active = [...asked, ...forMe, ...helping].filter(({ isActive }) => isActive)
  const dependents = charges.filter((person) => needs(person, _id))
  return {
    openOrders,
    takenOrders: taken.length,
    visits,
    series: new Set(active.map((series) => series._id)).size,
    homes: account.memberships.filter(isCurrent).length,
    roles: account.roles.map((grant, index) => ({
      role: grant.role,
      areaName: grant.areaName,
      isLast: covers[index]?.length === 0 && !isCoveredByOwn(account, grant),
    })),
    removedFrom: standingRemovals(account.memberships).map(({ areaName }) => areaName),
    dependents: dependents.map((person) => ({ userId: person._id, name: person.nickname })),
  }
}

/** By another role of theirs; whether somebody else covers that one is asked of it. */
const isCoveredByOwn = ({ roles }: Account, { areaPath, role }: RoleGrant): boolean => {
  const others = roles.filter((one) => one.role !== role || one.areaPath !== areaPath)
  return holdsRole(others, standInRoles(role), areaPath)
}

/** A child for whom they answer, and whoever has no phone and nobody else. */
const needs = ({ guardianId, proxies, state }: Account, userId: string): boolean =>
  guardianId === userId || (state === 'registered' && proxies.every((proxy) => proxy.userId === userId))

const isAtTheDoor = ({ status, takers }: Order, userId: string): boolean =>
  status === 'inService' &&
  takers.some((taker) => taker.userId === userId && taker.checkedInAt !== null && taker.completedAt === null)
