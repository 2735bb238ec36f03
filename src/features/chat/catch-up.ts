import { call } from '@/cloud/call'
import type { MessageView } from '@/domain/chat/contract'
import { addNewer, openTimeline, type Outgoing, type Timeline } from './timeline'
import { outboxOf } from './drafts'

const firstPage = 30
const pageSize = 100
/** So far behind, it is quicker to begin again from the newest page. */
const pagesAtMost = 3

export interface OpenedGroup {
  groupPath: string
  /** How far I had read when the group was opened. */
  readTo: number
  unread: number
}

async function openGroup(group: OpenedGroup, outgoing: readonly Outgoing[]): Promise<Timeline> {
  // Deep enough for the "new from here" line, as far as one page goes.
  const limit = Math.min(pageSize, Math.max(firstPage, group.unread + 10))
  const page = await call('chat.history', { groupPath: group.groupPath, limit })
  return openTimeline(page, page.readTo ?? group.readTo, outgoing)
}

/**
 * Fetches what a phone misses of a group: its newest page the first time, afterwards only what came since.
 * `held` answers what the phone holds at that moment, so that what I wrote meanwhile is not lost.
 */
export async function catchUp(group: OpenedGroup, held: () => Timeline | undefined): Promise<Timeline> {
  const before = held()
  if (!before) return openGroup(group, outboxOf(group.groupPath))
  // While paging through the past, the newest are fetched on the way back down.
  if (before.hasLater) return before
  const items: MessageView[] = []
  let after = before.syncedTo
  for (let page = 0; page < pagesAtMost; page += 1) {
    const answer = await call('chat.history', { groupPath: group.groupPath, after, limit: pageSize })
    items.push(...answer.items)
    after = answer.items[answer.items.length - 1]?.seq ?? after
    if (answer.hasMore) continue
    const now = held() ?? before
    return now.hasLater ? now : addNewer(now, { items, hasMore: false })
  }
  const fresh = await openGroup({ ...group, readTo: before.readTo }, [])
  return { ...fresh, outgoing: held()?.outgoing ?? [], isWatched: before.isWatched }
}

/** The page before the window. */
export const earlierPage = (groupPath: string, before: number) =>
  call('chat.history', { groupPath, before, limit: firstPage })

/** The page after the window, where the newest were let go. */
export const laterPage = (groupPath: string, after: number) =>
  call('chat.history', { groupPath, after, limit: firstPage })

/** The end of the chat. */
export const newestPage = (groupPath: string) => call('chat.history', { groupPath, limit: firstPage })
