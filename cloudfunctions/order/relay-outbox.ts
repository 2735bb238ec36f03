import { messageData } from '@/copy/moments'
import type { Order, OutboxEntry } from '@/domain/order/schema'
import { momentTemplates } from '@/domain/shared/templates'
import type { Logger } from '../_runtime/log'
import { command, openapi } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** Where a tap on the message leads. */
const pageOf = (order: Order): string => `pages/order/index?id=${order._id}`

/**
 * Hands an order's waiting messages to WeChat and takes them off. Someone who has not agreed to a message (one
 * consent, one message) can't be reached this way: that is logged and the message is dropped, not repeated.
 */
export async function relayOutbox(store: Store, order: Order, log: Logger): Promise<void> {
  const recipients = await store.accounts.getMany(order.outbox.map(({ to }) => to))
  const openidOf = new Map(recipients.map(({ _id, openid }) => [_id, openid]))
  for (const entry of order.outbox) {
    const touser = openidOf.get(entry.to)
    if (touser) await send(touser, order, entry, log)
  }
  const sent = order.outbox.map(({ id }) => id)
  await store.orders.update({ _id: order._id }, {}, { outbox: command.pull({ id: command.in(sent) }) })
  await store.orders.update({ _id: order._id, outbox: command.size(0) }, { hasOutbox: false })
}

async function send(touser: string, order: Order, entry: OutboxEntry, log: Logger): Promise<void> {
  try {
    await openapi.subscribeMessage.send({
      touser,
      templateId: momentTemplates[entry.moment],
      page: pageOf(order),
      data: messageData(entry.moment, order.service, entry.at),
    })
    log.info('messageSent', { moment: entry.moment })
  } catch (error) {
    log.info('messageRefused', { moment: entry.moment, errCode: (error as { errCode?: unknown }).errCode })
  }
}
