import { useState } from 'react'
import { useAction } from '@/features/session/use-action'
import { useCommands } from '@/features/session/use-command'
import { linesOf, type Chosen, type PlanItem } from './plan'

/** Lines sent at once: few enough that one sees it go on. */
const atOnce = 10

const proposed = (items: readonly PlanItem[]): Chosen =>
  Object.fromEntries(items.map(({ order, chosenIds }) => [order._id, chosenIds]))

interface PlanState {
  items: readonly PlanItem[]
  hasMore: boolean
  chosen: Chosen
  /** By the order's id: sent, or moved on meanwhile. */
  results: Readonly<Record<string, boolean>>
}

/** A plan for all that waits: as proposed, then as edited. It stands still while one looks at it. */
export function usePlan(isEnabled: boolean) {
  const [state, setState] = useState<PlanState | null>(null)
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const query = useAction('order.plan', {}, { isEnabled: isEnabled && state === null })
  const { run } = useCommands()

  if (state === null && query.data && !query.isFetching) {
    const { hasMore, items } = query.data
    setState({ items, hasMore, chosen: proposed(items), results: {} })
  }
  const results = state?.results ?? {}
  const lines = state ? linesOf(state.items, state.chosen) : []
  const unsent = lines
    .filter(({ item: { order }, helpers }) => helpers.length > 0 && results[order._id] === undefined)
    .map(({ item: { order }, helpers }) => ({
      orderId: order._id,
      volunteerIds: helpers.map(({ userId }) => userId),
    }))

  /** Ends early where the network does; what was sent stays sent, and the next tap sends the rest. */
  const confirm = async (): Promise<void> => {
    for (let done = 0; done < unsent.length; done += atOnce) {
      setProgress({ done, of: unsent.length })
      const output = await run('order.confirmPlan', { lines: unsent.slice(done, done + atOnce) })
      if (!output) break
      const answered = Object.fromEntries(output.lines.map(({ orderId, isSent }) => [orderId, isSent]))
      setState((now) => now && { ...now, results: { ...now.results, ...answered } })
    }
    setProgress(null)
  }

  return {
    isReady: state !== null,
    error: state === null ? query.error : null,
    refetch: query.refetch,
    lines,
    results,
    unsent,
    progress,
    hasMore: state?.hasMore ?? false,
    choose: (orderId: string, volunteerIds: readonly string[]) =>
      setState((now) => now && { ...now, chosen: { ...now.chosen, [orderId]: volunteerIds } }),
    confirm,
    /** Computed anew, from how things stand now. */
    restart: () => {
      setState(null)
      void query.refetch()
    },
  }
}

export type PlanDesk = ReturnType<typeof usePlan>
