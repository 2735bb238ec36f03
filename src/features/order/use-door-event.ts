import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { errorWords } from '@/copy/errors'
import { eventWords } from '@/copy/order-events'
import { pendingWords } from '@/copy/volunteer'
import type { OrderView } from '@/domain/order/present'
import { AppError } from '@/domain/shared/errors'
import { refreshAfterCommand } from '@/features/session/keys'
import { randomId } from '@/platform/random-id'
import { toast } from '@/platform/toast'
import { deliverEvents } from './deliver-events'
import { addPending, pendingEvents, type PendingEvent } from './pending-events'
import { titleOf } from './title'

interface DoorEvents {
  /** I am there; true once it is told or kept. */
  checkIn: (order: OrderView, code: string | null) => Promise<boolean>
  /** I go before the others do. */
  checkOut: (order: OrderView) => Promise<boolean>
  /** It is done; pictures may still be on this phone alone. */
  complete: (order: OrderView, done: { note: string; photos: readonly string[] }) => Promise<boolean>
  isRunning: boolean
}

const isInCloud = (photo: string): boolean => photo.startsWith('cloud://')
const wordsFor = (error: AppError, event: PendingEvent['event']): string =>
  event === 'checkIn' && error.code === 'BadInput' ? pendingWords.wrongCode : errorWords(error)

/**
 * What happens at a door, where there may be no network: it is on the phone, with its time, before it is sent, and
 * stays there until the cloud has answered.
 */
export function useDoorEvents(): DoorEvents {
  const queries = useQueryClient()
  const [isRunning, setRunning] = useState(false)

  const settle = async (requestId: string, event: PendingEvent['event']): Promise<boolean> => {
    setRunning(true)
    const refusals = await deliverEvents(queries)
    setRunning(false)
    const refusal = refusals.get(requestId)
    if (refusal) {
      toast(wordsFor(refusal, event))
      // Most likely it stands otherwise by now.
      void refreshAfterCommand(queries, `order.${event}`)
      return false
    }
    const left = pendingEvents().find((one) => one.requestId === requestId)
    toast(left ? pendingWords[left.state === 'refused' ? 'refused' : 'kept'] : eventWords[event].thanks)
    return true
  }

  const begin = (order: OrderView) =>
    ({
      requestId: randomId(),
      title: titleOf(order),
      happenedAt: Date.now(),
      state: 'new',
      refusal: null,
    }) as const

  /** Pressed again while the first one is still under way, it is the same. */
  const add = (event: PendingEvent): Promise<boolean> => {
    const underWay = pendingEvents().find(
      (one) =>
        one.event === event.event && one.input.orderId === event.input.orderId && one.state !== 'refused',
    )
    if (!underWay) addPending(event)
    return settle((underWay ?? event).requestId, event.event)
  }

  return {
    isRunning,
    checkIn: (order, code) => {
      const begun = begin(order)
      const input = { orderId: order._id, code, happenedAt: begun.happenedAt }
      return add({ ...begun, event: 'checkIn', input })
    },
    checkOut: (order) => {
      const begun = begin(order)
      const input = { orderId: order._id, happenedAt: begun.happenedAt }
      return add({ ...begun, event: 'checkOut', input })
    },
    complete: (order, { note, photos }) => {
      const begun = begin(order)
      const photoFileIds = photos.filter(isInCloud)
      const photoPaths = photos.filter((photo) => !isInCloud(photo))
      const input = { orderId: order._id, note, photoFileIds, happenedAt: begun.happenedAt }
      return add({ ...begun, event: 'complete', input, photoPaths })
    },
  }
}
