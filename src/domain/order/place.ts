import type { Actor } from '../account/policy'
import { pageKey } from '../shared/paging'
import type { Timestamp } from '../shared/time'
import { dueAtOf, phaseOf, type Order } from './schema'

/** What the one who asks decides; the rest follows. */
export type PlacedFields = Pick<
  Order,
  | 'service'
  | 'text'
  | 'urgent'
  | 'window'
  | 'photoFileIds'
  | 'areaPath'
  | 'areaName'
  | 'communityPath'
  | 'contact'
>

/** A new order; its id is the request's, so that sending it twice makes one. */
export function placeOrder(fields: PlacedFields, actor: Actor, requestId: string, at: Timestamp): Order {
  const dueAt = dueAtOf(fields, at)
  return {
    ...fields,
    _id: requestId,
    requesterId: actor._id,
    requesterName: actor.nickname,
    status: 'placed',
    phase: phaseOf.placed,
    version: 0,
    offer: null,
    assigneeId: null,
    assigneeName: null,
    dueAt,
    createdAt: at,
    checkedInAt: null,
    completedAt: null,
    completion: null,
    review: null,
    reopenedCount: 0,
    activity: [
      {
        event: 'create',
        from: null,
        to: 'placed',
        by: actor._id,
        byName: actor.nickname,
        at,
        note: '',
        requestId,
      },
    ],
    outbox: [],
    hasOutbox: false,
    wakeAt: null,
    createdKey: pageKey(at, requestId),
    dueKey: pageKey(dueAt, requestId),
  }
}
