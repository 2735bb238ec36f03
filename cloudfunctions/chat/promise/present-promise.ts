import type { Actor } from '@/domain/account/policy'
import type { PromiseView } from '@/domain/promise/contract'
import { promiseActions } from '@/domain/promise/policy'
import type { FollowUpPromise } from '@/domain/promise/schema'
import type { Timestamp } from '@/domain/shared/time'

/** A promise as those see it who look after its group; its contract takes the ids away. */
export const presentPromise = (actor: Actor, promise: FollowUpPromise, now: Timestamp): PromiseView => {
  const { _id, groupPath, groupName, seq, question, words, dueAt, isOpen, version } = promise
  const { asked, made, kept, delays } = promise
  return {
    ...{ _id, groupPath, groupName, seq, question, words, dueAt, isOpen, version },
    ...{ asked, made, kept, delays },
    isOverdue: isOpen && dueAt <= now,
    allowedActions: promiseActions(actor, promise),
  }
}
