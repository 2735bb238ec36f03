import { can, couldEver } from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { carryOut } from '../carry-out'
import { findOrder } from '../find-order'

/** So many codes may be told wrong at one door, beside the right one of each who comes. */
const mostWrongCodes = 5

export const checkIn = action('order.checkIn', {
  fetch: ({ store, input }) => findOrder(store, input.orderId),
  load: async (_call, order) => order,
  allow: (actor, order) => couldEver(actor, 'checkIn', order),
  handle: async (call, order) => {
    const { code, happenedAt } = call.input
    if (code !== null && can(call.actor, 'checkIn', order)) await countTry(call.store, order)
    return carryOut(call, order, 'checkIn', { code, happenedAt })
  },
})

/**
 * Counted before anybody looks at the code: of a thousand tried at once, no more than these learn anything.
 * @throws AppError BadInput as for a wrong code; the resident's nod still proves the visit
 */
async function countTry(store: Store, { _id, people }: Order): Promise<void> {
  const codeTries = command.lt(mostWrongCodes + people)
  const counted = await store.orders.update({ _id, codeTries }, {}, { codeTries: command.inc(1) })
  if (counted === 0) throw new AppError('BadInput', { where: ['code'] })
}
