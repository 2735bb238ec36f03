import type { MediaCheck } from '@/domain/media/schema'
import type { Activity } from '@/domain/order/parts'
import type { Order } from '@/domain/order/schema'
import { withoutFile } from '@/domain/order/without-file'
import { topics } from '@/domain/signal/topics'
import type { VerdictContext } from '../_runtime/media-verdict'
import { command } from '../_runtime/sdk'
import { moveSignals } from '../_runtime/signals'
import { untilSaved } from '../_runtime/until-saved'
import { orderTopics, proxiesOf } from './order-topics'

/** A refused picture or voice goes out of an order, and its history says so; its people see it at once. */
export function takeOutOfOrder(
  { store, now }: Pick<VerdictContext, 'store' | 'now'>,
  check: Pick<MediaCheck, '_id' | 'byUserId' | 'fileId' | 'kind' | 'of'>,
): Promise<void> {
  return untilSaved(async () => {
    const order = await store.orders.get(check.of.id)
    const fields = order && withoutFile(order, check.fileId)
    if (!fields) return true
    const { _id, version } = order
    const activity = command.push([lineOf(order, check, now)])
    const saved = await store.orders.update(
      { _id, version },
      { ...fields, version: version + 1 },
      { activity },
    )
    if (saved !== 1) return false
    const proxyIds = await proxiesOf(store, order)
    await moveSignals(store, [...orderTopics(order, order, proxyIds), topics.user(check.byUserId)])
    return true
  })
}

const lineOf = (
  { status }: Order,
  { _id, kind }: Pick<MediaCheck, '_id' | 'kind'>,
  at: number,
): Activity => ({
  event: kind === 'voice' ? 'refuseVoice' : 'refusePhoto',
  from: status,
  to: status,
  by: null,
  byName: '',
  at,
  note: '',
  isInternal: false,
  requestId: _id,
})
