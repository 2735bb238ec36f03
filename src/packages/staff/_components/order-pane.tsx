import { View } from '@tarojs/components'
import type { OrderView } from '@/domain/order/present'
import { OrderBody } from '@/features/order/order-body'
import { OfferPatience } from './offer-patience'

/** One order on the desk: how long an answer is awaited, and all of the order. */
export function OrderPane({ order }: { order: OrderView }) {
  return (
    <View>
      <OfferPatience order={order} />
      <OrderBody order={order} />
    </View>
  )
}
