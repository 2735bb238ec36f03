import type { Account } from '@/domain/account/schema'
import { placeOrder } from '@/domain/order/place'
import { presentOrder, type OrderView } from '@/domain/order/present'
import { isWindowOpen, type Order } from '@/domain/order/schema'
import { isDayId } from '@/domain/series/day-id'
import { AppError } from '@/domain/shared/errors'
import { checkLater } from '../../_runtime/check-later'
import { checkText } from '../../_runtime/safety'
import type { Call } from '../../_runtime/action'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import type { Store } from '../../_runtime/store'
import { inTransaction } from '../../_runtime/transaction'
import { fetchSaid } from '../../chat/fetch-said'
import { newDoorCode } from '../door-code'
import { checkFlood, countOrder, printOf } from '../flood'
import { checkCanBecome, filesToCheck, mayBecomeOrder, newOrderTopics, orderFrom } from '../from-message'
import { proxiesOf } from '../order-topics'
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
    if (isDayId(requestId)) throw new AppError('BadInput', { where: ['requestId'] })
    if (said) checkCanBecome(said.message, requestId)
    const files = filesToCheck(input, said)
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
    const [document] = await Promise.all([
      said ? orderFrom(call, said, order, print) : placeOnce(call, order, print),
      checkLater(store, { of: { kind: 'order', id: order._id }, files, byUserId: actor._id, now }),
    ])
    const proxyIds = place.beneficiary?.proxies.map(({ userId }) => userId) ?? []
    await moveSignals(store, newOrderTopics(document, proxyIds))
    return { order: presentOrder(actor, own(document, actor)) }
  },
})

/** Writes an order and counts it, both or neither; one that is there already is answered as it is. */
const placeOnce = (
  { actor, now, trips }: Pick<Call<'order.create'>, 'actor' | 'now' | 'trips'>,
  order: Order,
  print: string,
): Promise<Order> =>
  inTransaction(trips, async (transaction) => {
    const earlier = await transaction.orders.get(order._id)
    if (earlier) return earlier
    await countOrder(transaction, actor._id, { id: order._id, at: now, print })
    await transaction.orders.insert(order)
    return order
  })

/** The first time may have ended between writing and telling: tell again, it does no harm. */
async function answerAgain(store: Store, actor: Account, orderId: string): Promise<{ order: OrderView }> {
  const earlier = await store.orders.get(orderId)
  if (!earlier) throw new AppError('Conflict')
  const mine = own(earlier, actor)
  await moveSignals(store, newOrderTopics(mine, await proxiesOf(store, mine)))
  return { order: presentOrder(actor, mine) }
}

/** A request id that someone else has used is no way to read their order. */
function own(order: Order, actor: Account): Order {
  if (order.requesterId !== actor._id) throw new AppError('Conflict')
  return order
}
