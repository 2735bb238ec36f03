import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Avatar } from '@/components/avatar'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { qrPicture } from '@/components/qr-picture'
import { orderWords } from '@/copy/order'
import { captainOf } from '@/domain/order/schema'
import type { OrderView } from '@/domain/order/present'
import styles from './order-people.module.scss'

interface Person {
  key: string
  name: string
  part: string
}

/** How long it counts, once they have gone; until then whether they are there. */
function hourWords({ credited, phase }: OrderView, taker: OrderView['takers'][number] | undefined): string[] {
  const hasGone = phase === 'done' || typeof taker?.completedAt === 'number'
  const mine = hasGone ? credited.find(({ userId }) => userId === taker?.userId) : undefined
  if (!mine || (mine.minutes === 0 && !mine.isCorrected))
    return taker?.checkedInAt ? [orderWords.arrived] : []
  return [orderWords.minutes(mine.minutes), mine.isCorrected ? orderWords.corrected : '']
}

/** What a taker is, and how far they have come: 领队 · 已到 · 服务 40 分钟. */
const partOfTaker = (order: OrderView, index: number): string => {
  const taker = order.takers[index]
  const words = [
    order.people > 1 && taker === captainOf(order.takers) ? orderWords.captain : orderWords.assignee,
    taker?.standIn ? orderWords.standIn(taker.standIn.name) : '',
    ...hourWords(order, taker),
  ]
  return words.filter((word) => word !== '').join(' · ')
}

/** Those with a part in the order, as far as I may know. */
function peopleOf(order: OrderView): Person[] {
  const helped = order.beneficiary?.kind === 'other' ? order.beneficiary.name : null
  const invited = order.offer?.kind === 'people' ? order.offer.people : []
  return [
    ...(order.requesterName
      ? [{ key: 'requester', name: order.requesterName, part: orderWords.requester }]
      : []),
    ...(helped ? [{ key: 'beneficiary', name: helped, part: orderWords.beneficiary }] : []),
    ...order.takers.map(({ userId, name }, index) => ({
      key: userId,
      name,
      part: partOfTaker(order, index),
    })),
    ...invited.map(({ userId, name }) => ({ key: userId, name, part: orderWords.invited })),
  ]
}

function Contact({ contact, isMine }: { contact: NonNullable<OrderView['contact']>; isMine: boolean }) {
  const { phone, access } = contact
  return (
    <View id="contact" className={styles.contact}>
      <Icon name="door" />
      <View className={styles.words}>
        <View className={styles.room}>{contact.roomNumber}</View>
        {access !== '' && <View className={styles.hint}>{access}</View>}
        <View className={styles.hint}>
          {[phone ?? orderWords.noPhone, isMine ? orderWords.contactForMe : ''].filter(Boolean).join(' · ')}
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

function DoorCode({ code }: { code: string }) {
  return (
    <View className={styles.contact}>
      <Image className={styles.qr} src={qrPicture(code)} aria-hidden />
      <View className={styles.words}>
        <View className={styles.hint}>{orderWords.doorCode}</View>
        <View className={styles.code}>{`${code.slice(0, 3)} ${code.slice(3)}`}</View>
        <View className={styles.hint}>{orderWords.doorCodeHint}</View>
      </View>
    </View>
  )
}

/** Who takes part, and, for those who may know, which door, which phone, and the code at the door. */
export function OrderPeople({ order }: { order: OrderView }) {
  const people = peopleOf(order)
  if (people.length === 0 && !order.contact) return null
  return (
    <Card>
      {people.map(({ key, name, part }) => (
        <View key={key} className={styles.person}>
          <Avatar name={name} />
          <View className={styles.words}>
            <View className={styles.name}>{name}</View>
            <View className={styles.hint}>{part}</View>
          </View>
        </View>
      ))}
      {order.contact && <Contact contact={order.contact} isMine={order.isMine} />}
      {order.doorCode && <DoorCode code={order.doorCode} />}
    </Card>
  )
}
