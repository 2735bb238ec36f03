import { careKeyOfArea } from '@/domain/chat/care'
import type { DeskCounts } from '@/domain/numbers/digest'
import type { Order } from '@/domain/order/schema'
import type { AreaPath } from '@/domain/shared/area'
import { startOfDay } from '@/domain/shared/calendar'
import { pageKey } from '@/domain/shared/paging'
import { days, type Timestamp } from '@/domain/shared/time'
import type { Where } from '../../../_runtime/collection'
import { command } from '../../../_runtime/sdk'
import type { Store } from '../../../_runtime/store'

/** Open and past due, as the desk counts it too. */
export const lateNow = (communities: readonly AreaPath[], now: Timestamp): Where => ({
  communityPath: command.in(communities),
  phase: command.in(['waiting', 'moving']),
  dueKey: command.lt(pageKey(now, '')),
})

/** More promises than that are "99+". */
const mostPromises = 100

/** Open, and due before the day is over. */
const promisesDue = (store: Store, communities: readonly AreaPath[], now: Timestamp): Promise<number> =>
  store.promises.countUpTo(
    {
      careKeys: command.in(communities.map(careKeyOfArea)),
      isOpen: true,
      dueKey: command.lt(pageKey(startOfDay(now) + days(1), '')),
    },
    mostPromises,
  )

/** How the desks of these communities stand, all asked at once. */
export async function countMorning(
  store: Store,
  communities: readonly AreaPath[],
  now: Timestamp,
): Promise<DeskCounts> {
  const communityPath = command.in(communities)
  const [fresh, late, waiting, unrated, unhappy, promises] = await Promise.all([
    store.orders.count({ communityPath, createdKey: command.gte(pageKey(now - days(1), '')) }),
    store.orders.count(lateNow(communities, now)),
    store.orders.count({ communityPath, phase: 'waiting' }),
    store.orders.count({ communityPath, status: 'completed' }),
    store.orders.count({ communityPath, needsFollowUp: true }),
    promisesDue(store, communities, now),
  ])
  return { fresh, late, waiting, unrated, unhappy, promises }
}

const unreachedFields = [
  '_id',
  'areaPath',
  'communityPath',
  'unreached',
  'requesterId',
  'requesterName',
  'beneficiary',
  'contact',
] as const satisfies readonly (keyof Order)[]

/** The orders with someone whom no message reaches, newest first. */
export const findUnreached = (
  store: Store,
  communities: readonly AreaPath[],
  limit: number,
): Promise<Pick<Order, (typeof unreachedFields)[number]>[]> =>
  store.orders.findParts({ communityPath: command.in(communities), hasUnreached: true }, unreachedFields, {
    orderBy: ['createdKey', 'desc'],
    limit,
  })
