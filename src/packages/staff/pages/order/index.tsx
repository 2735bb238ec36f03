import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import type { Asked } from '@/features/dispatch/desk-events'
import { useOrderEvents } from '@/features/order/use-order-event'
import { useAction } from '@/features/session/use-action'
import { DeskActions } from '../../_components/desk-actions'
import { HelpersPane } from '../../_components/helpers-pane'
import { OrderPane } from '../../_components/order-pane'
import { DeskSheet } from '../../_components/sheets/desk-sheet'

/** One order of the desk, on a phone: what it is, whom to send, and what else can be done. */
export default function DeskOrderPage() {
  const { id = '' } = useRouter().params
  const query = useAction('order.get', { orderId: id })
  const events = useOrderEvents()
  const [asked, setAsked] = useState<Asked | null>(null)
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
      <OrderPane order={order} between={<HelpersPane order={order} events={events} />} />
      <DeskActions order={order} onAsk={setAsked} />
      {asked && <DeskSheet asked={asked} onClose={() => setAsked(null)} />}
    </Screen>
  )
}
