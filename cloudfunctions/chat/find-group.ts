import type { Actor } from '@/domain/account/policy'
import { canReadGroup, canReadThread } from '@/domain/chat/policy'
import { orderIdOf } from '@/domain/chat/thread'
import type { Order } from '@/domain/order/schema'
import { findOrder } from '../order/find-order'
import type { Store } from '../_runtime/store'
import { lastSeq } from './append-message'

/** Where something is said: a building's group, or the thread of an order. */
export type Group =
  | { kind: 'building'; groupPath: string }
  | { kind: 'thread'; groupPath: string; order: Order; newest: number }

/**
 * What is known of a group before its caller is: the order of a thread, and with it the number of its newest message.
 * @throws AppError NotFound where there is no such order
 */
export async function findGroup(store: Store, groupPath: string): Promise<Group> {
  const orderId = orderIdOf(groupPath)
  if (orderId === null) return { kind: 'building', groupPath }
  const [order, newest] = await Promise.all([findOrder(store, orderId), lastSeq(store, groupPath)])
  return { kind: 'thread', groupPath, order, newest }
}

export const mayRead = (actor: Actor, group: Group): boolean =>
  group.kind === 'thread' ? canReadThread(actor, group.order) : canReadGroup(actor, group.groupPath)
