import { wechatCodeLine } from '@/copy/moments'
import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { canModerate } from '@/domain/chat/policy'
import type { GroupSettings } from '@/domain/group/schema'
import { ancestorAt, ancestorsOf } from '@/domain/shared/area'
import { afterQuiet } from '@/domain/shared/calendar'
import { roleKey } from '@/domain/shared/role'
import { minutes, type Timestamp } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import type { Store } from '../../_runtime/store'
import { findHandbook } from '../../order/find-handbook'
import { holdersAtMost, sendMessage } from '../../order/send-message'
import { workThrough, type DutyContext } from '../duty'

/** When it is tried again, where WeChat could not take a message or the run broke off. */
const again = minutes(10)

const pageOf = (groupPath: string): string =>
  `packages/talk/pages/group/index?group=${encodeURIComponent(groupPath)}`

/**
 * A day before the code of a WeChat group expires, whoever put it up is told once, or, where they look after the
 * place no longer, its other leaders; answers of how many groups. Their phones ask for the group anew and show it.
 */
export const remindWechatCodes = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.groups,
    due: { wakeAt: command.lte(context.now) },
    key: 'wakeAt',
    work: (settings) => remind(context, settings),
  })

async function remind(context: DutyContext, settings: GroupSettings): Promise<boolean> {
  const { now, store } = context
  const { _id, wakeAt, wechatCode } = settings
  // Another run, or a new code, moves it on: then this is theirs.
  const wakeNext = (from: Timestamp | null, next: Timestamp | null): Promise<number> =>
    store.groups.update({ _id, wakeAt: from }, { wakeAt: next })
  if (!wechatCode || wechatCode.expiresAt <= now) {
    await wakeNext(wakeAt, null)
    return true
  }
  const morning = await wakingTime(context, _id)
  if (morning > now) {
    await wakeNext(wakeAt, morning)
    return false
  }
  const readers = await readersOf(store, settings, now)
  if ((await wakeNext(wakeAt, now + again)) === 0) return true
  const isTold = await tell(context, settings, readers)
  if (isTold) await wakeNext(now + again, null)
  return isTold
}

/** Nobody's phone rings at night for it. */
async function wakingTime({ now, store }: DutyContext, groupPath: string): Promise<Timestamp> {
  const { quiet } = await findHandbook(store, ancestorAt(groupPath, 'community') ?? groupPath, now)
  return afterQuiet(quiet, now)
}

/** Who put the code up; else the leaders of the place, the nearest first; else its staff. */
async function readersOf(
  store: Store,
  { _id, wechatCode }: GroupSettings,
  now: Timestamp,
): Promise<Account[]> {
  const owner = wechatCode && (await store.accounts.get(wechatCode.by.userId))
  if (owner && canModerate(standingAt(owner, now), _id)) return [owner]
  const places = ancestorsOf(_id).reverse()
  const keys = [
    places.map((path) => roleKey('microGridLeader', path)),
    places.map((path) => roleKey('communityStaff', path)),
  ]
  const found = await Promise.all(
    keys.map((roleKeys) => store.accounts.find({ roleKeys: command.in(roleKeys) }, { limit: holdersAtMost })),
  )
  const holders = found.map((accounts) => accounts.filter((one) => canModerate(standingAt(one, now), _id)))
  return holders.find((accounts) => accounts.length > 0) ?? []
}

/** @returns false where WeChat could take none of the messages just now */
async function tell(
  { log, now, store }: DutyContext,
  { _id, wechatCode }: GroupSettings,
  readers: readonly Account[],
): Promise<boolean> {
  const message = {
    moment: 'codeExpires',
    what: wechatCodeLine,
    at: wechatCode?.expiresAt ?? now,
    page: pageOf(_id),
  } as const
  const outcomes = await Promise.all(readers.map((reader) => sendMessage(store, reader, message, log)))
  await moveSignals(
    store,
    readers.map((reader) => topics.user(reader._id)),
  )
  return outcomes.length === 0 || outcomes.some((outcome) => outcome !== 'delayed')
}
