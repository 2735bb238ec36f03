import type { QueryClient } from '@tanstack/react-query'
import { actionKey } from '@/features/session/keys'
import type { Output } from '@/domain/contracts'
import type { Timeline } from './timeline'

/** Stands under `chat`, so that a signal of any group makes it fetch what it misses. */
export const timelineKey = (groupPath: string) => ['chat', 'timeline', groupPath] as const

export const heldTimeline = (queries: QueryClient, groupPath: string): Timeline | undefined =>
  queries.getQueryData<Timeline>(timelineKey(groupPath))

/** Nothing is unread in a group any more, without asking the cloud again. */
export function clearUnread(queries: QueryClient, groupPath: string): void {
  queries.setQueryData<Output<'chat.groups'>>(actionKey('chat.groups', {}), (groups) =>
    groups
      ? {
          items: groups.items.map((group) =>
            group.groupPath === groupPath ? { ...group, unread: 0 } : group,
          ),
        }
      : groups,
  )
}
