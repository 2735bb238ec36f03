import type { MessageView } from '@/domain/chat/contract'
import { withoutArrived, type Outgoing } from './outgoing'

/** What a phone holds of one group: a window on the chat, and what is on its way. */
export interface Timeline {
  /** The lines, by `seq`, oldest first, each once. */
  messages: readonly MessageView[]
  outgoing: readonly Outgoing[]
  /** Everything with a number from here … */
  syncedFrom: number
  /** … to here has been fetched; what says that another message has changed has a number too, and is no line. */
  syncedTo: number
  /** The highest number ever seen: an answer to what is asked now knows of everything up to it. */
  knownTo: number
  /** What the first page knew of: an answer asked for before it may be older. */
  openedAt: number
  /** By message, the number of the last change to it that came since. */
  changes: Readonly<Record<number, number>>
  /** Messages held that may no longer be as they are held: they have to be asked for. */
  stale: readonly number[]
  hasEarlier: boolean
  /** The newest were let go while paging back: the end of the window is not the end of the chat. */
  hasLater: boolean
  /** How far I had read when I came: the "new from here" line stands after it. */
  readTo: number
  /** The chat is before my eyes: what arrives now needs no such line. */
  isWatched: boolean
}

/** A page of `chat.history`. */
export interface HistoryPage {
  items: readonly MessageView[]
  hasMore: boolean
}

/** A page, and what was asked for: one that came too late to fit is left out. */
export interface AskedPage extends HistoryPage {
  /** The number that it ends before, or begins after. */
  bound: number
  /** `knownTo` when it was asked for. */
  asOf: number
}

/** Messages as they stand now, and what was asked for. */
export interface AskedMessages {
  items: readonly MessageView[]
  seqs: readonly number[]
  asOf: number
}

/**
 * Messages held at most: what is put in above makes the platform send every line to the screen anew, about 2 KB each
 * with words as long as are shown unfolded (measured in `test/weapp/chat-window.test.ts`).
 */
export const windowSize = 90

const lastSeqOf = (messages: readonly MessageView[]): number =>
  messages.reduce((last, { seq }) => Math.max(last, seq), 0)
const firstSeqOf = (messages: readonly MessageView[]): number =>
  messages.reduce((first, { seq }) => Math.min(first, seq), messages[0]?.seq ?? 0)

export const isLine = ({ body }: MessageView): boolean => body.kind !== 'change'

/** Both lists in one order, each message once; the later version of a message wins. */
function union(a: readonly MessageView[], b: readonly MessageView[]): MessageView[] {
  const byId = new Map([...a, ...b].map((message) => [message._id, message]))
  return [...byId.values()].sort((one, other) => one.seq - other.seq)
}

/** Learns which messages have changed since. */
function learned(timeline: Timeline, items: readonly MessageView[]): Timeline {
  const named = items.flatMap(({ body, seq }) => (body.kind === 'change' ? [{ of: body.of, seq }] : []))
  const knownTo = Math.max(timeline.knownTo, lastSeqOf(items))
  if (named.length === 0) return { ...timeline, knownTo }
  const changes = { ...timeline.changes }
  for (const { of, seq } of named) changes[of] = Math.max(changes[of] ?? 0, seq)
  const held = new Set(timeline.messages.map(({ seq }) => seq))
  const touched = named.map(({ of }) => of).filter((of) => held.has(of))
  return { ...timeline, knownTo, changes, stale: [...new Set([...timeline.stale, ...touched])] }
}

/** Puts messages in; those of which a change is known that the answer may not know of are to be asked for again. */
function merged(timeline: Timeline, items: readonly MessageView[], asOf: number): Timeline {
  const lines = items.filter(isLine)
  const known = (seq: number): number => Math.max(timeline.openedAt, timeline.changes[seq] ?? 0)
  const doubtful = lines.map(({ seq }) => seq).filter((seq) => known(seq) > asOf)
  return {
    ...timeline,
    messages: union(timeline.messages, lines),
    outgoing: withoutArrived(timeline.outgoing, lines),
    stale: doubtful.length > 0 ? [...new Set([...timeline.stale, ...doubtful])] : timeline.stale,
  }
}

/** Nothing is asked for that is no longer held. */
function withoutLetGo(timeline: Timeline): Timeline {
  if (timeline.stale.length === 0) return timeline
  const held = new Set(timeline.messages.map(({ seq }) => seq))
  return { ...timeline, stale: timeline.stale.filter((seq) => held.has(seq)) }
}

/** Forgets the oldest beyond the window. */
function trimOldest(timeline: Timeline): Timeline {
  if (timeline.messages.length <= windowSize) return timeline
  const messages = timeline.messages.slice(-windowSize)
  return withoutLetGo({ ...timeline, messages, syncedFrom: firstSeqOf(messages), hasEarlier: true })
}

