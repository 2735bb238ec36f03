import { couldEver } from '@/domain/order/policy'
import type { Offer } from '@/domain/order/schema'
import type { ParsedInput } from '@/domain/contracts'
import { AppError } from '@/domain/shared/errors'
import { holdsRole } from '@/domain/shared/role'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { carryOut } from '../carry-out'
import { findOrder } from '../find-order'

export const dispatchOrder = action('order.dispatch', {
  load: async ({ store, input }) => findOrder(store, input.orderId),
  allow: (actor, order) => couldEver(actor, 'dispatch', order),
  handle: async (call, order) => {
    const offer = await offerOf(call.store, call.input.to, order)
    return carryOut(call, order, 'dispatch', { offer })
  },
})

/** @throws AppError NotFound where the chosen one is no volunteer of the order's area, or placed it */
async function offerOf(
  store: Store,
  to: ParsedInput<'order.dispatch'>['to'],
  order: { areaPath: string; requesterId: string },
): Promise<Offer> {
  if (to.kind === 'hall') return { kind: 'hall' }
  const volunteer = await store.accounts.get(to.volunteerId)
  const mayTake = volunteer && holdsRole(volunteer.roles, ['volunteer'], order.areaPath)
  if (!mayTake || volunteer._id === order.requesterId) throw new AppError('NotFound', { what: 'volunteer' })
  return { kind: 'person', volunteerId: volunteer._id, volunteerName: volunteer.nickname }
}
