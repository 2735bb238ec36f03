import { useState } from 'react'
import type { OrderView } from '@/domain/order/present'
import { usePagedAction } from '@/features/session/use-action'
import { changedFilter, deskInput, wholeDesk, type DeskFilter } from './desk-filter'
import { useArrivals } from './use-arrivals'

/** The desk: which part of the queue is shown, which order is chosen in it, what has just come. */
export function useDesk(isEnabled: boolean) {
  const [filter, setFilter] = useState<DeskFilter>(wholeDesk)
  const [chosen, setChosen] = useState<{ id: string; index: number } | null>(null)
  const list = usePagedAction('order.listDesk', deskInput(filter), { isEnabled })
  const waiting = usePagedAction('order.listDesk', deskInput(wholeDesk), { isEnabled })
  const arrivals = useArrivals(waiting.isPending || waiting.error ? null : waiting.items)

  // When the chosen one has left the queue, the next in its place is chosen.
  const found = chosen ? list.items.findIndex(({ _id }) => _id === chosen.id) : 0
  const index = found >= 0 ? found : Math.min(chosen?.index ?? 0, list.items.length - 1)
  const order: OrderView | null = list.items[index] ?? null

  const step = (by: number): void => {
    const next = list.items[index + by]
    if (next) setChosen({ id: next._id, index: index + by })
  }
  return {
    isEnabled,
    filter,
    narrow: (change: Partial<DeskFilter>) => {
      setFilter(changedFilter(filter, change))
      setChosen(null)
    },
    list,
    arrivals,
    order,
    choose: (id: string) => setChosen({ id, index: list.items.findIndex(({ _id }) => _id === id) }),
    next: () => step(1),
    previous: () => step(-1),
  }
}

export type Desk = ReturnType<typeof useDesk>
