import { View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import { volunteer } from '@/copy/volunteer'
import type { OrderView } from '@/domain/order/present'
import { titleOf } from '@/features/order/title'
import styles from './hall-card.module.scss'

export interface TakeFootProps {
  order: OrderView
  /** My bound of orders where it is reached: then the button says so, and waits. */
  fullAt: number | null
  isTaking: boolean
  onTake: () => void
  onDecline: () => void
}

/** The foot of a card: taking it is all of it, saying no a smaller part. */
export function TakeFoot({ order, fullAt, isTaking, onTake, onDecline }: TakeFootProps) {
  const isStandIn = order.allowedActions.includes('takeOver')
  const words = isStandIn ? volunteer.takeOver : volunteer.accept
  const label = isStandIn ? volunteer.takeOverLabel : volunteer.acceptLabel
  return (
    <View className={styles.foot}>
      {(isStandIn || order.allowedActions.includes('decline')) && (
        <Tap className={styles.decline} onClick={onDecline}>
          {isStandIn ? volunteer.declineStandIn : volunteer.decline}
        </Tap>
      )}
      {fullAt === null ? (
        <Tap className={styles.take} label={label(titleOf(order))} isDisabled={isTaking} onClick={onTake}>
          {isTaking ? volunteer.accepting : words}
        </Tap>
      ) : (
        <View className={styles.full}>{volunteer.atCap(fullAt)}</View>
      )}
    </View>
  )
}
