import type { Output } from '@/domain/contracts'
import type { OrderView } from '@/domain/order/present'
import { usePagedAction, type PagedList } from '@/features/session/use-action'

export type HallItem = Output<'order.listHall'>['items'][number]

/** Few halls are longer, so that one look is enough. */
const limit = 50

interface Hall {
  /** Asked by name: by the office, then by fellow volunteers who can't come. */
  offers: OrderView[]
  list: PagedList<HallItem>
}

/** What I may take, without what others have taken meanwhile. A page may hold nothing that fits, and there be more. */
export function useHall(isEnabled: boolean, lostIds: ReadonlySet<string>): Hall {
  const offered = usePagedAction('order.listTasks', { view: 'offered', limit }, { isEnabled })
  const standIns = usePagedAction('order.listTasks', { view: 'standIn', limit }, { isEnabled })
  const hall = usePagedAction('order.listHall', { limit }, { isEnabled })

  const isThere = ({ _id, allowedActions }: OrderView, event: 'accept' | 'takeOver'): boolean =>
    !lostIds.has(_id) && allowedActions.includes(event)
  const items = hall.items.filter(({ order }) => isThere(order, 'accept'))

  return {
    offers: [
      ...offered.items.filter((order) => isThere(order, 'accept')),
      ...standIns.items.filter((order) => isThere(order, 'takeOver')),
    ],
    list: { ...hall, items, isPending: hall.isPending || hall.isLoadingMore },
  }
}
