import { useQueryClient } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import type { GroupView } from '@/domain/chat/contract'
import { actionKey } from '@/features/session/keys'
import { useAction } from '@/features/session/use-action'
import type { OpenedGroup } from './catch-up'

const input = {}

/**
 * My groups, and the one that is open: a single group opens by itself. While one is open the list is left alone,
 * else every message said anywhere would fetch it again; coming back to the page makes up for it.
 */
export function useGroups(isEnabled: boolean) {
  const queries = useQueryClient()
  const [opened, setOpened] = useState<OpenedGroup | null>(null)
  const query = useAction('chat.groups', input, { isEnabled: isEnabled && opened === null })
  const { refetch } = query
  useDidShow(
    useCallback(() => {
      if (queries.getQueryState(actionKey('chat.groups', input))?.isInvalidated) void refetch()
    }, [queries, refetch]),
  )

  const groups = inOrder(query.data?.items ?? [])
  const only = groups.length === 1 ? groups[0] : undefined
  // As it stood when it was opened: reading clears the count, the "new from here" line stays.
  if (only && !opened) setOpened(openedOf(only))
  const current = groups.find(({ groupPath }) => groupPath === opened?.groupPath)
  // Someone who moved out while the group was open sees what is left to them.
  if (opened && query.data && !current) setOpened(null)
  return {
    query,
    groups,
    current: current && opened ? { group: current, opened } : null,
    open: (group: GroupView) => setOpened(openedOf(group)),
    close: groups.length > 1 ? () => setOpened(null) : null,
  }
}

const byPlace = (one: GroupView, other: GroupView): number =>
  Number(other.isPinned) - Number(one.isPinned) || (other.lastAt ?? 0) - (one.lastAt ?? 0)

/** What I put on top first, then where something was said last. */
const inOrder = (groups: readonly GroupView[]): GroupView[] => [...groups].sort(byPlace)

const openedOf = ({ groupPath, lastSeq, mentionSeq, unread }: GroupView): OpenedGroup => ({
  groupPath,
  unread,
  mentionSeq,
  readTo: Math.max(0, lastSeq - unread),
})
