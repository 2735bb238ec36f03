import type { Account } from '@/domain/account/schema'
import { openBeside } from '@/domain/order/fit'
import { couldEver } from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { carryOut } from '../carry-out'
import { findOrder } from '../find-order'
import { saveTaking } from '../save-event'

/** Taking an order, from an offer or the hall, or instead of someone who can't. */
const take = (name: 'order.accept' | 'order.takeOver', event: 'accept' | 'takeOver') =>
  action(name, {
    fetch: ({ store, input }) => findOrder(store, input.orderId),
    load: async (_call, order) => order,
    allow: (actor, order) => couldEver(actor, event, order),
    handle: async (call, order) => {
      if (!order.takerIds.includes(call.actor._id)) await checkTaker(call.store, call.actor, order)
      return carryOut(call, order, event, {}, (before, after) =>
        saveTaking(call.trips, call.actor._id, before, after),
      )
    },
  })

export const acceptOrder = take('order.accept', 'accept')
export const takeOverOrder = take('order.takeOver', 'takeOver')

/**
 * What nobody may set aside for themselves: a skill that is needed, and their own bound of open orders. The count
 * at hand is put right by the orders before it keeps anyone from helping.
 * @throws AppError NotEligible with the reasons
 */
async function checkTaker(store: Store, actor: Account, order: Order): Promise<void> {
  if (!order.service.skills.every((skill) => actor.skills.includes(skill)))
    throw new AppError('NotEligible', { reasons: ['lacksSkill'] })
  if (openBeside(order, actor.openIds).length < actor.volunteer.cap) return
  const mine = await store.orders.find({ takerIds: actor._id, phase: 'moving' }, { limit: 50 })
  const openIds = mine.map(({ _id }) => _id)
  await store.accounts.update({ _id: actor._id, openIds: command.eq(actor.openIds) }, { openIds })
  if (openBeside(order, openIds).length >= actor.volunteer.cap)
    throw new AppError('NotEligible', { reasons: ['atCap'] })
}
