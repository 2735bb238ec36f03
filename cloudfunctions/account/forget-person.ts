import { formerNeighbour } from '@/copy/people'
import type { Account } from '@/domain/account/schema'
import { topics } from '@/domain/signal/topics'
import { areasOfHome } from '@/domain/shared/area'
import { forgetPerson as forgotten } from '@/domain/shared/person'
import { minutes } from '@/domain/shared/time'
import type { Logger } from '../_runtime/log'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { forgetElsewhere } from './forget/elsewhere'
import { forgetMessages } from './forget/messages'
import { forgetOrders } from './forget/orders'
import { forgetSeries } from './forget/series'
import { changeMatters } from './matters'

export interface ForgetContext {
  readonly store: Store
  readonly log: Logger
  /** ms since 1970 */
  readonly now: number
}

/** When it is looked again: for what was under way when the account ended, and while somebody is at their door. */
const again = { settling: minutes(1), visit: minutes(60) }

/**
 * Forgets someone who has cancelled their account, wherever they were named: open orders are handed back or
 * cancelled, then names, flats, phones, voices and pictures go. Bounded; done again it goes on where it ended, and
 * does no harm. True once a later pass than the first has found nothing.
 * Looks at the data of others stay under the name they were made in: those concerned may know who that was.
 */
export async function forgetPerson(context: ForgetContext, account: Account): Promise<boolean> {
  const { log, now, store } = context
  const { _id, forgetAt, memberships } = account
  const areas = memberships.flatMap(areasOfHome)
  await moveSignals(store, [topics.user(_id), ...areas.map(topics.pending), ...areas.map(topics.chat)])
  // Stopped before its orders are, so that no further one comes of it.
  const series = await forgetSeries(context, account)
  const orders = await forgetOrders(context, account)
  const [messages, matters] = await Promise.all([
    forgetMessages(store, _id),
    changeMatters(store, _id, (matter) => ({
      ...forgotten(matter, _id, formerNeighbour),
      namedIds: matter.namedIds.filter((id) => id !== _id),
    })),
  ])
  const left = series + orders.left + messages + matters
  if (left === 0) await forgetElsewhere(store, account)
  const isFirst = forgetAt === null || forgetAt >= now
  const isDone = left === 0 && orders.underWay === 0 && !isFirst
  const wait = left === 0 && orders.underWay > 0 && !isFirst ? again.visit : again.settling
  await store.accounts.update({ _id }, { forgetAt: isDone ? null : now + wait })
  log.info('forgotten', { left, underWay: orders.underWay })
  return isDone
}
