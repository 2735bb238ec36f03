import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { catchUp, earlierPage, laterPage, newestPage, type OpenedGroup } from './catch-up'
import { keepOutbox } from './drafts'
import { clearUnread, heldTimeline, tellRead, timelineKey } from './keys'
import { addEarlier, addNewer, firstSeqOf, isBehind, restart, watch, type Timeline } from './timeline'

export interface OpenTimeline {
  timeline: Timeline | null
  error: Error | null
  refetch: () => unknown
  isPaging: boolean
  loadEarlier: () => Promise<void>
  loadLater: () => Promise<void>
  /** Drops the window and begins again at the end of the chat. */
  toLatest: () => Promise<void>
  change: (next: (timeline: Timeline) => Timeline) => void
}

/** One group's chat, kept in step with the others: fetched once, then only what is missing. */
export function useTimeline(group: OpenedGroup, isVisible: boolean): OpenTimeline {
  const queries = useQueryClient()
  const [isPaging, setIsPaging] = useState(false)
  const { groupPath } = group
  const held = useCallback(() => heldTimeline(queries, groupPath), [queries, groupPath])
  const { data, error, refetch } = useQuery({
    queryKey: timelineKey(groupPath),
    queryFn: () => catchUp(group, held),
    staleTime: 0,
  })
  const timeline = data ?? null

  const change = useCallback<OpenTimeline['change']>(
    (next) => {
      const before = held()
      if (!before) return
      const after = next(before)
      queries.setQueryData(timelineKey(groupPath), after)
      if (after.outgoing !== before.outgoing) keepOutbox(groupPath, after.outgoing)
      if (isBehind(after)) void queries.invalidateQueries({ queryKey: timelineKey(groupPath) })
    },
    [held, groupPath, queries],
  )

  const isOpen = timeline !== null
  useEffect(() => {
    if (isOpen) change((before) => watch(before, isVisible))
  }, [change, isOpen, isVisible])

  const syncedTo = timeline?.syncedTo ?? 0
  useEffect(() => {
    if (!isVisible || syncedTo === 0) return
    clearUnread(queries, groupPath)
    // Not said now, it is said with the next message.
    void tellRead(queries, groupPath, syncedTo).catch(() => undefined)
  }, [queries, groupPath, syncedTo, isVisible])

  const page = async (
    ask: (before: Timeline) => Promise<Parameters<typeof addNewer>[1]> | null,
    add: typeof addNewer,
  ) => {
    const before = held()
    const asked = before && !isPaging ? ask(before) : null
    if (!asked) return
    setIsPaging(true)
    try {
      const answer = await asked
      change((now) => add(now, answer))
    } catch {
      // What is shown stays; scrolling again tries again.
    } finally {
      setIsPaging(false)
    }
  }

  return {
    timeline,
    error: timeline ? null : error,
    refetch,
    isPaging,
    loadEarlier: () =>
      page((before) => {
        const first = firstSeqOf(before)
        return before.hasEarlier && first !== null ? earlierPage(groupPath, first) : null
      }, addEarlier),
    loadLater: () =>
      page((before) => (before.hasLater ? laterPage(groupPath, before.syncedTo) : null), addNewer),
    toLatest: () => page(() => newestPage(groupPath), restart),
    change,
  }
}
