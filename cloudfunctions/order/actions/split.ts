import { placeOrder } from '@/domain/order/place'
import { couldEver } from '@/domain/order/policy'
import { checkText } from '../../_runtime/safety'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { carryOut } from '../carry-out'
import { findHandbook, findService } from '../find-handbook'
import { findOrder } from '../find-order'
import { newDoorCode } from '../door-code'
import { saveWith } from '../save-event'
import { orderTopics, proxiesOf } from '../order-topics'

/** Further orders for what one order asked in one breath, in the name of the one who asked. */
export const splitOrder = action('order.split', {
  fetch: ({ store, input }) => findOrder(store, input.orderId),
  load: async (_call, order) => order,
  allow: (actor, order) => couldEver(actor, 'split', order),
  handle: async (call, order) => {
    const { input, log, now, openid, requestId, store, trips } = call
    const words = input.parts.map(({ text }) => text)
    await checkText(words.join('\n'), openid, log)
    const handbook = await findHandbook(store, order.communityPath, now)
    const services = input.parts.map(({ serviceId }) => findService(handbook, serviceId))
    const requester = { _id: order.requesterId, nickname: order.requesterName }
    const { urgent, window, areaPath, areaName, gridPath, buildingPath, communityPath } = order
    const { contact, beneficiary } = order
    const place = { areaPath, areaName, gridPath, buildingPath, communityPath, contact, beneficiary }
    const parts = services.map((service, index) => {
      const text = words[index] ?? ''
      const own = { text, voice: null, answers: [], photoFileIds: [], people: service.people }
      const fields = { ...place, ...own, urgent, window, seriesId: null, parentId: order._id }
      // The same for the same request, so that a retry makes no more of them.
      const id = `${requestId.slice(0, 29)}-${index}`
      return placeOrder(fields, requester, {
        service,
        handbook,
        doorCode: newDoorCode(),
        requestId: id,
        at: now,
      })
    })
    const proxies = proxiesOf(store, order)
    const answer = await carryOut(call, order, 'split', { note: words.join(' / ') }, (before, after) =>
      saveWith(trips, before, after, parts),
    )
    // Phones that asked again when the first one moved may have done so before these were there.
    const proxyIds = await proxies
    await moveSignals(
      store,
      parts.flatMap((part) => orderTopics(part, part, proxyIds)),
    )
    return answer
  },
})
