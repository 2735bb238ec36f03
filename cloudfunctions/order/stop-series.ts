import { seriesOverLine, seriesOverNote } from '@/copy/repeat'
import type { Account } from '@/domain/account/schema'
import { patience } from '@/domain/order/reach'
import { staffOf } from '@/domain/order/tellings'
import type { SeriesPeople } from '@/domain/series/policy'
import type { Series } from '@/domain/series/schema'
import { topics } from '@/domain/signal/topics'
import type { Timestamp } from '@/domain/shared/time'
import type { TrailLine } from '@/domain/trail/schema'
import { trailLine } from '../account/trail'
import type { Logger } from '../_runtime/log'
import { command } from '../_runtime/sdk'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { holdersAtMost, sendMessage } from './send-message'

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
 * to them and who acts for them, to whoever asked, and to the office, as far as they have agreed to be told, and shown
 * with the series itself. It stops once all that is written: what breaks off on the way is done again.
 * @returns false where it has changed since it was read
 */
export async function stopForNoRight(
  { log, now, store }: Context,
  series: Series,
  { requester, helped }: SeriesPeople,
): Promise<boolean> {
  const { _id, version } = series
  const claimed = { ...series, version: version + 1 }
  const claim = { version: claimed.version, wakeAt: now + patience.again }
  if ((await store.series.update({ _id, version }, claim)) !== 1) return false
  const [staff, proxies] = await readersOf(store, series, helped)
  const own = [requester, helped, ...proxies].filter((one) => one !== null)
  const tell = async (readers: readonly Account[], page: string): Promise<void> => {
    const message = { moment: 'cancelled', what: seriesOverLine(series.serviceName), at: now, page } as const
    const told = new Map(readers.map((reader) => [reader._id, reader]))
    const active = [...told.values()].filter(({ state }) => state === 'active')
    await Promise.all(active.map((reader) => sendMessage(store, reader, message, log)))
  }
  const isOwn = (one: Account): boolean => own.some((reader) => reader._id === one._id)
  await Promise.all([
    store.trail.insertOnce(lineOf(series, helped, now)),
    tell(own, pages.mine),
    tell(
      staff.filter((one) => !isOwn(one)),
      pages.desk,
    ),
  ])
  if (!(await stopSeries(store, claimed, 'noRight'))) return false
  const userIds = [...new Set([series.requesterId, ...own.map((one) => one._id)])]
  await moveSignals(store, [...userIds.map(topics.user), topics.desk(series.communityPath)])
  return true
}

/** Staff as those of its orders (see `staffOf`), and who acts for the one helped. */
const readersOf = (
  store: Store,
  { communityPath, wish }: Series,
  helped: Account | null,
): Promise<[staff: Account[], proxies: Account[]]> => {
  const keys = staffOf({ areaPath: wish.homePath, communityPath }).split(' ')
  const proxyIds = helped?.proxies.map(({ userId }) => userId) ?? []
  return Promise.all([
    store.accounts.find({ roleKeys: command.in(keys) }, { limit: holdersAtMost }),
    proxyIds.length > 0
      ? store.accounts.find({ _id: command.in(proxyIds) }, { limit: proxyIds.length })
      : Promise.resolve([]),
  ])
}

const lineOf = (
  { _id, areaName, requesterId, wish }: Series,
  helped: Account | null,
  at: Timestamp,
): TrailLine =>
  trailLine({
    key: _id,
    event: 'seriesStopped',
    userId: helped?._id ?? requesterId,
    area: { areaPath: wish.homePath, areaName },
    by: null,
    at,
    note: seriesOverNote,
  })
