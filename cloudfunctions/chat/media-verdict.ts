import * as z from 'zod'
import type { Message } from '@/domain/chat/schema'
import { orderIdOf } from '@/domain/chat/thread'
import { topics } from '@/domain/signal/topics'
import type { Timestamp } from '@/domain/shared/time'
import type { Logger } from '../_runtime/log'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import type { Trips } from '../_runtime/trips'
import { findOrder } from '../order/find-order'
import { threadTopics } from '../order/order-topics'
import { changeMessage } from './change-message'
import { askAgainAt } from './media-pace'

/**
 * WeChat's push of what it found.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
const verdictSchema = z.object({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().min(8),
  errcode: z.number().optional(),
  result: z.object({ suggest: z.string() }).optional(),
})

/** Is it such a push? Whoever else sends one would have to know the trace id, which no phone is told. */
export const isMediaVerdict = (event: unknown): boolean => verdictSchema.safeParse(event).success

/** Shows a picture or voice to the others, or never. What could not be loaded is asked for again by the clock. */
export async function takeMediaVerdict(
  event: unknown,
  { store, trips, log, now }: { store: Store; trips: Trips; log: Logger; now: Timestamp },
): Promise<void> {
  const { trace_id: traceId, result } = verdictSchema.parse(event)
  const message = await store.messages.findOne({ traceId })
  if (message?.mediaCheck !== 'pending') return log.info('verdictOnNothing')
  if (!result) {
    const recheckAt = askAgainAt({ traceId: null, sentAt: message.sentAt, now })
    await store.messages.update({ _id: message._id, traceId }, { traceId: null, recheckAt })
    return log.info('mediaUnreachable')
  }
  const mediaCheck = result.suggest === 'pass' ? 'passed' : 'risky'
  const fields = { mediaCheck, recheckAt: null } as const
  // The same verdict twice is one change; of two that differ the first counts.
  await changeMessage({ store, trips }, message, { fields, key: 'checked', at: now })
  await moveSignals(store, await topicsOf(store, message))
  log.info('mediaChecked', { mediaCheck })
}

async function topicsOf(store: Store, { groupPath }: Message): Promise<string[]> {
  const orderId = orderIdOf(groupPath)
  return orderId === null ? [topics.chat(groupPath)] : threadTopics(await findOrder(store, orderId))
}
