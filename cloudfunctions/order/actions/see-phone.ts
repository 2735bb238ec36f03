import { canCall } from '@/domain/order/policy'
import { beneficiaryIdOf } from '@/domain/order/schema'
import { noteAccess } from '../../account/access'
import { action } from '../../_runtime/serve'
import { findOrder } from '../find-order'

/** The phone that an order was placed with, to call there; the look is on record before it is answered. Two waits. */
export const seePhone = action('order.phone', {
  fetch: ({ store, input }) => findOrder(store, input.orderId),
  load: async (_call, order) => order,
  allow: (actor, order) => canCall(actor, order),
  handle: async ({ actor, now, store }, order) => {
    const { phone } = order.contact
    const owners = new Set([order.requesterId, beneficiaryIdOf(order) ?? order.requesterId])
    const people = [...owners].map((_id) => ({ _id, memberships: [order] }))
    if (phone !== null) await noteAccess(store, { kind: 'phone', by: actor, people, at: now })
    return { phone }
  },
})
