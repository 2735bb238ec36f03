import type { MessageView } from '@/domain/chat/contract'
import { AppError } from '@/domain/shared/errors'
import { isPassing } from '@/features/session/query-client'
import { isInLine, unsent, withOutgoing, type Outgoing } from './outgoing'

/** What waits to be said in one group, in its order; where it is kept is its own matter. */
export interface Outbox {
  waiting: () => readonly Outgoing[]
  change: (next: (outgoing: readonly Outgoing[]) => readonly Outgoing[]) => void
  /** The cloud has taken it. */
  sent: (message: MessageView) => void
}

/** @param note keeps what has become of its picture or voice, so that a retry need not begin at the beginning. */
type Deliver = (outgoing: Outgoing, note: (now: Outgoing) => void) => Promise<MessageView>

export interface SendQueue {
  /** Says one more thing, or one thing once more: the same request id, so that it is said once. */
  put: (outgoing: Outgoing) => void
  /** Lets go of something that was not sent. */
  drop: (outgoing: Outgoing) => void
  /** Tries at once what waits. */
  wake: () => void
  /**
   * From now on what waits is tried again by itself, and a "no" to what I have just said is told.
   * @returns how to stop
   */
  attend: (onNo: (error: unknown) => void) => () => void
}

/** Between two tries, ms: twice as long each time. */
const shortestPause = 1000
const longestPause = 60_000

/** So often, and for so long, a message itself could not be taken before the next one is tried, ms. */
const honestTries = 5
const honestTime = 60_000

/** Is it about this message, as far as one can tell? The cloud was there and failed, or its file finds no way up. */
const isItsOwn = (error: unknown, { body }: Outgoing): boolean =>
  !(error instanceof AppError) || error.code === 'Internal' || (body.kind !== 'text' && body.fileId === null)

/** What became of one try; `worn`: it failed, and has had its honest tries. */
type Outcome = 'taken' | 'refused' | 'worn' | 'passing'

/**
 * Sends one after another. What failed in passing is tried again, and what was said after it waits, so that the order
 * stays; what was refused steps aside. So does what the cloud fails with again and again, but only once it has taken
 * something said after it: where it takes nothing, nobody overtakes anybody.
 */
export function createSendQueue(box: Outbox, deliver: Deliver): SendQueue {
  const attendants = new Set<(error: unknown) => void>()
  let isWorking = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const set = (requestId: string, change: Partial<Outgoing>): void =>
    box.change((all) => all.map((one) => (one.requestId === requestId ? { ...one, ...change } : one)))

  const failed = (outgoing: Outgoing, error: unknown): Outcome => {
    const { requestId, stumbles = { count: 0, since: Date.now() } } = outgoing
    failures += 1
    if (!isItsOwn(error, outgoing)) return 'passing'
    const count = stumbles.count + 1
    set(requestId, { state: 'failed', stumbles: { ...stumbles, count } })
    return count >= honestTries && Date.now() - stumbles.since >= honestTime ? 'worn' : 'passing'
  }
  const tryOne = async (outgoing: Outgoing): Promise<Outcome> => {
    const { requestId, state } = outgoing
    try {
      box.sent(await deliver(outgoing, ({ body }) => set(requestId, { body })))
      failures = 0
      return 'taken'
    } catch (error) {
      if (state === 'sending') attendants.forEach((tell) => tell(error))
      if (isPassing(error)) return failed(outgoing, error)
      set(requestId, {
        state: 'refused',
        isUnfit: error instanceof AppError && error.code === 'ContentRejected',
      })
      return 'refused'
    }
  }
  /** But for what its author has just sent once more. */
  const stepAside = (worn: ReadonlySet<string>): void => {
    const isOvertaken = ({ requestId, state }: Outgoing): boolean => worn.has(requestId) && state === 'failed'
    if (worn.size > 0)
      box.change((all) => all.map((one) => (isOvertaken(one) ? { ...one, state: 'aside' } : one)))
  }
  const work = async (): Promise<void> => {
    const worn = new Set<string>()
    const next = (): Outgoing | undefined =>
      box.waiting().find((one) => isInLine(one) && !worn.has(one.requestId))
    try {
      for (let one = next(); one; one = next()) {
        const outcome = await tryOne(one)
        if (outcome === 'passing') return rest()
        if (outcome === 'worn') worn.add(one.requestId)
        if (outcome === 'taken') {
          stepAside(worn)
          worn.clear()
        }
      }
      if (worn.size > 0) rest()
    } finally {
      isWorking = false
    }
  }
  const rest = (): void => {
    box.change(unsent)
    if (attendants.size > 0)
      timer = setTimeout(wake, Math.min(longestPause, shortestPause * 2 ** (failures - 1)))
  }
  const wake = (): void => {
    clearTimeout(timer)
    if (isWorking) return
    isWorking = true
    void work()
  }

  return {
    put: (outgoing) => {
      box.change((all) => withOutgoing(all, { ...outgoing, state: 'sending' }))
      wake()
    },
    drop: ({ requestId }) => box.change((all) => all.filter((one) => one.requestId !== requestId)),
    wake,
    attend: (onNo) => {
      attendants.add(onNo)
      return () => {
        attendants.delete(onNo)
        if (attendants.size === 0) clearTimeout(timer)
      }
    },
  }
}
