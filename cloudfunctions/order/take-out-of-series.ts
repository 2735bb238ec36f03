import type { MediaCheck } from '@/domain/media/schema'
import { withoutFile } from '@/domain/order/without-file'
import { topics } from '@/domain/signal/topics'
import type { VerdictContext } from '../_runtime/media-verdict'
import { moveSignals } from '../_runtime/signals'
import { untilSaved } from '../_runtime/until-saved'
import { takeOutOfOrder } from './take-out'

/** More orders of one series nobody has by the time that WeChat answers. */
const most = 100

/** A refused picture or voice goes out of the series first, so that no further order gets it, then out of those placed. */
export async function takeOutOfSeries(
  { store, now }: Pick<VerdictContext, 'store' | 'now'>,
  check: MediaCheck,
): Promise<void> {
  const { byUserId, fileId, of } = check
  await untilSaved(async () => {
    const series = await store.series.get(of.id)
    const fields = series && withoutFile({ ...series.wish, completion: null, review: null }, fileId)
    if (!fields) return true
    const { _id, version, wish } = series
    const { photoFileIds = wish.photoFileIds, voice = wish.voice } = fields
    const changed = { wish: { ...wish, photoFileIds, voice }, version: version + 1 }
    return (await store.series.update({ _id, version }, changed)) === 1
  })
  const series = await store.series.get(of.id)
  if (!series) return
  const placed = await store.orders.findParts({ helpedIds: series.requesterId, seriesId: of.id }, ['_id'], {
    limit: most,
  })
  await Promise.all(
    placed.map(({ _id }) => takeOutOfOrder({ store, now }, { ...check, of: { kind: 'order', id: _id } })),
  )
  await moveSignals(store, [topics.user(byUserId), topics.desk(series.communityPath)])
}
