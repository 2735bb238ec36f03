import type { MessageView } from '@/domain/chat/contract'
import type { Timestamp } from '@/domain/shared/time'
import type { Called } from './calls'
import type { Timeline } from './timeline'

/** What I wrote; what was recorded or photographed has its `fileId` once it lies in the cloud, so that a retry does not upload it again. */
export type OutgoingBody =
  | { kind: 'text'; text: string }
  | { kind: 'image'; filePath: string; fileId: string | null }
  | { kind: 'voice'; filePath: string; fileId: string | null; seconds: number; peaks: number[] }

/** Whom words of mine answer to and call. */
export interface Address {
  replyTo: MessageView['replyTo']
  called: readonly Called[]
}

/** A message of mine that the cloud has not answered yet. Its request id becomes the message's `_id`. */
export interface Outgoing {
  requestId: string
  body: OutgoingBody
  address: Address
  writtenAt: Timestamp
  /**
   * failed: no answer came, it goes out again by itself; refused: only I can try again; aside: the cloud takes what I
   * said after it but not this, so only I, or coming to the chat anew, try again.
   */
  state: 'sending' | 'failed' | 'refused' | 'aside'
  /** It was its words that were refused: the same once more would be, too. */
  isUnfit?: boolean | undefined
  /** How often, and since when, it was this message that could not be taken, not the network. */
  stumbles?: { count: number; since: Timestamp } | undefined
}

/** It goes out by itself, in its turn. */
export const isInLine = ({ state }: Outgoing): boolean => state === 'sending' || state === 'failed'

export function withoutArrived(
  outgoing: readonly Outgoing[],
  messages: readonly MessageView[],
): readonly Outgoing[] {
  if (outgoing.length === 0) return outgoing
  const arrived = new Set(messages.map(({ _id }) => _id))
  return outgoing.filter(({ requestId }) => !arrived.has(requestId))
}

/** The same message as it is now, in its place; at the end where it is new. */
export const withOutgoing = (outgoing: readonly Outgoing[], next: Outgoing): Outgoing[] =>
  outgoing.some(({ requestId }) => requestId === next.requestId)
    ? outgoing.map((one) => (one.requestId === next.requestId ? next : one))
    : [...outgoing, next]

/** Puts a message on its way, or back on its way; what has arrived meanwhile is not. */
export const putOutgoing = (timeline: Timeline, next: Outgoing): Timeline => ({
  ...timeline,
  outgoing: withoutArrived(withOutgoing(timeline.outgoing, next), timeline.messages),
})

/** What my phone has to keep until it is sent: an interrupted sending counts as failed. */
export const unsent = (outgoing: readonly Outgoing[]): Outgoing[] =>
  outgoing.map((one) => (one.state === 'sending' ? { ...one, state: 'failed' } : one))

/** As the chat finds them that is opened anew: what stepped aside has another try, and is known should it have arrived after all. */
export const begunAnew = (outgoing: readonly Outgoing[]): Outgoing[] =>
  unsent(outgoing).map((one) => (one.state === 'aside' ? { ...one, state: 'failed' } : one))
