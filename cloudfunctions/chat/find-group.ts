import type { Actor } from '@/domain/account/policy'
import { canBeginGroup, canReadGroup, canReadThread } from '@/domain/chat/policy'
import { groupKindOf, orderIdOf, placeOfGroup } from '@/domain/chat/thread'
import { newSettings, type GroupSettings } from '@/domain/group/schema'
import type { Order } from '@/domain/order/schema'
import type { Area } from '@/domain/place/schema'
import { AppError } from '@/domain/shared/errors'
import { findOrder } from '../order/find-order'
import type { Store } from '../_runtime/store'
import { lastSeq } from './append-message'

/** A place's group or a circle, with what is kept of it. */
export interface PlaceGroup {
  kind: 'place'
  groupPath: string
  /** The number of its newest message. */
  newest: number
  settings: GroupSettings
  /** The place, of a circle its community; null: there is none. */
  area: Area | null
}

/** Where something is said: a place's group, a circle, or an order's thread. */
export type Group = PlaceGroup | { kind: 'thread'; groupPath: string; order: Order; newest: number }

/**
 * What is known of a group before its caller is: one wait.
 * @throws AppError NotFound where there can be no such group, or no such order
 */
export async function findGroup(store: Store, groupPath: string): Promise<Group> {
  const orderId = orderIdOf(groupPath)
  if (orderId === null) return findPlaceGroup(store, groupPath)
  const [order, newest] = await Promise.all([findOrder(store, orderId), lastSeq(store, groupPath)])
  return { kind: 'thread', groupPath, order, newest }
}

/** @throws AppError NotFound where there can be no such group; an order's thread is none either */
export async function findPlaceGroup(store: Store, groupPath: string): Promise<PlaceGroup> {
  const place = placeOfGroup(groupPath)
  if (place === null || groupKindOf(groupPath) === null) throw new AppError('NotFound')
  const [settings, newest, area] = await Promise.all([
    store.groups.get(groupPath),
    lastSeq(store, groupPath),
    store.areas.get(place),
  ])
  return { kind: 'place', groupPath, newest, settings: settings ?? newSettings(groupPath), area }
}

/**
 * Before the first words of a group: is there such a place, and may the caller begin it?
 * @throws AppError NotFound, Forbidden
 */
export function beginGroup(actor: Actor, group: Group): void {
  if (group.kind === 'thread') return
  if (!canBeginGroup(actor, group.groupPath)) throw new AppError('Forbidden')
  if (!group.area) throw new AppError('NotFound')
}

export const mayRead = (actor: Actor, group: Group): boolean =>
  group.kind === 'thread' ? canReadThread(actor, group.order) : canReadGroup(actor, group.groupPath)
