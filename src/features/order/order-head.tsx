import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { orderWords } from '@/copy/order'
import { serviceNames } from '@/copy/services'
import type { OrderView } from '@/domain/order/present'
import { serviceIcons } from './service-icon'
import { StatusTag } from './status-tag'
import styles from './order-head.module.scss'

/** What kind of help it is, whether it can't wait, and how it stands: the first line of an order anywhere. */
export function OrderHead({ order }: { order: Pick<OrderView, 'service' | 'urgent' | 'status'> }) {
  return (
    <View className={styles.head}>
      <Icon name={serviceIcons[order.service]} />
      <View className={styles.service}>{serviceNames[order.service]}</View>
      {order.urgent && <View className={styles.urgent}>{orderWords.urgent}</View>}
      <StatusTag status={order.status} />
    </View>
  )
}
