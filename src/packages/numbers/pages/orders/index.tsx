import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { EmptyState } from '@/components/empty-state'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { figureNames } from '@/copy/numbers'
import { numbersWords as words, periodWords } from '@/copy/numbers-page'
import { readDrill, type DrillAt } from '@/features/numbers/drill'
import { OrderCard } from '@/features/order/order-card'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { open, paramText, routes } from '@/routes'
import styles from './index.module.scss'

function Orders({ at }: { at: DrillAt }) {
  const list = usePagedAction('numbers.orders', { ...at, limit: 20 })
  const isStaff = useSession().can('dispatch')
  return (
    <View>
      <View className={styles.head}>
        {figureNames[at.drill]}
        <View className={styles.soft}>{periodWords(at)}</View>
      </View>
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        empty={{ words: words.ordersEmpty }}
        render={(order) => (
          <OrderCard
            order={order}
            onOpen={() => open(isStaff ? routes.deskOrder(order._id) : routes.order(order._id))}
          />
        )}
      />
    </View>
  )
}

/** The orders behind a number. */
export default function NumberOrdersPage() {
  const params = useRouter().params
  const at = readDrill({ ...params, area: paramText(params.area), building: paramText(params.building) })
  return (
    <SessionGate>
      <Screen>{at ? <Orders at={at} /> : <EmptyState words={words.ordersEmpty} />}</Screen>
    </SessionGate>
  )
}
