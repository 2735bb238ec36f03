import type { Actor } from '../account/policy'
import { canModerate, canReadGroup } from '../chat/policy'
import { startOfDay } from '../shared/calendar'
import { days, hours, type Timestamp } from '../shared/time'
import type { promiseActionSchema } from './contract'
import type { FollowUpPromise } from './schema'
import type * as z from 'zod'

export type PromiseAction = z.infer<typeof promiseActionSchema>

/** How far off a promise may be due, ms; and how often it is put off. */
export const longestPromise = days(365)
export const mostDelays = 20

/** Whose promises these are to keep: all who look after the group. */
export const canKeep = (actor: Actor, { groupPath }: Pick<FollowUpPromise, 'groupPath'>): boolean =>
  canReadGroup(actor, groupPath) && canModerate(actor, groupPath)

export const promiseActions = (
  actor: Actor,
  promise: Pick<FollowUpPromise, 'groupPath' | 'isOpen' | 'delays'>,
): PromiseAction[] => {
  if (!promise.isOpen || !canKeep(actor, promise)) return []
  return promise.delays.length < mostDelays ? ['keep', 'delay'] : ['keep']
}

/**
 * When whoever made it is reminded: in the morning of its day, or, where that is over, an hour before; null: it is due so
 * soon that nobody has forgotten.
 */
export const promiseReminderAt = (dueAt: Timestamp, now: Timestamp): Timestamp | null =>
  [startOfDay(dueAt) + hours(9), dueAt - hours(1)].find((at) => at > now && at < dueAt) ?? null

export const isDueSensible = (dueAt: Timestamp, now: Timestamp): boolean =>
  dueAt > now && dueAt <= now + longestPromise
