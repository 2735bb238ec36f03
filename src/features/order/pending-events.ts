import { useSyncExternalStore } from 'react'
import * as z from 'zod'
import { orderContracts } from '@/domain/order/contract'
import { errorCodes } from '@/domain/shared/errors'
import { idSchema } from '@/domain/shared/ids'
import { timestampSchema } from '@/domain/shared/time'
import { forget, keep, read } from '@/platform/storage'

const storageKey = 'order-pending-events'

const shared = {
  /** One per intention: however often it is sent, it happens once. */
  requestId: idSchema,
  /** What the order is about, to be told when it can't be opened. */
  title: z.string(),
  /** When it really happened. */
  happenedAt: timestampSchema,
  /**
   * new: on its way for the first time, the person waits for the answer · kept: sent when there is a network ·
   * refused: the cloud said no, and the person has to know.
   */
  state: z.enum(['new', 'kept', 'refused']),
  refusal: z.enum(errorCodes).nullable(),
}
const photos = z.array(z.string())
const pendingEventSchema = z.discriminatedUnion('event', [
  z.object({ ...shared, event: z.literal('checkIn'), input: orderContracts['order.checkIn'].input }),
  z.object({ ...shared, event: z.literal('checkOut'), input: orderContracts['order.checkOut'].input }),
  z.object({
    ...shared,
    event: z.literal('complete'),
    input: orderContracts['order.complete'].input,
    /** Pictures that are still on this phone alone. */
    photoPaths: photos.default([]),
  }),
])
export type PendingEvent = z.infer<typeof pendingEventSchema>

const listeners = new Set<() => void>()
const none: readonly PendingEvent[] = []
let held: readonly PendingEvent[] | null = null

/** What volunteers did at a door and the cloud has not taken yet, in the order in which it happened. */
export function pendingEvents(): readonly PendingEvent[] {
  if (held === null) {
    const kept = z.array(z.unknown()).safeParse(read(storageKey))
    held = (kept.data ?? none).flatMap((one) => {
      const event = pendingEventSchema.safeParse(one)
      return event.success ? [event.data] : []
    })
  }
  return held
}

/** Every change is on the phone before anybody sees it. */
export function changePending(change: (events: readonly PendingEvent[]) => readonly PendingEvent[]): void {
  const next = change(pendingEvents())
  if (next.length === 0) forget(storageKey)
  else keep(storageKey, next)
  held = next
  listeners.forEach((listener) => listener())
}

export const addPending = (event: PendingEvent): void => changePending((events) => [...events, event])

export const removePending = (requestId: string): void =>
  changePending((events) => events.filter((event) => event.requestId !== requestId))

/** One of them, otherwise. */
export const putPending = (requestId: string, next: PendingEvent): void =>
  changePending((events) => events.map((event) => (event.requestId === requestId ? next : event)))

/** Nobody waits for an answer any more: what is on its way is kept until it has arrived. */
export const keepPending = (): void =>
  changePending((events) =>
    events.map((event) => (event.state === 'new' ? { ...event, state: 'kept' as const } : event)),
  )

/** Forgets what is in memory, as when the mini program is started anew. */
export function restartPending(): void {
  held = null
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is kept on this phone, and what was refused; not what is just being sent. */
export function usePendingEvents(): PendingEvent[] {
  const events = useSyncExternalStore(subscribe, pendingEvents, pendingEvents)
  return events.filter(({ state }) => state !== 'new')
}
