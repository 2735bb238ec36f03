import type { Actor } from '@/domain/account/policy'
import { canBeginGroup, canReadGroup, canReadThread } from '@/domain/chat/policy'
import { groupKindOf, orderIdOf, placeOfGroup } from '@/domain/chat/thread'
import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { findOrder } from '../order/find-order'
import type { Store } from '../_runtime/store'
import { lastSeq } from './append-message'

/** Where something is said, with the number of its newest message: a place's group, a circle, or an order's thread. */
export type Group =
  | { kind: 'place'; groupPath: string; newest: number }
  | { kind: 'thread'; groupPath: string; order: Order; newest: number }

/**
 * What is known of a group before its caller is.
 * @throws AppError NotFound where there can be no such group, or no such order
 */
export async function findGroup(store: Store, groupPath: string): Promise<Group> {
  const orderId = orderIdOf(groupPath)
  if (groupKindOf(groupPath) === null) throw new AppError('NotFound')
  const [order, newest] = await Promise.all([
    orderId === null ? null : findOrder(store, orderId),
    lastSeq(store, groupPath),
  ])
  return order ? { kind: 'thread', groupPath, order, newest } : { kind: 'place', groupPath, newest }
}

/**
 * Before the first words of a group: is there such a place, and may the caller begin it?
 * @throws AppError NotFound, Forbidden
 */
export async function beginGroup(store: Store, actor: Actor, { groupPath }: Group): Promise<void> {
  const place = placeOfGroup(groupPath)
  if (place === null) return
  if (!canBeginGroup(actor, groupPath)) throw new AppError('Forbidden')
  if (!(await store.areas.get(place))) throw new AppError('NotFound')
}

export const mayRead = (actor: Actor, group: Group): boolean =>
  group.kind === 'thread' ? canReadThread(actor, group.order) : canReadGroup(actor, group.groupPath)
