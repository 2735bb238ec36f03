import type { Actor } from '../account/policy'
import { canModerate, canReadGroup } from '../chat/policy'
import { days, type Timestamp } from '../shared/time'
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

export const isDueSensible = (dueAt: Timestamp, now: Timestamp): boolean =>
  dueAt > now && dueAt <= now + longestPromise
