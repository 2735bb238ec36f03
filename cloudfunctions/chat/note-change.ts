import type { Message } from '@/domain/chat/schema'
import type { Timestamp } from '@/domain/shared/time'
import type { Store } from '../_runtime/store'
import { stableId } from '../account/stable-id'
import { appendMessage } from './append-message'

/**
 * Says in the group's log that an earlier message is no longer what it was, so that phones which catch up ask for it
 * anew. The same change is said once.
 * @param key what makes this change another than those before
 */
export async function noteChange(
  store: Store,
  { groupPath, seq, _id }: Pick<Message, 'groupPath' | 'seq' | '_id'>,
  { key, at, newest }: { key: string | number; at: Timestamp; newest?: number },
): Promise<void> {
  const change = {
    _id: stableId('change', _id, key),
    groupPath,
    authorId: null,
    authorName: '',
    authorTitle: 'neighbour',
    body: { kind: 'change', of: seq },
    sentAt: at,
    isLine: false,
  } as const
  await appendMessage(store, change, newest)
}
