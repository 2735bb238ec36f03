import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Avatar } from '@/components/avatar'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { orderWords } from '@/copy/order'
import type { OrderView } from '@/domain/order/present'
import styles from './order-people.module.scss'

interface Person {
  name: string
  part: string
}

/** Those with a part in the order, as far as I may know. */
function peopleOf(order: OrderView): Person[] {
  const invited = order.offer?.kind === 'person' ? order.offer.volunteerName : null
  const rows: [string | null, string][] = [
    [order.requesterName, orderWords.requester],
    [order.assigneeName, orderWords.assignee],
    [invited, orderWords.invited],
  ]
  return rows.flatMap(([name, part]) => (name ? [{ name, part }] : []))
}

function Contact({ contact, isMine }: { contact: NonNullable<OrderView['contact']>; isMine: boolean }) {
  const { phone } = contact
  return (
    <View id="contact" className={styles.contact}>
      <Icon name="door" />
      <View className={styles.words}>
        <View className={styles.room}>{contact.roomNumber}</View>
        <View className={styles.hint}>
          {phone ?? orderWords.noPhone}
          {isMine && `，${orderWords.contactForMe}`}
        </View>
      </View>
      {phone && !isMine && (
        <QuietButton isCompact onClick={() => void Taro.makePhoneCall({ phoneNumber: phone })}>
          {orderWords.call}
        </QuietButton>
      )}
    </View>
  )
}

/** Who takes part, and, for those who may know, which door and which phone. */
export function OrderPeople({ order }: { order: OrderView }) {
  const people = peopleOf(order)
  if (people.length === 0 && !order.contact) return null
  return (
    <Card>
      {people.map(({ name, part }) => (
        <View key={part} className={styles.person}>
          <Avatar name={name} />
          <View className={styles.words}>
            <View className={styles.name}>{name}</View>
            <View className={styles.hint}>{part}</View>
          </View>
        </View>
      ))}
      {order.contact && <Contact contact={order.contact} isMine={order.isMine} />}
    </Card>
  )
}
