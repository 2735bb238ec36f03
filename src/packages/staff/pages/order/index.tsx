import { useRouter } from '@tarojs/taro'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { useOrderEvents } from '@/features/order/use-order-event'
import { useAction } from '@/features/session/use-action'
import { HelpersPane } from '../../_components/helpers-pane'
import { OrderPane } from '../../_components/order-pane'
import { TakeBack } from '../../_components/take-back'

/** One order of the desk, on a phone: what it is, and whom to send. */
export default function DeskOrderPage() {
  const { id = '' } = useRouter().params
  const query = useAction('order.get', { orderId: id })
  const events = useOrderEvents()
  const order = query.data?.order
  if (!order) {
    return (
      <Screen>
        {query.error ? <ErrorState error={query.error} onRetry={query.refetch} /> : <Skeleton />}
      </Screen>
    )
  }
  return (
    <Screen>
      <OrderPane order={order} />
      <HelpersPane order={order} events={events} />
      <TakeBack order={order} events={events} />
    </Screen>
  )
}
