import type { Account } from '@/domain/account/schema'
import { titleIn } from '@/domain/chat/policy'
import type { Message } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import { minutes, type Timestamp } from '@/domain/shared/time'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import type { Group } from './find-group'

/** Until somebody has vouched for them, newcomers write one message a minute to the whole building. */
const pace = minutes(1)
/** How many of a newcomer's last messages are remembered: more than they can write in a minute in all of their groups. */
const remembered = 20

const isSlow = (actor: Account, group: Group): boolean =>
  group.kind !== 'thread' && titleIn(actor, group.groupPath) === 'newcomer'

/**
 * By what their account tells, so that it costs no wait and holds in the busiest group; a message that is sent again
 * is no second one.
 * @throws AppError LimitReached with `retryAt`, ms since 1970
 */
export function keepPace(
  actor: Account,
  { group, now, requestId }: { group: Group; now: Timestamp; requestId: string },
): void {
  if (!isSlow(actor, group) || actor.recentWords.some(({ id }) => id === requestId)) return
  const here = actor.recentWords.filter(({ groupPath }) => groupPath === group.groupPath)
  const next = Math.max(0, ...here.map(({ at }) => at)) + pace
  if (next > now) throw new AppError('LimitReached', { reason: 'newcomer', limit: 1, retryAt: next })
}

/** What a newcomer has said is remembered for their pace. One wait, and none for anybody else. */
export async function notePace(
  store: Store,
  actor: Account,
  group: Group,
  { _id: id, groupPath, sentAt: at }: Message,
): Promise<void> {
  if (!isSlow(actor, group)) return
  const recentWords = command.push({ each: [{ id, at, groupPath }], slice: -remembered })
  await store.accounts.update({ _id: actor._id }, {}, { recentWords })
}
