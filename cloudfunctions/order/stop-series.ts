import { seriesOverLine, seriesOverNote } from '@/copy/repeat'
import type { Account } from '@/domain/account/schema'
import type { SeriesPeople } from '@/domain/series/policy'
import type { Series } from '@/domain/series/schema'
import { roleKey } from '@/domain/shared/role'
import { topics } from '@/domain/signal/topics'
import type { Timestamp } from '@/domain/shared/time'
import { trailLine } from '../account/trail'
import type { Logger } from '../_runtime/log'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { holdersAtMost, sendMessage, type Message } from './send-message'

interface Context {
  readonly store: Store
  readonly now: Timestamp
  readonly log: Logger
}

const pages = { mine: 'pages/orders/index', desk: 'packages/staff/pages/series/index' }

/** It goes on no more, and says why. @returns false where it has changed since it was read */
export const stopSeries = async (
  store: Store,
  { _id, version }: Series,
  stoppedFor: NonNullable<Series['stoppedFor']>,
): Promise<boolean> => {
  const fields = { isActive: false, stoppedFor, nextDay: null, wakeAt: null, version: version + 1 }
  return (await store.series.update({ _id, version }, fields)) === 1
}

/**
 * Whoever asked could not ask for it today: nobody is sent to that door any more. On the trail of the one helped; told
 * to whoever asked and to the desk, as far as they have agreed to be told, and shown with the series itself.
 * @returns false where it has changed since it was read
 */
export async function stopForNoRight(
  { log, now, store }: Context,
  series: Series,
  { requester, helped }: SeriesPeople,
): Promise<boolean> {
  if (!(await stopSeries(store, series, 'noRight'))) return false
  const { areaName, communityPath, requesterId, serviceName, wish } = series
  const staff = await store.accounts.find(
    { roleKeys: roleKey('communityStaff', communityPath) },
    { limit: holdersAtMost },
  )
  const what = { moment: 'cancelled', what: seriesOverLine(serviceName), at: now } as const
  const tell = async (reader: Account, message: Message): Promise<void> => {
    if (reader.state === 'active') await sendMessage(store, reader, message, log)
  }
  const line = trailLine({
    key: series._id,
    event: 'seriesStopped',
    userId: helped?._id ?? requesterId,
    area: { areaPath: wish.homePath, areaName },
    by: null,
    at: now,
    note: seriesOverNote,
  })
  await Promise.all([
    store.trail.insertOnce(line),
    requester && tell(requester, { ...what, page: pages.mine }),
    ...staff.map((one) => tell(one, { ...what, page: pages.desk })),
    moveSignals(store, [topics.user(requesterId), topics.desk(communityPath)]),
  ])
  return true
}
