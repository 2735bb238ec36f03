import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { Tabs } from '@/components/tabs'
import { ordersWords } from '@/copy/pages'
import { isOpenForMe } from '@/features/order/is-open'
import { OrderCard } from '@/features/order/order-card'
import { usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'

type View = 'open' | 'done'

export default function OrdersPage() {
  const [view, setView] = useState<View>('open')
  const { account, isPending } = useSession()
  const list = usePagedAction('order.listMine', {}, { isEnabled: account !== null })
  const items = list.items.filter((order) => isOpenForMe(order) === (view === 'open'))
  const { hasMore, isLoadingMore, loadMore } = list
  // Open and done ones come mixed, newest first: look on until there is something to show.
  const isSearching = items.length === 0 && hasMore
  useEffect(() => {
    if (isSearching && !isLoadingMore) loadMore()
  }, [isSearching, isLoadingMore, loadMore])
  useReachBottom(() => {
    if (hasMore && !isLoadingMore) loadMore()
  })
  usePullDownRefresh(() => {
    void Promise.resolve(list.refetch()).finally(() => Taro.stopPullDownRefresh())
  })
  const isWaiting = account === null ? isPending : list.isPending || isSearching
  return (
    <Screen>
      <Tabs
        tabs={[
          { value: 'open', label: ordersWords.open },
          { value: 'done', label: ordersWords.done },
        ]}
        chosen={view}
        onChoose={setView}
      />
      <ListStates
        list={{ ...list, items, isPending: isWaiting }}
        keyOf={(order) => order._id}
        render={(order) => <OrderCard order={order} />}
        empty={{
          art: view === 'open' ? 'bench' : 'cups',
          words: view === 'open' ? ordersWords.emptyOpen : ordersWords.emptyDone,
          action: { words: ordersWords.order, onClick: () => open(routes.orderNew()) },
        }}
      />
    </Screen>
  )
}
