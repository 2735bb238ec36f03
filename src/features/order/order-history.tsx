import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { TimeText } from '@/components/time-text'
import { orderWords } from '@/copy/order'
import { aboutWords, activityWords, correctionWords } from '@/copy/order-events'
import type { OrderView } from '@/domain/order/present'
import { open, routes } from '@/routes'
import styles from './order-history.module.scss'

type Line = OrderView['activity'][number]

/** To whom it went, until when, whereto; where it leads, a tap opens it. */
function About({ about }: { about: NonNullable<Line['about']> }) {
  if (about.kind !== 'order') {
    const words = aboutWords(about)
    return words === '' ? null : <View className={styles.note}>{words}</View>
  }
  return (
    <Tap className={styles.note} onClick={() => open(routes.order(about.orderId))}>
      {orderWords.otherOrder}
    </Tap>
  )
}

/** Everything that has happened, newest first; folded until asked for. */
export function OrderHistory({ activity }: { activity: OrderView['activity'] }) {
  const [isUnfolded, setUnfolded] = useState(false)
  if (activity.length === 0) return null
  return (
    <Card isFlush>
      <Tap className={styles.head} onClick={() => setUnfolded(!isUnfolded)}>
        <View>{isUnfolded ? orderWords.foldTrail : orderWords.trail}</View>
        <Icon name={isUnfolded ? 'up' : 'down'} size="small" />
      </Tap>
      {isUnfolded && (
        <View className={styles.lines}>
          {[...activity].reverse().map((line) => (
            <View key={`${line.event}-${line.at}`} className={styles.line}>
              <View>{`${line.byName}${activityWords(line.event)}${line.isInternal ? `（${orderWords.internal}）` : ''}`}</View>
              {line.about && <About about={line.about} />}
              {line.hours && <View className={styles.note}>{correctionWords(line.hours)}</View>}
              {line.note !== '' && <View className={styles.note}>{line.note}</View>}
              <View className={styles.time}>
                <TimeText at={line.at} isPast />
              </View>
            </View>
          ))}
        </View>
      )}
    </Card>
  )
}
