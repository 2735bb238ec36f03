import { useQueryClient } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import type { GroupView } from '@/domain/chat/contract'
import { topics } from '@/domain/signal/topics'
import { pagesKey } from '@/features/session/keys'
import { useAction, usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import type { OpenedGroup } from './catch-up'
import { useVisible } from './use-visible'

const input = {}

/** My groups, or those with these words in their names; there are more of them where a page says so. */
export function useGroupList(search: string, isEnabled = true) {
  const words = search.trim()
  return usePagedAction('chat.groups', words === '' ? input : { search: words }, { isEnabled })
}

type GroupList = ReturnType<typeof useGroupList>

/**
 * My groups, and the one that is open: a single group opens by itself, and the one that is aimed at is asked for where
 * the list doesn't hold it. While one is open the list is left alone, else every message said anywhere would fetch it
 * again; coming back to the page makes up for it.
 */
export function useGroups(isEnabled: boolean, aimedAt: string | null) {
  const queries = useQueryClient()
  const [opened, setOpened] = useState<OpenedGroup | null>(null)
  const [search, setSearch] = useState('')
  const query = useGroupList(search, isEnabled && opened === null)
  const { refetch } = query
  const isKnown = query.pages.length > 0
  useDidShow(
    useCallback(() => {
      if (queries.getQueryState(pagesKey('chat.groups', input))?.isInvalidated) void refetch()
    }, [queries, refetch]),
  )

  const groups = inOrder(query.items)
  useOften(query, isEnabled && opened === null, groups)
  const isBeyond = aimedAt !== null && !groups.some(({ groupPath }) => groupPath === aimedAt)
  const beyond = useAction(
    'chat.groups',
    { groupPath: aimedAt },
    { isEnabled: isEnabled && isBeyond && isKnown && opened?.groupPath !== aimedAt },
  )
  const all = isBeyond ? [...groups, ...(beyond.data?.items ?? [])] : groups
  const only = groups.length === 1 && search === '' ? groups[0] : undefined
  // As it stood when it was opened: reading clears the count, the "new from here" line stays.
  if (only && !opened && !(isBeyond && beyond.isPending)) setOpened(openedOf(only))
  const current = all.find(({ groupPath }) => groupPath === opened?.groupPath)
  // Someone who moved out while the group was open sees what is left to them.
  if (opened && isKnown && !current) setOpened(null)
  return {
    query,
    groups,
    search,
    setSearch: isLong(query) || search !== '' ? setSearch : null,
    aimed: all.find(({ groupPath }) => groupPath === aimedAt) ?? null,
    current: current && opened ? { group: current, opened } : null,
    open: (group: GroupView) => setOpened(openedOf(group)),
    close: all.length > 1 ? () => setOpened(null) : null,
  }
}

/** It does not fit one page. */
export const isLong = ({ pages }: Pick<GroupList, 'pages'>): boolean =>
  pages.some(({ nextCursor }) => nextCursor !== null)

/** So long a list that nothing tells of stays true, ms. */
const trueFor = 10_000

/**
 * Staff hear nothing of the chats of a whole community: while the top of their list is looked at it is asked for anew.
 * Who has gone further down would wait for every page.
 */
function useOften({ asOf, pages, refetch }: GroupList, isOpen: boolean, groups: readonly GroupView[]): void {
  const { topics: heard } = useSession()
  const isShown = useVisible() && isOpen && pages.length < 2
  const isDeaf = groups.some(({ groupPath }) => !heard.includes(topics.chat(groupPath)))
  useEffect(() => {
    if (!isShown || !isDeaf) return
    const timer = setTimeout(() => void refetch(), Math.max(0, asOf + trueFor - Date.now()))
    return () => clearTimeout(timer)
  }, [isShown, isDeaf, asOf, refetch])
}

const byPlace = (one: GroupView, other: GroupView): number =>
  Number(other.isPinned) - Number(one.isPinned) || (other.lastAt ?? 0) - (one.lastAt ?? 0)

/** What I put on top first, then where something was said last. */
const inOrder = (groups: readonly GroupView[]): GroupView[] => {
  // One that sank between two pages stands in both.
  const unique = new Map(groups.map((group) => [group.groupPath, group]))
  return [...unique.values()].sort(byPlace)
}

const openedOf = ({ groupPath, lastSeq, mentionSeq, unread }: GroupView): OpenedGroup => ({
  groupPath,
  lastSeq,
  unread,
  mentionSeq,
  readTo: Math.max(0, lastSeq - unread),
})
