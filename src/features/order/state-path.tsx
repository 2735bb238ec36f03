import { View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { shortMoment } from '@/copy/time'
import type { OrderView } from '@/domain/order/present'
import { useNow } from '@/platform/use-now'
import { stepsOf } from './state-trail'
import styles from './state-path.module.scss'

/** The path of an order: five dots with times. */
export function StatePath({ order }: { order: OrderView }) {
  const now = useNow()
  const steps = stepsOf(order)
  if (steps.length === 0) return null
  return (
    <View className={styles.path}>
      {steps.map(({ name, state, at }) => (
        <View key={name} className={classNames(styles.step, styles[state])}>
          <View aria-hidden className={styles.dot} />
          <View className={styles.name}>{name}</View>
          {at !== null && <StepTime {...shortMoment(at, now)} />}
        </View>
      ))}
    </View>
  )
}

function StepTime({ day, clock }: { day: string; clock: string }) {
  return (
    <View className={styles.time}>
      <View>{day}</View>
      <View>{clock}</View>
    </View>
  )
}
