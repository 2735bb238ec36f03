import type { ParsedInput } from '@/domain/contracts'
import type { Account } from '@/domain/account/schema'
import { fitOf, loadAtHand } from '@/domain/order/fit'
import type { Offer } from '@/domain/order/parts'
import { couldEver, isHelped } from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { holdsRole } from '@/domain/shared/role'
import { action } from '../../_runtime/serve'
import { carryOut } from '../carry-out'
import { findOrder } from '../find-order'

export const dispatchOrder = action('order.dispatch', {
  fetch: async ({ store, input: { orderId, to } }) => {
    const [order, volunteers] = await Promise.all([
      findOrder(store, orderId),
      to.kind === 'people' ? store.accounts.getMany(to.volunteerIds) : [],
    ])
    return { order, volunteers }
  },
  load: async (_call, found) => found,
  allow: (actor, { order }) => couldEver(actor, 'dispatch', order),
  handle: async (call, { order, volunteers }) =>
    carryOut(call, order, 'dispatch', { offer: offerOf(call.input.to, order, volunteers, call.now) }),
})

/** @throws AppError NotFound, NotEligible with the reasons (see `checkVolunteer`) */
function offerOf(
  to: ParsedInput<'order.dispatch'>['to'],
  order: Order,
  volunteers: readonly Account[],
  now: number,
): Offer {
  if (to.kind === 'hall') return to
  return offerTo(to.volunteerIds, order, volunteers, now)
}

/** An offer to some of `volunteers` by name. @throws AppError NotFound, NotEligible with the reasons (see `checkVolunteer`) */
export const offerTo = (
  ids: readonly string[],
  order: Order,
  volunteers: readonly Account[],
  now: number,
): Offer => ({
  kind: 'people',
  people: [...new Set(ids)].map((id) => {
    const volunteer = volunteers.find(({ _id }) => _id === id)
    checkVolunteer(volunteer, order, now)
    return { userId: volunteer._id, name: volunteer.nickname }
  }),
})

/** @throws AppError NotFound where they are no volunteer of the order's area, or are helped by it; NotEligible */
export function checkVolunteer(
  volunteer: Account | undefined,
  order: Order,
  now: number,
): asserts volunteer is Account {
  const isHere = [order.areaPath, order.communityPath].some(
    (path) => volunteer && holdsRole(volunteer.roles, ['volunteer'], path),
  )
  if (!volunteer || !isHere || isHelped(volunteer, order))
    throw new AppError('NotFound', { what: 'volunteer' })
  const { isEligible, reasons } = fitOf(order, volunteer, loadAtHand(order, volunteer), now)
  if (!isEligible) throw new AppError('NotEligible', { userId: volunteer._id, reasons })
}
