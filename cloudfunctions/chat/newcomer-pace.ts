import type { Account } from '@/domain/account/schema'
import { titleIn } from '@/domain/chat/policy'
import { AppError } from '@/domain/shared/errors'
import { minutes, type Timestamp } from '@/domain/shared/time'
import type { Store } from '../_runtime/store'
import type { Group } from './find-group'

/** Until somebody has vouched for them, newcomers write one message a minute to the whole building. */
const pace = minutes(1)

/**
 * One wait for newcomers, none for others; a message that is sent again is no second one.
 * @throws AppError LimitReached with `retryAt`, ms since 1970
 */
export async function keepPace(
  store: Store,
  actor: Account,
  { group, now, requestId }: { group: Group; now: Timestamp; requestId: string },
): Promise<void> {
  if (group.kind === 'thread' || titleIn(actor, group.groupPath) !== 'newcomer') return
  const [last] = await store.messages.find({ authorId: actor._id }, { orderBy: ['sentAt', 'desc'], limit: 1 })
  if (!last || last._id === requestId || last.sentAt + pace <= now) return
  throw new AppError('LimitReached', { reason: 'newcomer', limit: 1, retryAt: last.sentAt + pace })
}
