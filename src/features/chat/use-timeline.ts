import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import {
  catchUp,
  earlierPage,
  fillScreen,
  laterPage,
  newestPage,
  pageAround,
  type OpenedGroup,
} from './catch-up'
import { changeTimeline, clearUnread, heldTimeline, tellRead, timelineKey } from './keys'
import { addEarlier, addNewer, lastLineOf, moveTo, restart, watch, type Timeline } from './timeline'

export interface OpenTimeline {
  timeline: Timeline | null
  error: Error | null
  refetch: () => unknown
  isPaging: boolean
  loadEarlier: () => Promise<void>
  loadLater: () => Promise<void>
  /** Drops the window and begins again at the end of the chat. */
  toLatest: () => Promise<void>
  /** Shows the window around a message, where it is not in it. */
  toMessage: (seq: number) => Promise<void>
  change: (next: (timeline: Timeline) => Timeline) => void
  held: () => Timeline | undefined
}

/** One group's chat, kept in step with the others: fetched once, then only what is missing or has changed. */
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
    (next) => void changeTimeline(queries, groupPath, next),
    [groupPath, queries],
  )

  const isOpen = timeline !== null
  useEffect(() => {
    if (isOpen) change((before) => watch(before, isVisible))
  }, [change, isOpen, isVisible])

  const lastLine = timeline ? lastLineOf(timeline) : 0
  useEffect(() => {
    if (!isVisible || lastLine === 0) return
    clearUnread(queries, groupPath)
    // Not said now, it is said with the next message.
    void tellRead(queries, groupPath, lastLine).catch(() => undefined)
  }, [queries, groupPath, lastLine, isVisible])

  /** `ask` answers how the window is to change, or null for nothing to ask. */
  const page = async (
    ask: (before: Timeline) => Promise<(now: Timeline) => Timeline> | null,
  ): Promise<void> => {
    const before = held()
    const asked = before && !isPaging ? ask(before) : null
    if (!asked) return
    setIsPaging(true)
    try {
      change(await asked)
    } catch {
      // What is shown stays; scrolling again tries again.
    } finally {
      setIsPaging(false)
    }
  }

  const askEarlier = async (before: Timeline) => {
    const answer = await earlierPage(groupPath, before)
    return (now: Timeline) => addEarlier(now, answer)
  }
  const askLater = async (before: Timeline) => {
    const answer = await laterPage(groupPath, before)
    return (now: Timeline) => addNewer(now, answer)
  }
  const askNewest = async (before: Timeline) => {
    const answer = await newestPage(groupPath)
    const filled = await fillScreen(groupPath, restart(before, answer))
    return (now: Timeline) => ({
      ...filled,
      outgoing: now.outgoing,
      knownTo: Math.max(now.knownTo, filled.knownTo),
    })
  }
  const askAround = async (before: Timeline, seq: number) => {
    const answer = await pageAround(groupPath, before, seq)
    return (now: Timeline) => moveTo(now, answer)
  }

  return {
    timeline,
    error: timeline ? null : error,
    refetch,
    isPaging,
    loadEarlier: () => page((before) => (before.hasEarlier ? askEarlier(before) : null)),
    loadLater: () => page((before) => (before.hasLater ? askLater(before) : null)),
    toLatest: () => page(askNewest),
    toMessage: (seq) => page((before) => askAround(before, seq)),
    change,
    held,
  }
}
