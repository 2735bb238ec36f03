import * as z from 'zod'
import type { Actor } from '../account/policy'
import { allowedActions, canViewContact, canViewRequester } from './policy'
import { activitySchema, orderEventSchema, orderSchema, type Order } from './schema'

/** An order as one person may see it, with what that person may do to it. */
export const orderViewSchema = orderSchema
  .pick({
    _id: true,
    service: true,
    text: true,
    urgent: true,
    window: true,
    photoFileIds: true,
    areaPath: true,
    areaName: true,
    status: true,
    phase: true,
    offer: true,
    assigneeId: true,
    assigneeName: true,
    dueAt: true,
    createdAt: true,
    checkedInAt: true,
    completedAt: true,
    completion: true,
    review: true,
    reopenedCount: true,
  })
  .extend({
    requesterName: z.string().nullable(),
    isMine: z.boolean(),
    contact: orderSchema.shape.contact.nullable(),
    activity: z.array(activitySchema.omit({ requestId: true, by: true })),
    allowedActions: z.array(orderEventSchema),
  })
export type OrderView = z.infer<typeof orderViewSchema>

/** What `actor` may see of `order`; the caller has asked `canView` before. */
export function presentOrder(actor: Actor, order: Order): OrderView {
  const knowsRequester = canViewRequester(actor, order)
  return {
    _id: order._id,
    service: order.service,
    text: order.text,
    urgent: order.urgent,
    window: order.window,
    photoFileIds: order.photoFileIds,
    areaPath: order.areaPath,
    areaName: order.areaName,
    status: order.status,
    phase: order.phase,
    offer: order.offer,
    assigneeId: order.assigneeId,
    assigneeName: order.assigneeName,
    dueAt: order.dueAt,
    createdAt: order.createdAt,
    checkedInAt: order.checkedInAt,
    completedAt: order.completedAt,
    completion: order.completion,
    review: order.review,
    reopenedCount: order.reopenedCount,
    requesterName: knowsRequester ? order.requesterName : null,
    isMine: order.requesterId === actor._id,
    contact: canViewContact(actor, order) ? order.contact : null,
    activity: knowsRequester ? order.activity.map(({ requestId: _requestId, by: _by, ...line }) => line) : [],
    allowedActions: allowedActions(actor, order),
  }
}
