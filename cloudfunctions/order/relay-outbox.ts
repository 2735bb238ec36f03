import { messageData } from '@/copy/moments'
import type { Order, OutboxEntry } from '@/domain/order/schema'
import { momentTemplates } from '@/domain/shared/templates'
import type { Logger } from '../_runtime/log'
import { command, isRefusedMessage, openapi } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** Where a tap on the message leads. */
const pageOf = (order: Order): string => `pages/order/index?id=${order._id}`

/**
 * Hands an order's waiting messages to WeChat. Each is taken off before it is sent, so that of several who relay
 * at once one sends it (a consent is good for one message), and put back when WeChat could not take it just now.
 * Someone who has not agreed to be told can't be reached this way: that is logged, and not tried again.
 */
export async function relayOutbox(store: Store, order: Order, log: Logger): Promise<void> {
  if (order.outbox.length === 0) return
  const recipients = await store.accounts.getMany(order.outbox.map(({ to }) => to))
  const openidOf = new Map(recipients.map(({ _id, openid }) => [_id, openid]))
  for (const entry of order.outbox) {
    const touser = openidOf.get(entry.to)
    if (!(await take(store, order, entry)) || !touser) continue
    if (!(await send(touser, order, entry, log))) await putBack(store, order, entry)
  }
  await store.orders.update({ _id: order._id, outbox: command.size(0) }, { hasOutbox: false })
}

async function take(store: Store, order: Order, { id }: OutboxEntry): Promise<boolean> {
  const mine = { _id: order._id, 'outbox.id': id }
  return (await store.orders.update(mine, {}, { outbox: command.pull({ id }) })) === 1
}

const putBack = (store: Store, order: Order, entry: OutboxEntry): Promise<number> =>
  store.orders.update({ _id: order._id }, { hasOutbox: true }, { outbox: command.push([entry]) })

/** Answers whether the message is done with: sent, or refused for good. */
async function send(touser: string, order: Order, entry: OutboxEntry, log: Logger): Promise<boolean> {
  const { at, moment } = entry
  try {
    const data = messageData(moment, order.service, at)
    await openapi.subscribeMessage.send({
      touser,
      templateId: momentTemplates[moment],
      page: pageOf(order),
      data,
    })
    log.info('messageSent', { moment })
    return true
  } catch (error) {
    const isRefused = isRefusedMessage(error)
    log.info(isRefused ? 'messageRefused' : 'messageDelayed', { moment })
    return isRefused
  }
}
