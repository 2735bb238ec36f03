import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { volunteer } from '@/copy/volunteer'
import type { OrderView } from '@/domain/order/present'
import styles from './order-page.module.scss'

/** Once I have taken it, until I am there: what to bring. */
export function BeforeLeaving({ order: { allowedActions } }: { order: OrderView }) {
  if (!allowedActions.includes('checkIn')) return null
  return (
    <Card>
      <View className={styles.heading}>{volunteer.bringTitle}</View>
      {volunteer.bring.map((line) => (
        <View key={line} className={styles.line}>
          <Icon name="check" size="small" colour="jade" />
          <View>{line}</View>
        </View>
      ))}
    </Card>
  )
}
