import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '@/cloud/call'
import type { MessageView } from '@/domain/chat/contract'
import { tellRead, threadLinesKey } from './keys'

/** So many of the last lines are shown with the order. */
const shown = 3

export interface ThreadLines {
  lines: readonly MessageView[]
  isPending: boolean
  error: Error | null
  refetch: () => unknown
  /** How far I had read when I came: what is after it is new. */
  readTo: number
  /** New ones that are not among these lines. */
  unseen: number
}

/** The last lines of an order's thread. Where they are all that is new, seeing them is reading them. */
export function useThreadLines(groupPath: string, isVisible: boolean): ThreadLines {
  const queries = useQueryClient()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: threadLinesKey(groupPath),
    queryFn: () => call('chat.history', { groupPath, limit: shown }),
  })
  const [readTo, setReadTo] = useState<number | null>(null)
  if (data && readTo === null) setReadTo(data.readTo ?? 0)

  const first = data?.items[0]?.seq ?? 0
  const last = data?.items[data.items.length - 1]?.seq ?? 0
  const known = data?.readTo ?? 0
  const unseen = Math.max(0, first - 1 - known)
  useEffect(() => {
    if (!isVisible || unseen > 0 || last <= known) return
    // Not told now, it is told the next time that the order is opened.
    void tellRead(queries, groupPath, last).catch(() => undefined)
  }, [queries, groupPath, isVisible, unseen, last, known])

  return {
    lines: data?.items ?? [],
    isPending,
    error: data ? null : error,
    refetch,
    readTo: readTo ?? known,
    unseen,
  }
}
