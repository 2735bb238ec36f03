import type { Account } from '@/domain/account/schema'
import { canModerate } from '@/domain/chat/policy'
import { callsFor } from '@/domain/chat/named-in'
import type { Message } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import { days, type Timestamp } from '@/domain/shared/time'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import type { Group } from './find-group'

/** Calls of everyone that one person makes in a group within a day. */
const mostCalls = 3
const window = days(1)
/** So many leaders and staff don't use theirs up in one group. */
const looked = 300

/** What called everyone of a group within the last day. */
export const callsOfAll = (store: Store, groupPath: string, now: Timestamp): Promise<Message[]> => {
  const [, everyone] = callsFor('', [groupPath])
  return store.messages.find(
    { callsIds: everyone, sentAt: command.gt(now - window) },
    { orderBy: ['sentAt', 'desc'], limit: looked },
  )
}

/** @throws AppError Forbidden, LimitReached */
export function keepToFewCalls(
  actor: Account,
  { groupPath }: Group,
  { earlierCalls, requestId }: { earlierCalls: readonly Message[]; requestId: string },
): void {
  if (!canModerate(actor, groupPath)) throw new AppError('Forbidden')
  const mine = earlierCalls.filter(({ _id, authorId }) => authorId === actor._id && _id !== requestId)
  const oldest = mine[mostCalls - 1]
  if (oldest) throw new AppError('LimitReached', { limit: mostCalls, retryAt: oldest.sentAt + window })
}
