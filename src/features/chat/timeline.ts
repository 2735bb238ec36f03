import type { MessageView } from '@/domain/chat/contract'
import type { Timestamp } from '@/domain/shared/time'

/** What I wrote; a picture has its `fileId` once it lies in the cloud, so that a retry does not upload it again. */
export type OutgoingBody =
  { kind: 'text'; text: string } | { kind: 'image'; filePath: string; fileId: string | null }

/** A message of mine that the cloud has not answered yet. Its request id becomes the message's `_id`. */
export interface Outgoing {
  requestId: string
  body: OutgoingBody
  writtenAt: Timestamp
  state: 'sending' | 'failed'
}

/** What a phone holds of one group: a window on the chat, and what is on its way. */
export interface Timeline {
  /** By `seq`, oldest first, each once. */
  messages: readonly MessageView[]
  outgoing: readonly Outgoing[]
  /** Everything from the first message of the window up to this number has been fetched. */
  syncedTo: number
  hasEarlier: boolean
  /** The newest were let go while paging back: the end of the window is not the end of the chat. */
  hasLater: boolean
  /** How far I had read when I came: the "new from here" line stands after it. */
  readTo: number
  /** The chat is before my eyes: what arrives now needs no such line. */
  isWatched: boolean
}

interface HistoryPage {
  items: readonly MessageView[]
  hasMore: boolean
}

/** Messages held at most, so that what is sent to the screen stays small. */
export const windowSize = 240

const lastSeqOf = (messages: readonly MessageView[]): number =>
  messages.reduce((last, { seq }) => Math.max(last, seq), 0)

/** Both lists in one order, each message once; the later version of a message wins. */
function union(a: readonly MessageView[], b: readonly MessageView[]): MessageView[] {
  const byId = new Map([...a, ...b].map((message) => [message._id, message]))
  return [...byId.values()].sort((one, other) => one.seq - other.seq)
}

const withoutArrived = (outgoing: readonly Outgoing[], messages: readonly MessageView[]): Outgoing[] => {
  const arrived = new Set(messages.map(({ _id }) => _id))
  return outgoing.filter(({ requestId }) => !arrived.has(requestId))
}

/** Forgets the oldest beyond the window. */
function trimOldest(timeline: Timeline): Timeline {
  if (timeline.messages.length <= windowSize) return timeline
  return { ...timeline, messages: timeline.messages.slice(-windowSize), hasEarlier: true }
}

/** The group as first opened: its newest page. `outgoing` is what an earlier visit left unsent. */
export function openTimeline(
  page: HistoryPage,
  readTo: number,
  outgoing: readonly Outgoing[] = [],
): Timeline {
  return {
    messages: union(page.items, []),
    outgoing: withoutArrived(outgoing, page.items),
    syncedTo: lastSeqOf(page.items),
    hasEarlier: page.hasMore,
    hasLater: false,
    readTo,
    isWatched: true,
  }
}

/** Who had read everything and is looking has read the new ones too. */
const readAlong = (before: Timeline, after: Timeline): Timeline =>
  before.isWatched && before.readTo >= before.syncedTo ? { ...after, readTo: after.syncedTo } : after

/** I come to the chat, or leave it: leaving means that I have seen what was there. */
export const watch = (timeline: Timeline, isWatched: boolean): Timeline =>
  isWatched ? { ...timeline, isWatched } : { ...timeline, isWatched, readTo: timeline.syncedTo }

/** What came after `syncedTo`; `hasMore` leaves the window short of the end. */
export function addNewer(timeline: Timeline, page: HistoryPage): Timeline {
  return trimOldest(
    readAlong(timeline, {
      ...timeline,
      messages: union(timeline.messages, page.items),
      outgoing: withoutArrived(timeline.outgoing, page.items),
      syncedTo: Math.max(timeline.syncedTo, lastSeqOf(page.items)),
      hasLater: page.hasMore,
    }),
  )
}

/** A page from before the window. Too much at once lets the newest go. */
export function addEarlier(timeline: Timeline, page: HistoryPage): Timeline {
  const messages = union(page.items, timeline.messages)
  const kept = messages.slice(0, windowSize)
  const hasLetGo = kept.length < messages.length
  return {
    ...timeline,
    messages: kept,
    syncedTo: hasLetGo ? lastSeqOf(kept) : timeline.syncedTo,
    hasEarlier: page.hasMore,
    hasLater: timeline.hasLater || hasLetGo,
  }
}

/** Lets the window go and begins again at the end of the chat: nothing there is new to me any more. */
export const restart = (timeline: Timeline, page: HistoryPage): Timeline => ({
  ...openTimeline(page, lastSeqOf(page.items), timeline.outgoing),
  isWatched: timeline.isWatched,
})

/** The cloud's answer to what I sent. It may stand after messages not fetched yet: see `isBehind`. */
export function addSent(timeline: Timeline, message: MessageView): Timeline {
  const outgoing = timeline.outgoing.filter(({ requestId }) => requestId !== message._id)
  // It belongs after what was let go; it will come when that is fetched.
  if (timeline.hasLater) return { ...timeline, outgoing }
  return trimOldest(
    readAlong(timeline, {
      ...timeline,
      messages: union(timeline.messages, [message]),
      outgoing,
      syncedTo: message.seq === timeline.syncedTo + 1 ? message.seq : timeline.syncedTo,
    }),
  )
}

/** Is something missing between what was fetched and the newest message shown? */
export const isBehind = (timeline: Timeline): boolean =>
  !timeline.hasLater && timeline.syncedTo < lastSeqOf(timeline.messages)

/** Puts a message on its way, or back on its way. */
export function putOutgoing(timeline: Timeline, next: Outgoing): Timeline {
  const isKnown = timeline.outgoing.some(({ requestId }) => requestId === next.requestId)
  const isSent = timeline.messages.some(({ _id }) => _id === next.requestId)
  if (isSent) return timeline
  return {
    ...timeline,
    outgoing: isKnown
      ? timeline.outgoing.map((one) => (one.requestId === next.requestId ? next : one))
      : [...timeline.outgoing, next],
  }
}

/** What my phone has to keep until it is sent: an interrupted sending counts as failed. */
export const unsent = (outgoing: readonly Outgoing[]): Outgoing[] =>
  outgoing.map((one) => ({ ...one, state: 'failed' }))

export const firstSeqOf = (timeline: Timeline): number | null => timeline.messages[0]?.seq ?? null
