import type { Notice } from '@/domain/notice/schema'
import { ancestorAt } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import { stableId } from '../../account/stable-id'
import type { Where } from '../../_runtime/collection'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import type { Store } from '../../_runtime/store'

export const visitIdOf = (noticeId: string, userId: string): string => stableId('visit', noticeId, userId)

/** Whoever keeps the areas of a notice hears that visits came, or went. */
export const visitTopics = (areaPaths: readonly string[]): string[] => [
  ...new Set(
    areaPaths.flatMap((path) => {
      const community = ancestorAt(path, 'community')
      return community ? [topics.inbox(community)] : []
    }),
  ),
]

/**
 * Nobody need look in on them any more: the notice is over, or (`userIds`) they have read it meanwhile. One wait, one
 * more where there was a visit.
 */
export async function closeVisits(
  store: Store,
  notice: Pick<Notice, '_id' | 'areas'>,
  at: Timestamp,
  userIds?: readonly string[],
): Promise<number> {
  const whose: Where = userIds
    ? { _id: command.in(userIds.map((userId) => visitIdOf(notice._id, userId))) }
    : { noticeId: notice._id }
  const closed = await store.visits.update(
    { ...whose, isOpen: true },
    { isOpen: false, done: { by: null, at, note: '' } },
  )
  if (closed > 0) await moveSignals(store, visitTopics(notice.areas.map(({ areaPath }) => areaPath)))
  return closed
}
