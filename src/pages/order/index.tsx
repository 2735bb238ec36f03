import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { QuietButton } from '@/components/button'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { orderWords } from '@/copy/order'
import type { OrderView } from '@/domain/order/present'
import { ThreadCard } from '@/features/chat/thread-card'
import { OrderActions, hasActions } from '@/features/order/order-actions'
import { asPending } from '@/features/order/as-pending'
import { OrderBody } from '@/features/order/order-body'
import { usePendingEvents } from '@/features/order/pending-events'
import { PendingNotes } from '@/features/order/pending-note'
import { useAction } from '@/features/session/use-action'
import { open, routes } from '@/routes'
import { BeforeLeaving } from './_components/before-leaving'
import { WhereOn } from './_components/where-on'

/** The same once more: the form, written out already. */
function Again({ order }: { order: OrderView }) {
  return <QuietButton onClick={() => open(routes.orderAgain(order._id))}>{orderWords.again}</QuietButton>
}

/** One order, for everyone with a part in it: how it stands, and what I can do now. */
export default function OrderPage() {
  const { params } = useRouter()
  const pending = usePendingEvents()
  const { data, error, refetch } = useAction('order.get', { orderId: params.id ?? '' })
  usePullDownRefresh(() => {
    void refetch().finally(() => Taro.stopPullDownRefresh())
  })
  if (!data) {
    return <Screen>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={2} />}</Screen>
  }
  const order = asPending(data.order, pending)
  return (
    <Screen
      action={hasActions(order) ? <OrderActions order={order} /> : order.isMine && <Again order={order} />}
    >
      <PendingNotes orderId={order._id} />
      <BeforeLeaving order={order} />
      <OrderBody
        order={order}
        thread={order.thread && <ThreadCard orderId={order._id} thread={order.thread} />}
      />
      <WhereOn order={order} />
    </Screen>
  )
}
