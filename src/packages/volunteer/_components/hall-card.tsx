import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { serviceNames } from '@/copy/services'
import { lateWords, lengthWords, windowWords } from '@/copy/time'
import { distanceWords, volunteer } from '@/copy/volunteer'
import type { OrderView } from '@/domain/order/present'
import { isLate } from '@/features/order/is-late'
import { serviceIcons } from '@/features/order/service-icon'
import type { Distance } from '@/features/volunteer/distance'
import { offerEndsAt } from '@/features/volunteer/offer'
import { useNow } from '@/platform/use-now'
import styles from './hall-card.module.scss'

interface HallCardProps {
  order: OrderView
  distance: Distance | null
  isSkilled: boolean
  isTaking: boolean
  onTake: () => void
  onDecline: () => void
}

/** How long the office waits for my answer. */
function Patience({ order }: { order: OrderView }) {
  const now = useNow()
  const endsAt = offerEndsAt(order)
  if (endsAt === null) return null
  return (
    <View className={styles.patience}>
      <Icon name="clock" size="small" colour="amber" />
      <View>{endsAt > now ? volunteer.waitsFor(lengthWords(endsAt - now)) : volunteer.waitsNoMore}</View>
    </View>
  )
}

/** An order that I may take: what is to be done first, then when and how far; taking it is the whole foot. */
export function HallCard({ order, distance, isSkilled, isTaking, onTake, onDecline }: HallCardProps) {
  const now = useNow()
  const canTake = order.allowedActions.includes('accept')
  const canDecline = order.allowedActions.includes('decline')
  const late = isLate(order, now)
  return (
    <Card isFlush isLate={late}>
      <View className={styles.body}>
        <Patience order={order} />
        <View className={styles.deed}>{order.text}</View>
        <View className={styles.when}>
          <Icon name="clock" size="small" />
          <View>{windowWords(order.window, now)}</View>
          {order.urgent && <View className={styles.urgent}>{volunteer.urgent}</View>}
          {late && <View className={styles.late}>{lateWords(order.dueAt, now)}</View>}
        </View>
        <View className={styles.where}>
          <Icon name="pin" size="small" />
          {distance && <View className={styles.distance}>{distanceWords[distance]}</View>}
          <View className={styles.area}>{order.areaName}</View>
        </View>
        <View className={styles.tags}>
          <View className={styles.tag}>
            <Icon name={serviceIcons[order.service]} size="small" />
            <View>{serviceNames[order.service]}</View>
          </View>
          {isSkilled && (
            <View className={classNames(styles.tag, styles.skilled)}>
              <Icon name="check" size="small" colour="jade" />
              <View>{volunteer.skilled}</View>
            </View>
          )}
        </View>
      </View>
      <View className={styles.foot}>
        {canDecline && (
          <Tap className={styles.decline} onClick={onDecline}>
            {volunteer.decline}
          </Tap>
        )}
        {canTake && (
          <Tap
            className={styles.take}
            label={volunteer.acceptLabel(order.text)}
            isDisabled={isTaking}
            onClick={onTake}
          >
            {isTaking ? volunteer.accepting : volunteer.accept}
          </Tap>
        )}
      </View>
    </Card>
  )
}
