import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { QuietButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { orderWords } from '@/copy/order'
import type { OrderView } from '@/domain/order/present'
import { OrderActions, hasActions } from '@/features/order/order-actions'
import { OrderCard } from '@/features/order/order-card'
import styles from './task-card.module.scss'

/** Which door, how to get in, and whom to ring. */
function Contact({ contact }: { contact: NonNullable<OrderView['contact']> }) {
  const { roomNumber, phone, access } = contact
  return (
    <View className={styles.row}>
      <Icon name="door" size="small" />
      <View className={styles.words}>
        <View className={styles.room}>{roomNumber}</View>
        {access !== '' && <View>{access}</View>}
        {phone === null && <View>{orderWords.noPhone}</View>}
      </View>
      {phone !== null && (
        <QuietButton isCompact onClick={() => void Taro.makePhoneCall({ phoneNumber: phone })}>
          {orderWords.call}
        </QuietButton>
      )}
    </View>
  )
}

function Hints({ hints }: { hints: readonly string[] }) {
  if (hints.length === 0) return null
  return (
    <View className={styles.row}>
      <Icon name="siren" size="small" colour="amber" />
      <View className={styles.words}>
        {hints.map((hint) => (
          <View key={hint}>{hint}</View>
        ))}
      </View>
    </View>
  )
}

/** An order I am to go to: what to mind, which door, and the next step. */
export function TaskCard({ order }: { order: OrderView }) {
  return (
    <OrderCard
      order={order}
      footer={
        <View className={styles.foot}>
          <Hints hints={order.service.hints} />
          {order.contact && <Contact contact={order.contact} />}
          {hasActions(order) && <OrderActions order={order} />}
        </View>
      }
    />
  )
}
