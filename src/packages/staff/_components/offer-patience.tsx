import { View } from '@tarojs/components'
import { dispatch } from '@/copy/dispatch'
import { lengthWords } from '@/copy/time'
import type { OrderView } from '@/domain/order/present'
import { offerEndsAt } from '@/features/dispatch/offer-ends-at'
import { useNow } from '@/platform/use-now'
import styles from './panes.module.scss'

/** While an answer is awaited: whose, and when the order comes back by itself. */
export function OfferPatience({ order }: { order: OrderView }) {
  const now = useNow()
  const endsAt = offerEndsAt(order)
  if (order.status !== 'dispatched' || endsAt === null || endsAt <= now) return null
  const whom = order.offer?.kind === 'person' ? order.offer.volunteerName : dispatch.anyone
  return (
    <View className={styles.patience}>
      {dispatch.waitsFor(whom)}，{dispatch.goesBack(lengthWords(endsAt - now))}
    </View>
  )
}