/** The group as first opened: its newest page. `outgoing` is what an earlier visit left unsent. */
export function openTimeline(
  { items, hasMore }: HistoryPage,
  readTo: number,
  outgoing: readonly Outgoing[] = [],
): Timeline {
  const messages = union(items.filter(isLine), [])
  return {
    messages,
    outgoing: withoutArrived(outgoing, messages),
    syncedFrom: firstSeqOf(items),
    syncedTo: lastSeqOf(items),
    knownTo: lastSeqOf(items),
    openedAt: lastSeqOf(items),
    changes: {},
    stale: [],
    hasEarlier: hasMore,
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

/** What came after a number; `hasMore` leaves the window short of the end. */
export function addNewer(timeline: Timeline, page: AskedPage): Timeline {
  const { syncedFrom, syncedTo } = timeline
  if (page.bound > syncedTo) return timeline
  // The window may have been moved since.
  const items = page.items.filter(({ seq }) => seq >= syncedFrom)
  const end = Math.max(page.bound, lastSeqOf(page.items))
  const hasLater = end >= syncedTo ? page.hasMore : timeline.hasLater
  const next = merged(learned(timeline, items), items, page.asOf)
  return trimOldest(readAlong(timeline, { ...next, syncedTo: Math.max(syncedTo, end), hasLater }))
}

/** A page from before the window. Too much at once lets the newest go. */
export function addEarlier(timeline: Timeline, page: AskedPage): Timeline {
  if (page.bound !== timeline.syncedFrom) return timeline
  const { messages, ...rest } = merged(timeline, page.items, page.asOf)
  const kept = messages.slice(0, windowSize)
  const hasLetGo = kept.length < messages.length
  return withoutLetGo({
    ...rest,
    messages: kept,
    syncedFrom: firstSeqOf(page.items) || timeline.syncedFrom,
    syncedTo: hasLetGo ? lastSeqOf(kept) : timeline.syncedTo,
    hasEarlier: page.hasMore,
    hasLater: timeline.hasLater || hasLetGo,
  })
}

/** Messages as they stand now take the place of those held; what is not held stays out. */
export function addFresh(timeline: Timeline, { items, seqs, asOf }: AskedMessages): Timeline {
  const held = new Set(timeline.messages.map(({ seq }) => seq))
  const asked = new Set(seqs)
  const left = { ...timeline, stale: timeline.stale.filter((seq) => !asked.has(seq)) }
  return merged(
    left,
    items.filter(({ seq }) => held.has(seq)),
    asOf,
  )
}

/** Lets the window go and shows another part of the chat, whose end may lie further down. */
export function moveTo(timeline: Timeline, page: AskedPage): Timeline {
  const { changes, isWatched, knownTo, openedAt, outgoing, readTo } = timeline
  const opened = openTimeline(page, readTo, outgoing)
  const end = Math.max(knownTo, opened.knownTo)
  const moved = { ...opened, changes, isWatched, openedAt, knownTo: end, hasLater: opened.syncedTo < end }
  // Of the changes among these it is not known which: answers asked for before are doubted.
  return { ...merged(moved, page.items, page.asOf), openedAt: Math.max(openedAt, opened.syncedTo) }
}

/** Lets the window go and begins again at the end of the chat: nothing there is new to me any more. */
export function restart(timeline: Timeline, page: HistoryPage): Timeline {
  const { isWatched, knownTo, outgoing } = timeline
  const opened = openTimeline(page, lastSeqOf(page.items), outgoing)
  return { ...opened, isWatched, knownTo: Math.max(knownTo, opened.knownTo) }
}

/** The cloud's answer to what I sent. It may stand after messages not fetched yet: see `isBehind`. */
export function addSent(timeline: Timeline, message: MessageView): Timeline {
  const { seq } = message
  const outgoing = timeline.outgoing.filter(({ requestId }) => requestId !== message._id)
  const next = { ...timeline, outgoing, knownTo: Math.max(timeline.knownTo, seq) }
  // It belongs after what was let go, or before what is held since, and will come when that is fetched; or it has come
  // already, and is newer.
  const isBeyond = timeline.hasLater || seq < timeline.syncedFrom
  if (isBeyond || timeline.messages.some(({ _id }) => _id === message._id)) return next
  const syncedTo = seq === timeline.syncedTo + 1 ? seq : timeline.syncedTo
  return trimOldest(readAlong(timeline, { ...merged(next, [message], seq), syncedTo }))
}

/** The last line that has been fetched: what I have read once I see the chat. */
export const lastLineOf = ({ messages }: Timeline): number => lastSeqOf(messages)

/** Is something missing up to the newest number known, or to be asked for again? */
export const isBehind = ({ stale, hasLater, syncedTo, knownTo }: Timeline): boolean =>
  stale.length > 0 || (!hasLater && syncedTo < knownTo)
