import { toPersonCard } from '@/domain/account/schema'
import { fitOf, loadAtHand } from '@/domain/order/fit'
import { canChangeSeries } from '@/domain/series/policy'
import type { Series } from '@/domain/series/schema'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../../_runtime/serve'
import { findHandbook } from '../../find-handbook'
import { findHelpers } from '../../helpers'
import { likeItsDays, mayStand } from '../../standing'

/** As many as one looks through. */
const shown = 20

export const listSeriesHelpers = action<'series.helpers', Series, Series>('series.helpers', {
  fetch: async ({ store, input }) => {
    const series = await store.series.get(input.seriesId)
    if (!series) throw new AppError('NotFound')
    return series
  },
  load: async (_call, series) => series,
  allow: (actor, series) => canChangeSeries(actor, series),
  handle: async ({ now, store }, series) => {
    const handbook = await findHandbook(store, series.communityPath, now)
    const order = likeItsDays(series, handbook, now)
    const helpers = await findHelpers(store, order, now)
    const fitting = helpers
      .filter((helper) => mayStand(helper, order))
      .map((helper) => ({
        helper,
        fit: fitOf(order, helper, loadAtHand(order, helper), now),
      }))
      .sort((a, b) => b.fit.score - a.fit.score || a.helper._id.localeCompare(b.helper._id))
    return { items: fitting.slice(0, shown).map(({ helper }) => toPersonCard(helper)) }
  },
})
