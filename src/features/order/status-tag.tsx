import { View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { statusNames } from '@/copy/order'
import type { OrderStatus } from '@/domain/order/status'
import { statusLooks, statusPicture } from './status-look'
import styles from './status-tag.module.scss'

/** Where an order stands: shape, word and colour. */
export function StatusTag({ status }: { status: OrderStatus }) {
  const isOutlined = status === 'completed'
  return (
    <View className={classNames(styles.tag, styles[statusLooks[status].tone], isOutlined && styles.outlined)}>
      <View
        aria-hidden
        className={styles.shape}
        style={{ backgroundImage: `url("${statusPicture(status)}")` }}
      />
      <View>{statusNames[status]}</View>
    </View>
  )
}
