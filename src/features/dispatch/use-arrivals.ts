import { useState } from 'react'
import type { OrderView } from '@/domain/order/present'
import { minutes } from '@/domain/shared/time'

/** Clocks of phone and cloud may differ by this much. */
const clocksApart = minutes(1)

export interface Arrivals {
  /** Orders that have come while the desk was open. */
  ids: ReadonlySet<string>
  /** The newest of them, for the announcement. */
  newest: OrderView | null
  count: number
}

/** Which orders have come since the desk was opened. `orders` is null until they are known. */
export function useArrivals(orders: readonly OrderView[] | null): Arrivals {
  const [openedAt] = useState(() => Date.now())
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null)
  const [latest, setLatest] = useState<readonly OrderView[]>([])
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())

  const unknown = orders?.filter(({ _id }) => !known?.has(_id)) ?? []
  if (orders && (known === null || unknown.length > 0)) {
    setKnown(new Set([...(known ?? []), ...unknown.map(({ _id }) => _id)]))
    // What a further page brings is not news.
    const fresh = known === null ? [] : unknown.filter(({ createdAt }) => createdAt > openedAt - clocksApart)
    if (fresh.length > 0) {
      setLatest(fresh)
      setIds(new Set([...ids, ...fresh.map(({ _id }) => _id)]))
    }
  }

  const newest = latest.reduce<OrderView | null>(
    (best, order) => (best && best.createdAt >= order.createdAt ? best : order),
    null,
  )
  return { ids, newest, count: latest.length }
}
