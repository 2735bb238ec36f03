import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { VoicePlayer } from '@/components/voice-player'
import { lateWords, lengthWords, windowWords } from '@/copy/time'
import { distanceWords, volunteer } from '@/copy/volunteer'
import type { FitReason } from '@/domain/order/fit'
import type { OrderView } from '@/domain/order/present'
import { freeSlots } from '@/domain/order/schema'
import { minutes } from '@/domain/shared/time'
import { isLate } from '@/features/order/is-late'
import { serviceIcon } from '@/features/order/service-icon'
import { titleOf } from '@/features/order/title'
import type { Distance } from '@/features/volunteer/distance'
import { useNow } from '@/platform/use-now'
import { AnswerBy } from './answer-by'
import { TakeFoot, type TakeFootProps } from './take-foot'
import { WhyMe } from './why-me'
import styles from './hall-card.module.scss'

interface HallCardProps extends TakeFootProps {
  distance: Distance | null
  reasons: readonly FitReason[]
  /** Asked by name: there is a time to answer by. */
  isOffer?: boolean
}

/** When, how long, and how many are still wanted. */
function When({ order }: { order: OrderView }) {
  const now = useNow()
  return (
    <View className={styles.when}>
      <Icon name="clock" size="small" />
      <View>{windowWords(order.window, now)}</View>
      <View className={styles.area}>{volunteer.takes(lengthWords(minutes(order.service.minutes)))}</View>
      {order.urgent && <View className={styles.urgent}>{volunteer.urgent}</View>}
      {order.people > 1 && <View className={styles.distance}>{volunteer.stillWanted(freeSlots(order))}</View>}
      {isLate(order, now) && <View className={styles.late}>{lateWords(order.dueAt, now)}</View>}
    </View>
  )
}

function Where({ order, distance }: { order: OrderView; distance: Distance | null }) {
  return (
    <View className={styles.where}>
      <Icon name="pin" size="small" />
      {distance && <View className={styles.distance}>{distanceWords[distance]}</View>}
      <View className={styles.area}>{order.areaName}</View>
    </View>
  )
}

/** Whom I would go for, where a fellow volunteer asks. */
function Asks({ order }: { order: OrderView }) {
  const asking = order.takers.find(({ standIn }) => standIn !== null)
  if (!asking || !order.allowedActions.includes('takeOver')) return null
  return <View className={styles.asks}>{volunteer.asksYou(asking.name)}</View>
}

/** An order that I may take: what is to be done first, then when, how far and why me; taking it is the whole foot. */
export function HallCard({ distance, reasons, isOffer = false, ...foot }: HallCardProps) {
  const { order } = foot
  const now = useNow()
  return (
    <Card isFlush isLate={isLate(order, now)}>
      <View className={styles.body}>
        {isOffer && <AnswerBy order={order} />}
        <Asks order={order} />
        <View className={styles.service}>
          <Icon name={serviceIcon(order.service.icon)} size="small" />
          <View>{order.service.name}</View>
        </View>
        <View className={styles.deed}>{titleOf(order)}</View>
        {order.voice && <VoicePlayer voice={order.voice} />}
        <When order={order} />
        <Where order={order} distance={distance} />
        <WhyMe service={order.service} reasons={reasons} />
      </View>
      <TakeFoot {...foot} />
    </Card>
  )
}
