import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { call } from '@/cloud/call'
import { pagesKey } from '@/features/session/keys'
import { isThread } from '@/domain/chat/thread'
import type { Output } from '@/domain/contracts'
import { keepOutbox } from './drafts'
import { isBehind, type Timeline } from './timeline'

/** Stands under `chat` or `thread`, so that a signal of any group, or order, makes it fetch what it misses. */
export const timelineKey = (groupPath: string) =>
  [isThread(groupPath) ? 'thread' : 'chat', 'timeline', groupPath] as const
/** The last lines of an order's thread, as its order shows them. */
export const threadLinesKey = (groupPath: string) => ['thread', 'lines', groupPath] as const

export const heldTimeline = (queries: QueryClient, groupPath: string): Timeline | undefined =>
  queries.getQueryData<Timeline>(timelineKey(groupPath))

/** Changes what is held of a group; says whether anything is. What is on its way is kept on the phone too. */
export function changeTimeline(
  queries: QueryClient,
  groupPath: string,
  next: (timeline: Timeline) => Timeline,
): boolean {
  const before = heldTimeline(queries, groupPath)
  if (!before) return false
  const after = next(before)
  queries.setQueryData(timelineKey(groupPath), after)
  if (after.outgoing !== before.outgoing) keepOutbox(groupPath, after.outgoing)
  if (isBehind(after)) void queries.invalidateQueries({ queryKey: timelineKey(groupPath) })
  return true
}

/** Nothing is unread in a group any more, without asking the cloud again. */
export function clearUnread(queries: QueryClient, groupPath: string): void {
  const read = (page: Output<'chat.groups'>): Output<'chat.groups'> => ({
    ...page,
    items: page.items.map((group) => (group.groupPath === groupPath ? { ...group, unread: 0 } : group)),
  })
  queries.setQueryData<InfiniteData<Output<'chat.groups'>>>(
    pagesKey('chat.groups', {}),
    (list) => list && { ...list, pages: list.pages.map(read) },
  )
}

/** How far I have read. An order's card says when its thread holds something new: it no longer does. */
export async function tellRead(queries: QueryClient, groupPath: string, seq: number): Promise<void> {
  await call('chat.markRead', { groupPath, seq })
  if (isThread(groupPath)) await queries.invalidateQueries({ queryKey: ['order'] })
}
