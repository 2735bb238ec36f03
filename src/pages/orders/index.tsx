import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { Tabs } from '@/components/tabs'
import { joinWords, orderFormWords, ordersWords } from '@/copy/pages'
import { takeOrdersView, type OrdersView } from '@/features/order/orders-view'
import { SessionGate } from '@/features/session/session-gate'
import { useRefreshAll } from '@/features/session/use-refresh-all'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import { OrderList } from './_components/order-list'
import { SeriesList } from './_components/series-list'

/** What I asked for: on its way, done, and what comes again and again. */
function Orders() {
  const [view, setView] = useState<OrdersView>('open')
  const { account } = useSession()
  useDidShow(() => {
    const wanted = takeOrdersView()
    if (wanted) setView(wanted)
  })
  if (!account) {
    return (
      <Screen>
        <EmptyState
          art="door"
          words={orderFormWords.needHome}
          action={{ words: joinWords.toHome, onClick: () => open(routes.home) }}
        />
      </Screen>
    )
  }
  return (
    <Screen>
      <Tabs
        tabs={[
          { value: 'open', label: ordersWords.open },
          { value: 'done', label: ordersWords.done },
          { value: 'series', label: ordersWords.series },
        ]}
        chosen={view}
        onChoose={setView}
      />
      {view === 'series' ? <SeriesList /> : <OrderList key={view} view={view} />}
    </Screen>
  )
}

export default function OrdersPage() {
  const refreshAll = useRefreshAll()
  usePullDownRefresh(() => {
    void refreshAll().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <SessionGate>
      <Orders />
    </SessionGate>
  )
}
