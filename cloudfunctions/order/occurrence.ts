import { placeOrder } from '@/domain/order/place'
import type { TimeWindow } from '@/domain/order/parts'
import type { Order } from '@/domain/order/schema'
import { occurrenceId } from '@/domain/series/day-id'
import { windowOn } from '@/domain/series/occurrences'
import type { Series } from '@/domain/series/schema'
import { AppError } from '@/domain/shared/errors'
import { ancestorAt } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'
import { newDoorCode } from './door-code'
import type { Handbook } from '@/domain/handbook/schema'
import { findService } from './find-handbook'
import { answersOf } from './read-wish'

/**
 * The order of a day of a series, before anybody is asked.
 * @throws AppError NotFound, SomeoneElsesJob where the handbook no longer has the service
 */
export function dayOfSeries(
  series: Series,
  day: string,
  handbook: Handbook,
  at: Timestamp,
): Order & { window: TimeWindow } {
  const { wish, areaName, gridPath, communityPath, requesterId, requesterName } = series
  const buildingPath = ancestorAt(wish.homePath, 'building')
  if (!buildingPath) throw new AppError('NotFound')
  const service = findService(handbook, wish.serviceId)
  const { text, voice, photoFileIds, beneficiary, phone, access, roomNumber } = wish
  const requestId = occurrenceId(series, day)
  const window = windowOn(series.repeat, day)
  const order = placeOrder(
    {
      text,
      voice,
      photoFileIds,
      beneficiary,
      answers: answersOf(service, wish.answers),
      urgent: false,
      window,
      areaPath: wish.homePath,
      areaName,
      gridPath,
      buildingPath,
      communityPath,
      contact: { roomNumber, phone, access },
      people: wish.people ?? service.people,
      seriesId: series._id,
      parentId: null,
    },
    { _id: requesterId, nickname: requesterName },
    { service, handbook, doorCode: newDoorCode(), requestId, at },
  )
  return { ...order, window }
}
