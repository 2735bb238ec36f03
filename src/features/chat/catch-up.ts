import { call } from '@/cloud/call'
import type { MessageView } from '@/domain/chat/contract'
import { outboxOf } from './drafts'
import { begunAnew, type Outgoing } from './outgoing'
import {
  addEarlier,
  addFresh,
  addNewer,
  openTimeline,
  type AskedMessages,
  type AskedPage,
  type Timeline,
} from './timeline'

const firstPage = 30
/** As deep as a chat opens for the "new from here" line; what is above is fetched on the way up. */
const deepestPage = 50
const pageSize = 100
/** So far behind, it is quicker to begin again from the newest page. */
const farBehind = 300
/** A page may hold more changes than lines: so many lines fill a screen. */
const screenful = 10
const pagesAtMost = 3

export interface OpenedGroup {
  groupPath: string
  /** How far I had read when the group was opened. */
  readTo: number
  unread: number
  /** The first message I hadn't read then that calls me. */
  mentionSeq: number | null
  /** The newest message then, where that was known. */
  lastSeq?: number
}

type Range = { before: number } | { after: number }

async function askPage(groupPath: string, range: Range, asOf: number, limit: number): Promise<AskedPage> {
  const page = await call('chat.history', { groupPath, ...range, limit })
  return { ...page, asOf, bound: 'before' in range ? range.before : range.after }
}

/** The page before the window. */
export const earlierPage = (groupPath: string, { syncedFrom, knownTo }: Timeline) =>
  askPage(groupPath, { before: syncedFrom }, knownTo, firstPage)

/** The page after the window, where the newest were let go. */
export const laterPage = (groupPath: string, { syncedTo, knownTo }: Timeline) =>
  askPage(groupPath, { after: syncedTo }, knownTo, firstPage)

/** What stands around a message. */
export const pageAround = (groupPath: string, { knownTo }: Timeline, seq: number) =>
  askPage(groupPath, { before: seq + firstPage / 2 }, knownTo, firstPage)

/** The end of the chat. */
export const newestPage = (groupPath: string) => call('chat.history', { groupPath, limit: firstPage })

/** Goes further back until there is something to see. */
export async function fillScreen(groupPath: string, timeline: Timeline): Promise<Timeline> {
  let filled = timeline
  for (let page = 0; page < pagesAtMost; page += 1) {
    if (!filled.hasEarlier || filled.messages.length >= screenful) return filled
    filled = addEarlier(filled, await earlierPage(groupPath, filled))
  }
  return filled
}

/** @param outgoing what is on its way, once the page is there */
async function openGroup(group: OpenedGroup, outgoing: () => readonly Outgoing[]): Promise<Timeline> {
  const { groupPath, readTo, unread } = group
  const limit = Math.min(deepestPage, Math.max(firstPage, unread + 10))
  const page = await call('chat.history', { groupPath, limit })
  return fillScreen(groupPath, openTimeline(page, page.readTo ?? readTo, outgoing()))
}

/** Everything after a number; null where that is too much, which is known before more than a page of it is fetched. */
async function everythingAfter(groupPath: string, before: Timeline): Promise<AskedPage | null> {
  const bound = before.syncedTo
  const whole = (items: readonly MessageView[]): AskedPage => ({
    items,
    bound,
    hasMore: false,
    asOf: before.knownTo,
  })
  let page = await call('chat.history', { groupPath, after: bound, limit: pageSize })
  if (!page.hasMore) return whole(page.items)
  const { lastSeq } = await call('chat.history', { groupPath, limit: 1 })
  if (lastSeq === undefined || lastSeq - bound > farBehind) return null
  const items = [...page.items]
  while (page.hasMore) {
    const after = items[items.length - 1]?.seq ?? bound
    page = await call('chat.history', { groupPath, after, limit: pageSize })
    items.push(...page.items)
  }
  return whole(items)
}

/** What came after the window; null where that is too much. */
async function whatIsMissing(
  { groupPath, lastSeq = 0 }: OpenedGroup,
  before: Timeline,
): Promise<AskedPage | null> {
  // While paging through the past, the newest are fetched on the way back down.
  if (before.hasLater) return { items: [], bound: Infinity, hasMore: true, asOf: 0 }
  return lastSeq - before.syncedTo > farBehind ? null : everythingAfter(groupPath, before)
}

/** Messages that are no longer as they are held, as they stand now; without an answer they are asked for next time. */
async function askFresh(groupPath: string, { stale, knownTo }: Timeline): Promise<AskedMessages> {
  const nothing = { items: [], seqs: [], asOf: knownTo }
  if (stale.length === 0) return nothing
  const parts = Array.from({ length: Math.ceil(stale.length / pageSize) }, (_, part) =>
    stale.slice(part * pageSize, (part + 1) * pageSize),
  )
  try {
    const answers = await Promise.all(parts.map((seqs) => call('chat.get', { groupPath, seqs })))
    return { items: answers.flatMap(({ items }) => items), seqs: stale, asOf: knownTo }
  } catch {
    return nothing
  }
}

/**
 * Fetches what a phone misses of a group: its newest page the first time, afterwards only what came since and what
 * has changed. `held` answers what the phone holds at that moment, so that what I wrote meanwhile is not lost.
 */
export async function catchUp(group: OpenedGroup, held: () => Timeline | undefined): Promise<Timeline> {
  const { groupPath } = group
  const before = held()
  if (!before) return openGroup(group, () => begunAnew(outboxOf(groupPath)))
  const page = await whatIsMissing(group, before)
  if (!page) {
    const fresh = await openGroup({ ...group, readTo: before.readTo }, () => held()?.outgoing ?? [])
    return { ...fresh, isWatched: before.isWatched }
  }
  const fresh = await askFresh(groupPath, addNewer(held() ?? before, page))
  return addFresh(addNewer(held() ?? before, page), fresh)
}
