import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Photos } from '@/components/photos'
import { orderWords, reviewTagNames, standingWords, starWords } from '@/copy/order'
import { lateWords, momentWords, windowWords } from '@/copy/time'
import type { OrderView } from '@/domain/order/present'
import { useNow } from '@/platform/use-now'
import { isLate } from './is-late'
import { OrderHead } from './order-head'
import { OrderHistory } from './order-history'
import { OrderPeople } from './order-people'
import { Stars } from './stars'
import { StatePath } from './state-path'
import styles from './order-body.module.scss'

function Review({ review }: { review: NonNullable<OrderView['review']> }) {
  const said = [starWords[review.stars], ...review.tags.map((tag) => reviewTagNames[tag])]
  return (
    <Card>
      <View className={styles.heading}>{orderWords.review}</View>
      <Stars value={review.stars} />
      <View>{said.filter(Boolean).join('、')}</View>
      {review.words !== '' && <View className={styles.said}>{review.words}</View>}
    </Card>
  )
}

/** All of an order but its buttons: for its own page, the desk and the volunteer alike. */
export function OrderBody({ order }: { order: OrderView }) {
  const now = useNow()
  const late = isLate(order, now)
  return (
    <View>
      <Card isLate={late}>
        <OrderHead order={order} />
        <View className={styles.text}>{order.text}</View>
        <View className={styles.standing}>{standingWords(order)}</View>
        <View className={styles.facts}>
          <View className={styles.fact}>
            <Icon name="clock" size="small" />
            <View>{windowWords(order.window, now)}</View>
            {!order.window && <View>{orderWords.by(momentWords(order.dueAt, now))}</View>}
            {late && <View className={styles.late}>{lateWords(order.dueAt, now)}</View>}
          </View>
          <View className={styles.fact}>
            <Icon name="pin" size="small" />
            <View>{order.areaName}</View>
          </View>
        </View>
        {order.reopenedCount > 0 && (
          <View className={styles.reopened}>{orderWords.reopened(order.reopenedCount)}</View>
        )}
        <Photos fileIds={order.photoFileIds} />
        <StatePath order={order} />
      </Card>
      <OrderPeople order={order} />
      {order.completion && (order.completion.note !== '' || order.completion.photoFileIds.length > 0) && (
        <Card>
          <View className={styles.heading}>{orderWords.result}</View>
          <View className={styles.said}>{order.completion.note}</View>
          <Photos fileIds={order.completion.photoFileIds} />
        </Card>
      )}
      {order.review && <Review review={order.review} />}
      <OrderHistory activity={order.activity} />
    </View>
  )
}
