import type { Account } from '@/domain/account/schema'
import { mediaOf } from '@/domain/media/schema'
import { longestSeriesId } from '@/domain/series/day-id'
import { canOccur, nextOf } from '@/domain/series/occurrences'
import type { Series } from '@/domain/series/schema'
import { AppError } from '@/domain/shared/errors'
import { pageKey } from '@/domain/shared/paging'
import { checkLater } from '../../../_runtime/check-later'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import type { Store } from '../../../_runtime/store'
import { dangersOfWish, fetchWishPlace, mayWish, readWish, wordsOf } from '../../read-wish'
import { presentSeries } from './present'

/** Series that one person may keep going; those who look after many have many. */
const limits = { own: 5, caretaker: 200 }

export const createSeries = action('series.create', {
  fetch: ({ input, now, store }) => fetchWishPlace(store, input.wish, now),
  load: async (_call, place) => place,
  allow: (actor, place, { wish }) => mayWish(actor, wish, place),
  handle: async ({ actor, input: { wish, repeat }, log, now, openid, requestId, store }, place) => {
    // Two that begin alike would have one id for a day of theirs.
    if (requestId.length > longestSeriesId) throw new AppError('BadInput', { where: ['requestId'] })
    const { service, fields } = readWish(actor, wish, place)
    const { calendar } = place.handbook
    const dangers = dangersOfWish(service, wish)
    if (dangers.length > 0) throw new AppError('DangerFirst', { dangers })
    if (!canOccur(repeat, calendar, now)) throw new AppError('BadInput', { where: ['repeat'] })
    const next = nextOf({ repeat, skipped: [] }, calendar, null, now)
    await checkRoom(store, actor, requestId)
    await checkText(wordsOf(wish), openid, log)
    const series: Series = {
      _id: requestId,
      wish: { ...wish, roomNumber: fields.contact.roomNumber },
      repeat,
      ...next,
      areaName: fields.areaName,
      gridPath: fields.gridPath,
      serviceName: service.name,
      communityPath: fields.communityPath,
      requesterId: actor._id,
      requesterName: actor.nickname,
      skipped: [],
      volunteer: null,
      isActive: true,
      stoppedFor: null,
      version: 0,
      createdAt: now,
      createdKey: pageKey(now, requestId),
    }
    const of = { kind: 'series', id: requestId } as const
    const [{ document }] = await Promise.all([
      store.series.insertOnce(series),
      checkLater(store, { of, files: mediaOf(wish), byUserId: actor._id, now }),
    ])
    if (document.requesterId !== actor._id) throw new AppError('Conflict')
    return { series: presentSeries(actor, document, place.handbook, now) }
  },
})

/** @throws AppError LimitReached */
async function checkRoom(store: Store, actor: Account, requestId: string): Promise<void> {
  const isCaretaker = actor.roles.some(({ role }) => role === 'communityStaff' || role === 'microGridLeader')
  const limit = isCaretaker ? limits.caretaker : limits.own
  const mine = await store.series.find(
    { requesterId: actor._id },
    { orderBy: ['createdKey', 'desc'], limit: 1000 },
  )
  const active = mine.filter(({ isActive, _id }) => isActive && _id !== requestId)
  if (active.length >= limit) throw new AppError('LimitReached', { limit, reason: 'series' })
}
