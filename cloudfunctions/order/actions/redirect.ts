import { couldEver } from '@/domain/order/policy'
import { AppError } from '@/domain/shared/errors'
import { checkText } from '../../_runtime/safety'
import { action } from '../../_runtime/serve'
import { carryOut } from '../carry-out'
import { findHandbook } from '../find-handbook'
import { findOrder } from '../find-order'

/** To whoever's job it is, with their number as the guide has it today; without a guide entry: to the incidents. */
export const redirectOrder = action('order.redirect', {
  fetch: ({ store, input }) => findOrder(store, input.orderId),
  load: async (_call, order) => order,
  allow: (actor, order) => couldEver(actor, 'redirect', order),
  handle: async (call, order) => {
    const { guideId, note } = call.input
    await checkText(note, call.openid, call.log)
    const handbook = await findHandbook(call.store, order.communityPath, call.now)
    const entry = handbook.guide.find(({ id }) => id === guideId)
    if (guideId !== null && !entry) throw new AppError('NotFound', { what: 'guideEntry' })
    const redirection = entry
      ? ({ kind: 'responsible', name: entry.name, phone: entry.phone } as const)
      : ({ kind: 'incident', name: order.areaName, phone: handbook.phone } as const)
    return carryOut(call, order, 'redirect', { redirection, note })
  },
})
