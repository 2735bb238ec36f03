import type { Account } from '@/domain/account/schema'
import { placeOrder } from '@/domain/order/place'
import { presentOrder, type OrderView } from '@/domain/order/present'
import { isWindowOpen, type Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import { checkText } from '../../_runtime/safety'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import type { Store } from '../../_runtime/store'
import { fetchSaid } from '../../chat/fetch-said'
import { newDoorCode } from '../door-code'
import { checkFlood, printOf, rememberedOrders } from '../flood'
import { checkCanBecome, mayBecomeOrder, newOrderTopics, orderFrom } from '../from-message'
import { dangersOfWish, fetchWishPlace, mayWish, readWish, wordsOf } from '../read-wish'

export const createOrder = action('order.create', {
  fetch: async ({ input, now, store }) => {
    const [place, said] = await Promise.all([
      fetchWishPlace(store, input, now),
      input.from && fetchSaid(store, input.from),
    ])
    return { place, said }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, { place, said }, input) =>
    mayWish(actor, input, place) && (said === null || mayBecomeOrder(actor, said)),
  handle: async (call, { place, said }) => {
    const { actor, input, log, now, openid, requestId, store } = call
    if (actor.recentOrders.some(({ id }) => id === requestId)) return answerAgain(store, actor, requestId)
    if (said) checkCanBecome(said.message, requestId)
    if (input.window && !isWindowOpen(input.window, now))
      throw new AppError('BadInput', { where: ['window'] })
    const { service, fields } = readWish(actor, input, place)
    const dangers = dangersOfWish(service, input)
    if (dangers.length > 0 && !input.hasSeenDanger) throw new AppError('DangerFirst', { dangers })
    const print = printOf(service.id, input.text, input.voice?.fileId ?? '')
    checkFlood(actor, print, now)
    await checkText(wordsOf(input), openid, log)
    const { urgent, window } = input
    const placed = placeOrder({ ...fields, urgent, window, seriesId: null, parentId: null }, actor, {
      service,
      handbook: place.handbook,
      doorCode: newDoorCode(),
      requestId,
      at: now,
    })
    const order = { ...placed, from: input.from }
    const document = said
      ? await orderFrom(call, said, order)
      : (await store.orders.insertOnce(order)).document
    const recent = command.push({ each: [{ id: requestId, at: now, print }], slice: -rememberedOrders })
    await Promise.all([
      moveSignals(store, newOrderTopics(document)),
      store.accounts.update({ _id: actor._id }, {}, { recentOrders: recent }),
    ])
    return { order: presentOrder(actor, own(document, actor)) }
  },
})

/** The first time may have ended between writing and telling: tell again, it does no harm. */
async function answerAgain(store: Store, actor: Account, orderId: string): Promise<{ order: OrderView }> {
  const earlier = await store.orders.get(orderId)
  if (!earlier) throw new AppError('Conflict')
  const mine = own(earlier, actor)
  await moveSignals(store, newOrderTopics(mine))
  return { order: presentOrder(actor, mine) }
}

/** A request id that someone else has used is no way to read their order. */
function own(order: Order, actor: Account): Order {
  if (order.requesterId !== actor._id) throw new AppError('Conflict')
  return order
}
