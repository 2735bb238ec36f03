import { View } from '@tarojs/components'
import { dispatch } from '@/copy/dispatch'
import { namesOf } from '@/copy/order'
import { lengthWords } from '@/copy/time'
import type { OrderView } from '@/domain/order/present'
import { useNow } from '@/platform/use-now'
import styles from './panes.module.scss'

/** While an answer is awaited: whose, and when the order comes back by itself. */
export function OfferPatience({ order: { offer, answerBy } }: { order: OrderView }) {
  const now = useNow()
  if (!offer || answerBy === null || answerBy <= now) return null
  const whom = offer.kind === 'people' ? namesOf(offer.people) : dispatch.anyone
  return (
    <View className={styles.patience}>
      {dispatch.waitsFor(whom)}，{dispatch.goesBack(lengthWords(answerBy - now))}
    </View>
  )
}
