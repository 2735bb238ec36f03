import type { Actor } from '@/domain/account/policy'
import { canWriteThread } from '@/domain/chat/policy'
import { whyMute } from '@/domain/group/policy'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import type { Group } from './find-group'

/** What keeps somebody who reads a group from writing in it just now, as they are told; null: nothing. */
export function ruleAgainst(actor: Actor, group: Group, now: Timestamp): AppError | null {
  if (group.kind === 'thread')
    return canWriteThread(actor, group.order, now) ? null : new AppError('Conflict')
  const mute = whyMute(actor, group.settings, now)
  return mute && new AppError('LimitReached', { reason: mute.why, retryAt: mute.until })
}

/**
 * The rules of the house for everything that puts a line into a group.
 * @throws AppError LimitReached with `reason` (silenced, announcements) and `retryAt`, ms since 1970; Conflict where
 * the thread is closed
 */
export function keepRules(actor: Actor, group: Group, now: Timestamp): void {
  const broken = ruleAgainst(actor, group, now)
  if (broken) throw broken
}
