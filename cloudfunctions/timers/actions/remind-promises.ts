import { promiseLine } from '@/copy/moments'
import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { communityOfGroup } from '@/domain/chat/thread'
import { canKeep } from '@/domain/promise/policy'
import type { FollowUpPromise } from '@/domain/promise/schema'
import { roleKey } from '@/domain/shared/role'
import { minutes } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import { holdersAtMost, sendMessage } from '../../order/send-message'
import { workThrough, type DutyContext } from '../duty'

/** When it is tried again, where WeChat could not take a message or the run broke off. */
const again = minutes(10)
/** Where a tap on the message leads. */
const page = 'packages/talk/pages/promises/index'

/**
 * On the day that a promise is due whoever made it is told once, or, where they look after the group no longer, the
 * office; answers of how many promises.
 */
export const remindPromises = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.promises,
    due: { wakeAt: command.lte(context.now) },
    key: 'wakeAt',
    work: (promise) => remind(context, promise),
  })

async function remind(context: DutyContext, promise: FollowUpPromise): Promise<boolean> {
  const { now, store } = context
  const { _id, wakeAt } = promise
  // Another run, or whoever keeps it or puts it off, moves it on: then this is theirs.
  const wakeNext = (from: number | null, next: number | null): Promise<number> =>
    store.promises.update({ _id, wakeAt: from }, { wakeAt: next })
  const readers = await readersOf(context, promise)
  if ((await wakeNext(wakeAt, now + again)) === 0) return true
  const isTold = await tell(context, promise, readers)
  if (isTold) await wakeNext(now + again, null)
  return isTold
}

async function readersOf({ now, store }: DutyContext, promise: FollowUpPromise): Promise<Account[]> {
  const maker = await store.accounts.get(promise.made.by.userId)
  if (maker && canKeep(standingAt(maker, now), promise)) return [maker]
  const community = communityOfGroup(promise.groupPath)
  const holders = { roleKeys: roleKey('communityStaff', community ?? promise.groupPath) }
  const staff = await store.accounts.find(holders, { limit: holdersAtMost })
  return staff.filter((one) => canKeep(standingAt(one, now), promise))
}

/** @returns false where WeChat could take none of the messages just now */
async function tell(
  { log, store }: DutyContext,
  { dueAt, groupPath, words }: FollowUpPromise,
  readers: readonly Account[],
): Promise<boolean> {
  const message = { moment: 'promiseDue', what: promiseLine(words), at: dueAt, page } as const
  const outcomes = await Promise.all(readers.map((reader) => sendMessage(store, reader, message, log)))
  const community = communityOfGroup(groupPath)
  await moveSignals(store, community ? [topics.inbox(community)] : [])
  return outcomes.length === 0 || outcomes.some((outcome) => outcome !== 'delayed')
}
