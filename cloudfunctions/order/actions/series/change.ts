import type { ActionName, Output, ParsedInput } from '@/domain/contracts'
import type { Account } from '@/domain/account/schema'
import type { Handbook } from '@/domain/handbook/schema'
import { nextOf } from '@/domain/series/occurrences'
import { canChangeSeries } from '@/domain/series/policy'
import type { Series } from '@/domain/series/schema'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import type { Call, Served } from '../../../_runtime/action'
import { action } from '../../../_runtime/serve'
import { findHandbook } from '../../find-handbook'
import { presentSeries } from './present'

type ChangeName = Extract<ActionName, 'series.skip' | 'series.stop' | 'series.setVolunteer' | 'series.pledge'>
type Fields = Partial<Pick<Series, 'skipped' | 'isActive' | 'volunteer'>>
type ChangeCall<N extends ChangeName> = Pick<Call<N>, 'store' | 'now' | 'requestId'> & {
  actor: Account
  input: ParsedInput<N>
}

interface Change<N extends ChangeName> {
  /** The fields that change; null: it is as they want it already. Throws AppError where they can't. */
  fields(
    call: ChangeCall<N>,
    series: Series,
    handbook: Promise<Handbook>,
  ): Promise<Fields | null> | Fields | null
  /** Who may; unless told, those it is for and the office. */
  allow?(actor: Account, series: Series, input: ParsedInput<N>): boolean
  /** What follows once it is written. */
  follow?(call: ChangeCall<N>, series: Series): Promise<void>
}

/** A change of a series, written onto the version it was decided on. Doing it again changes nothing. */
export const change = <N extends ChangeName>(
  name: N,
  { fields, follow, allow = canChangeSeries }: Change<N>,
): Served<N> =>
  action<N, Series, Series>(name, {
    fetch: async ({ store, input }) => {
      const series = await store.series.get(input.seriesId)
      if (!series) throw new AppError('NotFound')
      return series
    },
    load: async (_call, series) => series,
    allow: (actor, series, input) => allow(actor as Account, series, input),
    handle: async (call, series) => {
      const own = call as unknown as ChangeCall<N>
      const asked = findHandbook(own.store, series.communityPath, own.now)
      const [handbook, changed] = await Promise.all([asked, fields(own, series, asked)])
      if (!changed) return { series: presentSeries(own.actor, series, handbook, own.now) } as Output<N>
      const after = moved({ ...series, ...changed, version: series.version + 1 }, handbook, own.now)
      const { _id, ...rest } = after
      const written = await own.store.series.update({ _id, version: series.version }, rest)
      if (written !== 1) throw new AppError('Conflict')
      await follow?.(own, after)
      return { series: presentSeries(own.actor, after, handbook, own.now) } as Output<N>
    },
  })

/** The series with its next day: the one it waits for may just have been skipped. */
function moved(series: Series, { calendar }: Handbook, now: Timestamp): Series {
  if (!series.isActive) return { ...series, nextDay: null, wakeAt: null }
  const isStillOn = series.nextDay !== null && !series.skipped.includes(series.nextDay)
  return isStillOn ? series : { ...series, ...nextOf(series, calendar, series.nextDay, now) }
}
