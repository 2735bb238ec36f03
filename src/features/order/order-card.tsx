import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { chat } from '@/copy/chat'
import { orderWords, standingWords, whenWords } from '@/copy/order'
import { agoWords, lateWords } from '@/copy/time'
import type { OrderView } from '@/domain/order/present'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import { isLate, isNearDue } from './is-late'
import { titleOf } from './title'
import { useRememberOrder } from './use-remember-order'
import { OrderHead } from './order-head'
import styles from './order-card.module.scss'

interface OrderCardProps {
  order: OrderView
  /** Where a tap leads; the order's own page unless told. */
  onOpen?: () => void
  /** A line of its own: how far, who asked. */
  note?: ReactNode
  /** Buttons at the foot, outside of the tap. */
  footer?: ReactNode
  /** Chosen in a queue. */
  isChosen?: boolean
}

/** One order in a list: what, when, where it stands. */
export function OrderCard({ order, onOpen, note, footer, isChosen }: OrderCardProps) {
  const now = useNow()
  const late = isLate(order, now)
  const when = whenWords(order, now)
  const remember = useRememberOrder()
  const openOrder = (): void => {
    remember(order)
    if (onOpen) onOpen()
    else open(routes.order(order._id))
  }
  return (
    <View className={classNames(styles.frame, isChosen && styles.chosen)}>
      <Card isLate={late} label={orderWords.open(titleOf(order))} onClick={openOrder}>
        <OrderHead order={order} />
        <View className={styles.text}>{titleOf(order)}</View>
        <View className={styles.standing}>{standingWords(order, now)}</View>
        {order.thread?.hasNews && <View className={styles.news}>{chat.threadNews}</View>}
        <View className={styles.meta}>
          {isNearDue(order, now) && <View className={styles.near}>{orderWords.nearDue}</View>}
          {late && <View className={styles.late}>{lateWords(order.dueAt, now)}</View>}
          {when !== '' && <View>{when}</View>}
          <View className={styles.place}>{order.areaName}</View>
          <View>{orderWords.placed(agoWords(order.createdAt, now))}</View>
        </View>
        {note && <View className={styles.note}>{note}</View>}
      </Card>
      {footer && <View className={styles.footer}>{footer}</View>}
    </View>
  )
}
