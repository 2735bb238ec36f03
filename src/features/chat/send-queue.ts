import type { MessageView } from '@/domain/chat/contract'
import { isPassing } from '@/features/session/query-client'
import { unsent, withOutgoing, type Outgoing } from './outgoing'

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

/**
 * Sends one after another. What failed in passing is tried again, and what was said after it waits, so that the order
 * stays; what was refused steps aside.
 */
export function createSendQueue(box: Outbox, deliver: Deliver): SendQueue {
  const attendants = new Set<(error: unknown) => void>()
  let isWorking = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const set = (requestId: string, change: Partial<Outgoing>): void =>
    box.change((all) => all.map((one) => (one.requestId === requestId ? { ...one, ...change } : one)))

  /** @returns may the next one go? */
  const tryOne = async (outgoing: Outgoing): Promise<boolean> => {
    const { requestId, state } = outgoing
    try {
      box.sent(await deliver(outgoing, ({ body }) => set(requestId, { body })))
      failures = 0
      return true
    } catch (error) {
      if (state === 'sending') attendants.forEach((tell) => tell(error))
      if (!isPassing(error)) {
        set(requestId, { state: 'refused' })
        return true
      }
      failures += 1
      box.change(unsent)
      return false
    }
  }
  const next = (): Outgoing | undefined => box.waiting().find(({ state }) => state !== 'refused')
  const work = async (): Promise<void> => {
    try {
      for (let one = next(); one; one = next()) if (!(await tryOne(one))) return rest()
    } finally {
      isWorking = false
    }
  }
  const rest = (): void => {
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
