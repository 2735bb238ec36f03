import { useReachBottom } from '@tarojs/taro'
import { ListStates } from '@/components/list-states'
import { ordersWords } from '@/copy/pages'
import { OrderCard } from '@/features/order/order-card'
import { useAction, usePagedAction } from '@/features/session/use-action'
import { open, routes } from '@/routes'

/** What I ordered: on its way with what waits for my word on top, or done. */
export function OrderList({ view }: { view: 'open' | 'done' }) {
  const list = usePagedAction('order.listMine', { view })
  const done = useAction('order.listMine', { view: 'done' }, { isEnabled: view === 'open' })
  const unrated =
    view === 'open' ? (done.data?.items.filter(({ status }) => status === 'completed') ?? []) : []
  const { hasMore, isLoadingMore, loadMore } = list
  useReachBottom(() => {
    if (hasMore && !isLoadingMore) loadMore()
  })
  return (
    <ListStates
      list={{ ...list, items: [...unrated, ...list.items] }}
      keyOf={(order) => order._id}
      render={(order) => <OrderCard order={order} />}
      empty={{
        art: view === 'open' ? 'bench' : 'cups',
        words: view === 'open' ? ordersWords.emptyOpen : ordersWords.emptyDone,
        action: { words: ordersWords.order, onClick: () => open(routes.orderNew()) },
      }}
    />
  )
}
