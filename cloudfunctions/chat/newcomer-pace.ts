import type { Account } from '@/domain/account/schema'
import { titleIn } from '@/domain/chat/policy'
import { AppError } from '@/domain/shared/errors'
import { minutes, type Timestamp } from '@/domain/shared/time'
import type { Group } from './find-group'

/** Until somebody has vouched for them, newcomers write one message a minute to the whole building. */
const pace = minutes(1)

/**
 * By what the group was found with, so that it costs no wait; a message that is sent again is no second one.
 * @throws AppError LimitReached with `retryAt`, ms since 1970
 */
export function keepPace(
  actor: Account,
  { group, now, requestId }: { group: Group; now: Timestamp; requestId: string },
): void {
  if (group.kind === 'thread' || titleIn(actor, group.groupPath) !== 'newcomer') return
  const last = group.recent.find(({ authorId }) => authorId === actor._id)
  if (!last || last._id === requestId || last.sentAt + pace <= now) return
  throw new AppError('LimitReached', { reason: 'newcomer', limit: 1, retryAt: last.sentAt + pace })
}
