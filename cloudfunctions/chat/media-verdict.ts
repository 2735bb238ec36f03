import type { Message } from '@/domain/chat/schema'
import { orderIdOf } from '@/domain/chat/thread'
import { askAgainAt } from '@/domain/media/pace'
import { topics } from '@/domain/signal/topics'
import type { MediaVerdict, VerdictContext } from '../_runtime/media-verdict'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { findOrder } from '../order/find-order'
import { threadTopics } from '../order/order-topics'
import { changeMessage } from './change-message'
import { dropFromInbox } from './inbox/items'

/** Shows a picture or voice to the others, or never. What could not be loaded is asked for again by the clock. */
export async function judgeMessage(
  { store, trips, now }: VerdictContext,
  message: Message,
  verdict: MediaVerdict,
): Promise<void> {
  const { _id, sentAt, traceId } = message
  if (verdict === 'unreachable') {
    const recheckAt = askAgainAt({ traceId: null, since: sentAt, now })
    await store.messages.update({ _id, traceId }, { traceId: null, recheckAt })
    return
  }
  const fields = { mediaCheck: verdict, recheckAt: null } as const
  // The same verdict twice is one change; of two that differ the first counts.
  await changeMessage({ store, trips }, message, { fields, key: 'checked', at: now })
  // What nobody will ever hear waits for nobody's answer.
  if (verdict === 'risky') await dropFromInbox(store, message)
  await moveSignals(store, await topicsOf(store, message))
}

async function topicsOf(store: Store, { groupPath }: Message): Promise<string[]> {
  const orderId = orderIdOf(groupPath)
  return orderId === null ? [topics.chat(groupPath)] : threadTopics(await findOrder(store, orderId))
}
