import { nextCommonAt } from '@/domain/notice/timing'
import { addressKeys, commonPace } from '@/domain/notice/schema'
import { pageKey } from '@/domain/shared/paging'
import { ancestorsOf, type AreaPath } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'
import { topics } from '@/domain/signal/topics'
import { command } from '../../_runtime/sdk'
import type { Store } from '../../_runtime/store'

/** More than so many ahead are not looked at: that is four days of one each hour. */
const looked = 100

/**
 * From when on a common notice may go to these areas, `at` at the earliest: an hour from any other that went, or will
 * go, to one of them, to an area around it or to a part of it. One wait.
 */
export async function nextMoment(
  store: Store,
  areaPaths: readonly AreaPath[],
  at: Timestamp,
): Promise<Timestamp> {
  const found = await store.notices.findParts(
    {
      addressKeys: command.in(addressKeys.wanted([], areaPaths)),
      publishedKey: command.gt(pageKey(Math.max(at - commonPace + 1, 0), '')),
      isUrgent: false,
      state: command.in(['scheduled', 'published']),
    },
    ['publishedAt'],
    { orderBy: ['publishedKey', 'asc'], limit: looked },
  )
  return nextCommonAt(
    found.map(({ publishedAt }) => publishedAt),
    at,
  )
}

/**
 * The signals that every common notice to these areas moves as it is written, with what they stand at: whoever finds
 * them moved has to look again at what else goes there.
 */
export async function readTurn(
  store: Store,
  areaPaths: readonly AreaPath[],
): Promise<ReadonlyMap<string, number | null>> {
  const ids = [...new Set(areaPaths.flatMap((path) => ancestorsOf(path).slice(0, 1)))].map(topics.noticeUnder)
  const found = new Map((await store.signals.getMany(ids)).map(({ _id, n }) => [_id, n]))
  return new Map(ids.map((id) => [id, found.get(id) ?? null]))
}
