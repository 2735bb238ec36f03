import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Photos } from '@/components/photos'
import { VoicePlayer } from '@/components/voice-player'
import { refusalsIn } from '@/copy/order-events'
import { latenessWords, orderWords, standingWords, whenWords } from '@/copy/order'
import { agoWords, lateWords, momentWords } from '@/copy/time'
import type { OrderView } from '@/domain/order/present'
import { useNow } from '@/platform/use-now'
import { isLate } from './is-late'
import { OrderHead } from './order-head'
import { OrderHistory } from './order-history'
import { OrderOutcome } from './order-outcome'
import { OrderPeople } from './order-people'
import { StatePath } from './state-path'
import { titleOf } from './title'
import styles from './order-body.module.scss'

/** Is there a time by which someone should come? */
const isWaitedFor = ({ phase }: OrderView): boolean => phase === 'waiting' || phase === 'moving'

function Facts({ order }: { order: OrderView }) {
  const now = useNow()
  const late = isLate(order, now)
  const counts = [
    order.people > 1 ? orderWords.wantedPeople(order.people) : '',
    order.followerCount > 0 ? orderWords.followers(order.followerCount) : '',
    order.lateness > 0 ? (latenessWords[order.lateness] ?? '') : '',
    order.reopenedCount > 0 ? orderWords.reopened(order.reopenedCount) : '',
  ].filter((words) => words !== '')
  return (
    <View className={styles.facts}>
      <View className={styles.fact}>
        <Icon name="clock" size="small" />
        <View>{whenWords(order, now) || orderWords.placed(agoWords(order.createdAt, now))}</View>
        {!order.window && isWaitedFor(order) && <View>{orderWords.by(momentWords(order.dueAt, now))}</View>}
        {late && <View className={styles.late}>{lateWords(order.dueAt, now)}</View>}
      </View>
      <View className={styles.fact}>
        <Icon name="pin" size="small" />
        <View>{order.areaName}</View>
      </View>
      {counts.length > 0 && (
        <View className={styles.fact}>
          <Icon name="people" size="small" />
          <View>{counts.join(' · ')}</View>
        </View>
      )}
    </View>
  )
}

/** What the volunteer has to mind; the same for everyone to read. */
function Hints({ hints }: { hints: readonly string[] }) {
  if (hints.length === 0) return null
  return (
    <Card>
      <View className={styles.heading}>{orderWords.hints}</View>
      {hints.map((hint) => (
        <View key={hint} className={styles.hint}>
          {hint}
        </View>
      ))}
    </Card>
  )
}

interface OrderBodyProps {
  order: OrderView
  /** Between what it is and the long details: whom to send, on a phone's desk. */
  between?: ReactNode
  /** What those with a part in it say to each other. */
  thread?: ReactNode
}

/** All of an order but its buttons: for its own page, the desk and the volunteer alike. */
export function OrderBody({ order, between, thread }: OrderBodyProps) {
  const now = useNow()
  return (
    <View>
      <Card isLate={isLate(order, now)}>
        <OrderHead order={order} />
        <View className={styles.text}>{titleOf(order)}</View>
        {order.voice && <VoicePlayer voice={order.voice} />}
        <View className={styles.standing}>{standingWords(order, now)}</View>
        <Facts order={order} />
        {order.answers.map(({ question, answer }) => (
          <View key={question} className={styles.answer}>
            {orderWords.answer(question, answer)}
          </View>
        ))}
        <Photos fileIds={order.photoFileIds} />
        {refusalsIn(order.activity).map((words) => (
          <View key={words} className={styles.hint}>
            {words}
          </View>
        ))}
        <StatePath order={order} />
      </Card>
      {between}
      <OrderPeople order={order} />
      {thread}
      {order.phase !== 'done' && !order.isMine && <Hints hints={order.service.hints} />}
      <OrderOutcome order={order} />
      <OrderHistory activity={order.activity} />
    </View>
  )
}
