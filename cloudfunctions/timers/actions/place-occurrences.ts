import type { Account } from '@/domain/account/schema'
import { isHelped } from '@/domain/order/policy'
import { beneficiaryIdOf, type Order } from '@/domain/order/schema'
import { nextOf } from '@/domain/series/occurrences'
import { mayGoOn, type SeriesPeople } from '@/domain/series/policy'
import type { Series } from '@/domain/series/schema'
import { topics } from '@/domain/signal/topics'
import { AppError } from '@/domain/shared/errors'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import type { Store } from '../../_runtime/store'
import { callOff } from '../../order/call-off'
import { findHandbook } from '../../order/find-handbook'
import { occurrenceOf } from '../../order/standing'
import { stopForNoRight, stopSeries } from '../../order/stop-series'
import { findUnsafeHomes } from '../../order/unsafe-homes'
import { tellEvent } from '../../order/tell-event'
import { workThrough, type DutyContext } from '../duty'

/** Places the order of each series whose next day is near; answers of how many series. */
export const placeOccurrences = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.series,
    due: { wakeAt: command.lte(context.now) },
    key: 'wakeAt',
    work: (series) => place(context, series),
  })

async function place(context: DutyContext, series: Series): Promise<boolean> {
  const { log, now, store } = context
  const [people, handbook, volunteer, unsafe] = await Promise.all([
    peopleOf(store, series),

    findHandbook(store, series.communityPath, now),
    series.volunteer && store.accounts.get(series.volunteer.userId),
    findUnsafeHomes(store, [series.communityPath]),
  ])
  // Their account has just become another's: the series follows within the minute (see `merge-accounts.ts`).
  if (people.requester?.state === 'merged' || people.helped?.state === 'merged') return false
  if (!mayGoOn(series, people, now)) return stopForNoRight(context, series, people)
  // After an outage the day may be over: then only what is still to come is placed.
  const current = nextOf(series, handbook.calendar, null, now)
  const isOver = series.nextDay === null || current.nextDay === null || series.nextDay < current.nextDay
  const day = isOver ? current.nextDay : series.nextDay
  try {
    if (day !== null) {
      const occurrence = occurrenceOf(series, day, { handbook, volunteer, unsafe, at: now })
      const { document } = await store.orders.insertOnce(occurrence)
      if (document.seriesId !== series._id) throw new Error(`${document._id} is no day of ${series._id}`)
      await tellEvent(store, { ...document, takerIds: [] }, document, Promise.resolve(undefined))
      await callOffIfGone({ store, now }, document, series._id, day)
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // The office no longer offers it: nobody waits for what can't come.
    log.error('seriesStopped', error, { seriesId: series._id })
    return stopSeries(store, series, 'noService')
  }
  const next = day === null ? { nextDay: null, wakeAt: null } : nextOf(series, handbook.calendar, day, now)
  const isBarred = volunteer !== null && isOneHelped(volunteer, series)
  const fields = { ...next, ...(isBarred ? { volunteer: null } : {}), version: series.version + 1 }
  const written = await store.series.update({ _id: series._id, version: series.version }, fields)
  if (isBarred) await moveSignals(store, [volunteer._id, series.requesterId].map(topics.user))
  return written === 1
}

/** Do they act for the one helped by now? They can't come to them as a volunteer: nobody is to wait for that. */
const isOneHelped = (volunteer: Account, { requesterId, wish }: Series): boolean =>
  isHelped(volunteer, { requesterId, beneficiary: wish.beneficiary })

/** Stopped, or the day skipped, since the clock read the series: whoever did so found no order to cancel. */
async function callOffIfGone(
  { store, now }: Pick<DutyContext, 'store' | 'now'>,
  order: Order,
  seriesId: string,
  day: string,
): Promise<void> {
  const series = await store.series.get(seriesId)
  if (series?.isActive && !series.skipped.includes(day)) return
  await callOff({ store, now }, order._id, '')
}

async function peopleOf(store: Store, { requesterId, wish: { beneficiary } }: Series): Promise<SeriesPeople> {
  const helpedId = beneficiaryIdOf({ beneficiary, requesterId })
  const [requester, other] = await Promise.all([
    store.accounts.get(requesterId),
    helpedId === null || helpedId === requesterId ? null : store.accounts.get(helpedId),
  ])
  return { requester, helped: helpedId === requesterId ? requester : other }
}
