import type { Account } from '@/domain/account/schema'
import { can } from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { carryOut } from '../carry-out'
import { communitiesOf } from '../communities'
import { offerTo } from './dispatch'

/** Each line stands for itself: one that has moved on meanwhile doesn't keep the others. */
export const confirmPlan = action('order.confirmPlan', {
  fetch: async ({ store, input: { lines } }) => {
    const [orders, volunteers] = await Promise.all([
      store.orders.getMany(lines.map(({ orderId }) => orderId)),
      store.accounts.getMany(lines.flatMap(({ volunteerIds }) => volunteerIds)),
    ])
    return { orders, volunteers }
  },
  load: async (_call, found) => found,
  allow: (actor) => communitiesOf(actor, 'communityStaff').length > 0,
  handle: async (call, { orders, volunteers }) => {
    const lines = await Promise.all(
      call.input.lines.map(async ({ orderId, volunteerIds }) => {
        const order = orders.find(({ _id }) => _id === orderId)
        if (!order) return { orderId, isSent: false }
        try {
          if (isAgain(call.requestId, call.actor, order)) return { orderId, isSent: true }
          if (!can(call.actor, 'dispatch', order)) return { orderId, isSent: false }
          await carryOut(call, order, 'dispatch', {
            offer: offerTo(volunteerIds, order, volunteers, call.now),
          })
          return { orderId, isSent: true }
        } catch (error) {
          if (error instanceof AppError) return { orderId, isSent: false }
          throw error
        }
      }),
    )
    return { lines }
  },
})

/** The first time may have been answered and not heard: what came of it since does not unsend it. */
const isAgain = (requestId: string, { _id }: Account, { activity }: Order): boolean =>
  activity.some((line) => line.requestId === requestId && line.event === 'dispatch' && line.by === _id)
