import { careKeyOfArea } from '@/domain/chat/care'
import type { DeskCounts } from '@/domain/numbers/digest'
import type { Order } from '@/domain/order/schema'
import { startOfDay } from '@/domain/shared/calendar'
import { pageKey } from '@/domain/shared/paging'
import { days, type Timestamp } from '@/domain/shared/time'
import type { Where } from '../../../_runtime/collection'
import { command } from '../../../_runtime/sdk'
import type { Store } from '../../../_runtime/store'
import { areasOfScope, atDesk, type DeskScope } from '../../desk-scope'

/** Open and past due, as the desk counts it too. */
export const lateNow = (now: Timestamp): Where => ({
  phase: command.in(['waiting', 'moving']),
  dueKey: command.lt(pageKey(now, '')),
})

/** More promises, or newcomers, than that are "99+". */
const countedAtMost = 100

/** Open, and due before the day is over. */
const promisesDue = (store: Store, scope: DeskScope, now: Timestamp): Promise<number> =>
  store.promises.countUpTo(
    {
      careKeys: command.in(areasOfScope(scope).map(careKeyOfArea)),
      isOpen: true,
      dueKey: command.lt(pageKey(startOfDay(now) + days(1), '')),
    },
    countedAtMost,
  )

/** How these desks stand, all asked at once. */
export async function countMorning(store: Store, scope: DeskScope, now: Timestamp): Promise<DeskCounts> {
  const count = (where: Where): Promise<number> => store.orders.count({ ...atDesk(scope), ...where })
  const [fresh, late, waiting, unrated, unhappy, unsafe, promises, newcomers] = await Promise.all([
    count({ createdKey: command.gte(pageKey(now - days(1), '')) }),
    count(lateNow(now)),
    count({ phase: 'waiting' }),
    count({ status: 'completed' }),
    count({ needsFollowUp: true }),
    count({ needsSafetyLook: true }),
    promisesDue(store, scope, now),
    store.accounts.countUpTo({ pendingAt: command.in(areasOfScope(scope)) }, countedAtMost),
  ])
  return { fresh, late, waiting, unrated, unhappy, unsafe, promises, newcomers }
}

const unreachedFields = [
  '_id',
  'createdKey',
  'areaPath',
  'gridPath',
  'communityPath',
  'unreached',
  'requesterId',
  'requesterName',
  'beneficiary',
  'contact',
] as const satisfies readonly (keyof Order)[]

/**
 * The orders with someone whom no message reaches, newest first.
 * @param where which, by an index that begins with the community or the building
 */
export const findUnreached = (
  store: Store,
  where: Where,
  limit: number,
): Promise<Pick<Order, (typeof unreachedFields)[number]>[]> =>
  store.orders.findParts({ ...where, hasUnreached: true }, unreachedFields, {
    orderBy: ['createdKey', 'desc'],
    limit,
  })
