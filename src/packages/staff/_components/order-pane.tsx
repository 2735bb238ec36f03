import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderView } from '@/domain/order/present'
import { ThreadCard } from '@/features/chat/thread-card'
import { OrderBody } from '@/features/order/order-body'
import { CallPhone } from './call-phone'
import { OfferPatience } from './offer-patience'

interface OrderPaneProps {
  order: OrderView
  /** Stands before the long details where there is one column only. */
  between?: ReactNode
}

/** One order on the desk: how long an answer is awaited, and all of the order. */
export function OrderPane({ order, between }: OrderPaneProps) {
  return (
    <View>
      <OfferPatience order={order} />
      {order.mayCall && <CallPhone key={order._id} orderId={order._id} />}
      <OrderBody
        order={order}
        between={between}
        thread={order.thread && <ThreadCard key={order._id} orderId={order._id} thread={order.thread} />}
      />
    </View>
  )
}
