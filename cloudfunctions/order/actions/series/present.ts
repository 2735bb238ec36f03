import type { Actor } from '@/domain/account/policy'
import type { Handbook } from '@/domain/handbook/schema'
import type { SeriesView } from '@/domain/series/contract'
import { firstOpenDay, upcomingDays } from '@/domain/series/occurrences'
import { canChangeSeries } from '@/domain/series/policy'
import type { Series } from '@/domain/series/schema'
import type { Timestamp } from '@/domain/shared/time'

/** A series as one person may see it: when, for whom, by whom; where and on which phone is in its orders. */
export function presentSeries(
  actor: Actor,
  series: Series,
  { calendar }: Pick<Handbook, 'calendar'>,
  now: Timestamp,
): SeriesView {
  const {
    _id,
    areaName,
    serviceName,
    requesterName,
    repeat,
    skipped,
    volunteer,
    isActive,
    stoppedFor,
    nextDay,
    createdAt,
  } = series
  return {
    _id,
    areaName,
    serviceName,
    requesterName,
    repeat,
    skipped,
    volunteer,
    isActive,
    stoppedFor,
    nextDay,
    createdAt,
    text: series.wish.text,
    upcoming: isActive ? upcomingDays(series, calendar, firstOpenDay(series, now)) : [],
    isMine: series.requesterId === actor._id,
    canChange: canChangeSeries(actor, series),
  }
}
