import type { OrderView } from '@/domain/order/present'
import type { Timestamp } from '@/domain/shared/time'
import { deskEventsOf, eventKeys, type Asked } from '@/features/dispatch/desk-events'
import type { Desk } from '@/features/dispatch/use-desk'
import { useKeys, type DeskKeys } from '@/features/dispatch/use-keys'
import { useNow } from '@/platform/use-now'

interface DeskKeyActions {
  /** Something is being asked: the queue stands still. */
  isAsking: boolean
  onEnter: () => void
  onEscape: () => void
  onAsk: (asked: Asked) => void
}

/** A letter for each event that the server allows now. */
const keysOf = (order: OrderView, now: Timestamp, onAsk: (asked: Asked) => void): DeskKeys => {
  const allowed = deskEventsOf(order, now)
  return Object.fromEntries(
    Object.entries(eventKeys)
      .filter(([, event]) => allowed.includes(event))
      .map(([key, event]) => [key, () => onAsk({ event, order })]),
  )
}

/** The desk by keyboard: J and K walk the queue, Enter sends the best, letters open what else can be done. */
export function useDeskKeys(desk: Desk, { isAsking, onEnter, onEscape, onAsk }: DeskKeyActions): void {
  const now = useNow()
  const walking: DeskKeys = {
    j: desk.next,
    k: desk.previous,
    ...(desk.order ? keysOf(desk.order, now, onAsk) : {}),
  }
  useKeys({ ...(isAsking ? { escape: onEscape } : walking), enter: onEnter })
}
