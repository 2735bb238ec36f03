import { View } from '@tarojs/components'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { Tap } from '@/components/tap'
import { homeWords } from '@/copy/pages'
import type { OrderView } from '@/domain/order/present'
import { splitEvents } from '@/features/order/next-event'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import { LiveCard } from './live-card'
import styles from './section.module.scss'

/** So many are shown before "all of them". */
const shown = 3

/** Asks me for a word or a deed: my rating, my answer to an offer, my yes to standing in. */
const waitsForMe = ({ allowedActions, isMine }: OrderView): boolean => {
  const { main } = splitEvents(allowedActions)
  return main === 'review' || (!isMine && (main === 'accept' || main === 'takeOver'))
}

function useLiveOrders() {
  const { can } = useSession()
  const moving = useAction('order.listMine', { view: 'open' })
  const done = useAction('order.listMine', { view: 'done', limit: 10 })
  const offered = useAction('order.listTasks', { view: 'offered' }, { isEnabled: can('volunteer') })
  const mine = moving.data?.items ?? []
  const asked = [...(offered.data?.items ?? []), ...(done.data?.items ?? [])].filter(waitsForMe)
  const known = new Map([...asked, ...mine].map((order) => [order._id, order]))
  return {
    orders: [...known.values()],
    isPending: moving.isPending,
    error: moving.data ? null : moving.error,
    refetch: moving.refetch,
  }
}

/** What is on its way for me, and what waits for my word; nothing where there is none. */
export function OpenOrders() {
  const { orders, isPending, error, refetch } = useLiveOrders()
  if (isPending) return <Skeleton count={1} />
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (orders.length === 0) return null
  return (
    <View>
      <View className={styles.head}>
        <View className={styles.title}>{homeWords.openOrders}</View>
        <Tap className={styles.all} onClick={() => open(routes.orders)}>
          {homeWords.allOrders}
        </Tap>
      </View>
      {orders.slice(0, shown).map((order) => (
        <LiveCard key={order._id} order={order} />
      ))}
    </View>
  )
}
