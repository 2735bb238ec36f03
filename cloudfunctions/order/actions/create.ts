import { isCurrent } from '@/domain/account/index-fields'
import { canOrderTo } from '@/domain/order/policy'
import { placeOrder } from '@/domain/order/place'
import { isWindowOpen } from '@/domain/order/schema'
import { presentOrder } from '@/domain/order/present'
import { ancestorAt } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { pageKey } from '@/domain/shared/paging'
import { days } from '@/domain/shared/time'
import { checkText } from '../../_runtime/safety'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { orderTopics } from '../order-topics'

/** Orders that one person may place within a day. */
const dailyLimit = 10

export const createOrder = action('order.create', {
  load: async ({ actor, input }) =>
    actor.memberships.find((home) => home.areaPath === input.homePath && isCurrent(home)) ?? null,
  allow: (actor, home) => home !== null && canOrderTo(actor, home.areaPath),
  handle: async ({ actor, input, log, now, openid, requestId, store }, home) => {
    const earlier = await store.orders.get(requestId)
    if (earlier) {
      const mine = own(earlier, actor._id)
      // The first time may have ended between writing and telling: tell again, it does no harm.
      await moveSignals(store, orderTopics(mine))
      return { order: presentOrder(actor, mine) }
    }
    const communityPath = home && ancestorAt(home.areaPath, 'community')
    if (!communityPath) throw new AppError('Forbidden')
    if (input.window && !isWindowOpen(input.window, now))
      throw new AppError('BadInput', { where: ['window'] })
    const since = pageKey(now - days(1), '')
    const today = await store.orders.count({ requesterId: actor._id, createdKey: command.gte(since) })
    if (today >= dailyLimit) throw new AppError('LimitReached', { limit: dailyLimit })
    await checkText(input.text, openid, log)
    const { homePath: areaPath, phone, ...wishes } = input
    const contact = { roomNumber: home.roomNumber, phone }
    const order = placeOrder(
      { ...wishes, areaPath, areaName: home.areaName, communityPath, contact },
      actor,
      requestId,
      now,
    )
    const { document } = await store.orders.insertOnce(order)
    await moveSignals(store, orderTopics(document))
    return { order: presentOrder(actor, own(document, actor._id)) }
  },
})

/** A request id that someone else has used is no way to read their order. */
function own<T extends { requesterId: string }>(order: T, userId: string): T {
  if (order.requesterId !== userId) throw new AppError('Conflict')
  return order
}
