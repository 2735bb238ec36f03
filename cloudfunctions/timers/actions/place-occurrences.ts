import { can } from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import { nextOf } from '@/domain/series/occurrences'
import type { Series } from '@/domain/series/schema'
import { AppError } from '@/domain/shared/errors'
import { command } from '../../_runtime/sdk'
import { carryOut } from '../../order/carry-out'
import { findHandbook } from '../../order/find-handbook'
import { occurrenceOf } from '../../order/standing'
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

async function place({ store, now, log }: DutyContext, series: Series): Promise<boolean> {
  const [handbook, volunteer] = await Promise.all([
    findHandbook(store, series.communityPath, now),
    series.volunteer && store.accounts.get(series.volunteer.userId),
  ])
  // After an outage the day may be over: then only what is still to come is placed.
  const current = nextOf(series, handbook.calendar, null, now)
  const isOver = series.nextDay === null || current.nextDay === null || series.nextDay < current.nextDay
  const day = isOver ? current.nextDay : series.nextDay
  try {
    if (day !== null) {
      const occurrence = occurrenceOf(series, day, { handbook, volunteer, at: now })
      const { document } = await store.orders.insertOnce(occurrence)
      await tellEvent(store, { ...document, takerIds: [] }, document, Promise.resolve(undefined))
      await callOffIfGone({ store, now }, document, series._id, day)
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // The office no longer offers it: nobody waits for what can't come.
    log.error('seriesStopped', error, { seriesId: series._id })
    await store.series.update(
      { _id: series._id, version: series.version },
      { isActive: false, nextDay: null, wakeAt: null, version: series.version + 1 },
    )
    return true
  }
  const next = day === null ? { nextDay: null, wakeAt: null } : nextOf(series, handbook.calendar, day, now)
  const fields = { ...next, version: series.version + 1 }
  return (await store.series.update({ _id: series._id, version: series.version }, fields)) === 1
}

/** Stopped, or the day skipped, since the clock read the series: whoever did so found no order to cancel. */
async function callOffIfGone(
  { store, now }: Pick<DutyContext, 'store' | 'now'>,
  order: Order,
  seriesId: string,
  day: string,
): Promise<void> {
  const series = await store.series.get(seriesId)
  if (series?.isActive && !series.skipped.includes(day)) return
  const actor = await store.accounts.get(order.requesterId)
  if (!actor || !can(actor, 'cancel', order)) return
  await carryOut({ actor, now, requestId: `${order._id}-off`, store }, order, 'cancel', { note: '' })
}
