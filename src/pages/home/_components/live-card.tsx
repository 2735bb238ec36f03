import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Card } from '@/components/card'
import { chat } from '@/copy/chat'
import { orderWords, standingWords, whenWords } from '@/copy/order'
import { eventWords } from '@/copy/order-events'
import { homeWords } from '@/copy/pages'
import { lateWords } from '@/copy/time'
import type { OrderView } from '@/domain/order/present'
import { isLate } from '@/features/order/is-late'
import { splitEvents } from '@/features/order/next-event'
import { serviceIcon } from '@/features/order/service-icon'
import { StatusTag } from '@/features/order/status-tag'
import { titleOf } from '@/features/order/title'
import { useRememberOrder } from '@/features/order/use-remember-order'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import styles from './section.module.scss'

/** An order in three short lines: what, who and when, and what waits for me. */
export function LiveCard({ order }: { order: OrderView }) {
  const now = useNow()
  const remember = useRememberOrder()
  const late = isLate(order, now)
  const { main } = splitEvents(order.allowedActions)
  return (
    <Card
      isLate={late}
      label={orderWords.open(titleOf(order))}
      onClick={() => {
        remember(order)
        open(routes.order(order._id))
      }}
    >
      <View className={styles.liveHead}>
        <Icon name={serviceIcon(order.service.icon)} />
        <View className={styles.what}>{titleOf(order)}</View>
        <StatusTag status={order.status} />
      </View>
      <View className={styles.liveLine}>
        <View>{standingWords(order, now)}</View>
        {order.phase !== 'done' && (
          <View className={late ? styles.late : ''}>
            {late ? lateWords(order.dueAt, now) : whenWords(order, now)}
          </View>
        )}
      </View>
      {order.thread?.hasNews && <View className={styles.news}>{chat.threadNews}</View>}
      {main && <View className={styles.mine}>{homeWords.myTurn(eventWords[main].button)}</View>}
    </Card>
  )
}
