import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { QuietButton } from '@/components/button'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { orderWords } from '@/copy/order'
import type { OrderView } from '@/domain/order/present'
import { OrderActions, hasActions } from '@/features/order/order-actions'
import { OrderBody } from '@/features/order/order-body'
import { useAction } from '@/features/session/use-action'
import { open, routes } from '@/routes'

/** The same once more: the form, written out already. */
function Again({ order: { service, text } }: { order: OrderView }) {
  return (
    <QuietButton onClick={() => open(routes.orderNew({ service, text }))}>{orderWords.again}</QuietButton>
  )
}

export default function OrderPage() {
  const { params } = useRouter()
  const { data, error, refetch } = useAction('order.get', { orderId: params.id ?? '' })
  usePullDownRefresh(() => {
    void refetch().finally(() => Taro.stopPullDownRefresh())
  })
  if (!data) {
    return <Screen>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={2} />}</Screen>
  }
  const { order } = data
  return (
    <Screen
      action={hasActions(order) ? <OrderActions order={order} /> : order.isMine && <Again order={order} />}
    >
      <OrderBody order={order} />
    </Screen>
  )
}
