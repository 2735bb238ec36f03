import { couldEver } from '@/domain/order/policy'
import { ancestorAt, levelOf } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { checkText } from '../../_runtime/safety'
import { action } from '../../_runtime/serve'
import { carryOut } from '../carry-out'
import { findOrder } from '../find-order'

/** To the desk of another community of the same street. */
export const transferOrder = action('order.transfer', {
  fetch: async ({ store, input }) => {
    const [order, area] = await Promise.all([
      findOrder(store, input.orderId),
      store.areas.get(input.communityPath),
    ])
    return { order, area }
  },
  // Once it is done the order is another desk's: who did it still hears so when they ask again.
  load: async ({ actor, requestId }, { order, area }) => {
    const isAgain = order.activity.some((line) => line.requestId === requestId && line.by === actor._id)
    return { order, area, isAgain }
  },
  allow: (actor, { order, isAgain }) => isAgain || couldEver(actor, 'transfer', order),
  handle: async (call, { order, area, isAgain }) => {
    const { communityPath, note } = call.input
    const isNear = ancestorAt(communityPath, 'street') === ancestorAt(order.areaPath, 'street')
    const isCommunity = area !== null && levelOf(communityPath) === 'community'
    if (!isNear || !isCommunity) throw new AppError('NotFound', { what: 'community' })
    if (communityPath === order.communityPath && !isAgain)
      throw new AppError('BadInput', { where: ['communityPath'] })
    await checkText(note, call.openid, call.log)
    return carryOut(call, order, 'transfer', { communityPath, name: area.name, note })
  },
})
