import { applyEvent } from '@/domain/order/apply'
import { placeOrder } from '@/domain/order/place'
import type { Order } from '@/domain/order/schema'
import { windowOn } from '@/domain/series/occurrences'
import type { Series } from '@/domain/series/schema'
import { AppError } from '@/domain/shared/errors'
import { ancestorAt } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'
import { newDoorCode } from './door-code'
import type { Handbook } from '@/domain/handbook/schema'
import { findService } from './find-handbook'
import { answersOf } from './read-wish'

/** The id of the order of a day: the same however often it is placed. */
export const occurrenceId = ({ _id }: Pick<Series, '_id'>, day: string): string =>
  `${_id.slice(0, 22)}-${day.replace(/-/g, '')}`

/**
 * The order of a day of a series, offered at once to the one who always comes.
 * @throws AppError NotFound, SomeoneElsesJob where the handbook no longer has the service
 */
export function occurrenceOf(series: Series, day: string, handbook: Handbook, at: Timestamp): Order {
  const { wish, areaName, gridPath, communityPath, requesterId, requesterName, volunteer } = series
  const buildingPath = ancestorAt(wish.homePath, 'building')
  if (!buildingPath) throw new AppError('NotFound')
  const service = findService(handbook, wish.serviceId)
  const { text, voice, photoFileIds, beneficiary, phone, access, roomNumber } = wish
  const requestId = occurrenceId(series, day)
  const order = placeOrder(
    {
      text,
      voice,
      photoFileIds,
      beneficiary,
      answers: answersOf(service, wish.answers),
      urgent: false,
      window: windowOn(series.repeat, day),
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
  if (!volunteer) return order
  const offer = { kind: 'people' as const, people: [volunteer] }
  return applyEvent(order, 'advance', { offer }, { actor: null, at, requestId })
}
