import { onlineManager, type QueryClient } from '@tanstack/react-query'
import { call } from '@/cloud/call'
import { uploadPhoto } from '@/cloud/upload'
import type { Output } from '@/domain/contracts'
import { AppError } from '@/domain/shared/errors'
import { actionKey, refreshAfterCommand } from '@/features/session/keys'
import { isPassing } from '@/features/session/query-client'
import { dropFile } from '@/platform/keep-file'
import { randomId } from '@/platform/random-id'
import { keepPending, pendingEvents, putPending, removePending, type PendingEvent } from './pending-events'

/** What was refused while the person waited, by request id. */
export type Refusals = ReadonlyMap<string, AppError>

let running: Promise<Refusals> | null = null

/**
 * Sends what is kept, in the order in which it happened, one after the other: a completion never overtakes its
 * check-in. Without a network the rest stays for later. Two calls at once are one.
 */
export function deliverEvents(queries: QueryClient): Promise<Refusals> {
  running ??= deliverAll(queries).finally(() => {
    running = null
    keepPending()
  })
  return running
}

async function deliverAll(queries: QueryClient): Promise<Refusals> {
  const refusals = new Map<string, AppError>()
  // Where the cloud itself stumbles over one order, the others still go out.
  const stuckIds = new Set<string>()
  while (onlineManager.isOnline()) {
    const event = pendingEvents().find(
      ({ state, input }) => state !== 'refused' && !stuckIds.has(input.orderId),
    )
    if (!event) break
    try {
      const output = await send(await withPhotos(event))
      queries.setQueryData<Output<'order.get'>>(
        actionKey('order.get', { orderId: event.input.orderId }),
        output,
      )
      removePending(event.requestId)
    } catch (error) {
      if (isUnreachable(error)) break
      if (isPassing(error) || !(error instanceof AppError)) {
        stuckIds.add(event.input.orderId)
        continue
      }
      if (event.state === 'new') refusals.set(event.requestId, error)
      refuse(event, error)
    }
    void refreshAfterCommand(queries, 'order.complete')
  }
  return refusals
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'Offline' || error.code === 'Timeout')

const send = ({ event, input, happenedAt, requestId }: PendingEvent): Promise<Output<'order.get'>> => {
  const name = `order.${event}` as const
  return call(name, { ...input, happenedAt }, { requestId })
}

/**
 * Puts the pictures into the cloud first, each as soon as it is there for good. One that this phone has lost
 * meanwhile must not hold up the rest: what was done counts, the picture is a courtesy.
 */
async function withPhotos(event: PendingEvent): Promise<PendingEvent> {
  let current = event
  while (current.event === 'complete') {
    const [path, ...photoPaths] = current.photoPaths
    if (path === undefined) break
    const sent = await uploadPhoto(path).catch(() => null)
    const photoFileIds = [...current.input.photoFileIds, ...(sent === null ? [] : [sent])]
    if (sent === null && !(await isReachable())) throw new AppError('Offline')
    current = { ...current, photoPaths, input: { ...current.input, photoFileIds } }
    putPending(event.requestId, current)
    dropFile(path)
  }
  return current
}

/** Does the cloud answer at all? */
const isReachable = (): Promise<boolean> =>
  call('account.me', {}).then(
    () => true,
    (error: unknown) => !isPassing(error),
  )

/**
 * The cloud said no. Who waits is told at once and may try otherwise; what was kept is mended where the visit itself
 * is not in doubt, else it stays to be read. What follows on the same order is tried by itself: who has checked in on
 * another phone may still complete.
 */
function refuse(event: PendingEvent, { code }: AppError): void {
  if (event.state === 'new') return removePending(event.requestId)
  putPending(event.requestId, mend(event, code) ?? { ...event, state: 'refused', refusal: code })
}

/** A wrong door code is left out (the resident's nod stands for it), and so are words that can't be sent. */
function mend(event: PendingEvent, code: AppError['code']): PendingEvent | null {
  if (event.event === 'checkIn' && code === 'BadInput' && event.input.code !== null)
    return { ...event, requestId: randomId(), input: { ...event.input, code: null } }
  if (event.event === 'complete' && code === 'ContentRejected' && event.input.note !== '')
    return { ...event, requestId: randomId(), input: { ...event.input, note: '' } }
  return null
}
