import { View } from '@tarojs/components'
import { EmptyState } from '@/components/empty-state'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { latenessWords, orderWords } from '@/copy/order'
import type { OrderView } from '@/domain/order/present'
import { OrderCard } from '@/features/order/order-card'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useConsent } from '@/features/session/use-consent'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import { CallPhone } from '../../_components/call-phone'
import styles from '../../_components/calls.module.scss'

/** What is late may be asked after: at the door, or by phone. */
function Line({ order }: { order: OrderView }) {
  const ask = useConsent()
  const see = (): void => {
    void ask('lead')
    open(routes.order(order._id))
  }
  return (
    <OrderCard
      order={order}
      note={order.lateness > 0 && <View>{latenessWords[order.lateness] ?? ''}</View>}
      footer={order.mayCall && <CallPhone orderId={order._id} />}
      onOpen={see}
    />
  )
}

function List() {
  const mayLook = useSession().can('lead')
  const { data, error, isPending, refetch } = useAction('order.listInCare', {}, { isEnabled: mayLook })
  const items = data?.items ?? []
  if (!mayLook) return <EmptyState art="door" words={orderWords.inCareNotMine} />
  return (
    <View>
      {items.length > 0 && <View className={styles.lead}>{orderWords.inCareHint}</View>}
      <ListStates
        list={{ items, isPending, error, refetch }}
        keyOf={({ _id }) => _id}
        empty={{ art: 'cups', words: orderWords.inCareEmpty }}
        render={(order) => <Line order={order} />}
      />
    </View>
  )
}

/** 楼里的单: what neighbours in my care wait for, the latest first. */
export default function InCarePage() {
  return (
    <SessionGate>
      <Screen>
        <List />
      </Screen>
    </SessionGate>
  )
}
