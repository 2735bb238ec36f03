import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { orderWords } from '@/copy/order'
import type { OrderView } from '@/domain/order/present'
import { serviceIcon } from './service-icon'
import { StatusTag } from './status-tag'
import styles from './order-head.module.scss'

/** What kind of help it is, whether it can't wait, and how it stands: the first line of an order anywhere. */
export function OrderHead({ order }: { order: Pick<OrderView, 'service' | 'urgent' | 'status'> }) {
  return (
    <View className={styles.head}>
      <Icon name={serviceIcon(order.service.icon)} />
      <View className={styles.service}>{order.service.name}</View>
      {order.urgent && <View className={styles.urgent}>{orderWords.urgent}</View>}
      <StatusTag status={order.status} />
    </View>
  )
}
