import { View } from '@tarojs/components'
import { Skeleton } from '@/components/skeleton'
import { ErrorState } from '@/components/error-state'
import { Tap } from '@/components/tap'
import { homeWords } from '@/copy/pages'
import { isOpenForMe } from '@/features/order/is-open'
import { OrderCard } from '@/features/order/order-card'
import { usePagedAction } from '@/features/session/use-action'
import { open, routes } from '@/routes'
import styles from './section.module.scss'

/** My orders that are not done yet, three at most; nothing where there are none. */
export function OpenOrders() {
  const list = usePagedAction('order.listMine', {})
  if (list.isPending) return <Skeleton count={1} />
  if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />
  const orders = list.items.filter(isOpenForMe)
  if (orders.length === 0) return null
  return (
    <View>
      <View className={styles.head}>
        <View className={styles.title}>{homeWords.openOrders}</View>
        <Tap className={styles.all} onClick={() => open(routes.orders)}>
          {homeWords.allOrders}
        </Tap>
      </View>
      {orders.slice(0, 3).map((order) => (
        <OrderCard key={order._id} order={order} />
      ))}
    </View>
  )
}
