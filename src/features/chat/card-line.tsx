import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon-shapes'
import { Tap } from '@/components/tap'
import { cardHeads, cardWords, chat, gathered, promiseDue, promiseTo, takenBy } from '@/copy/chat'
import { statusNames } from '@/copy/order'
import { momentWords } from '@/copy/time'
import type { MessageView } from '@/domain/chat/contract'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import type { Glance } from './use-glances'
import styles from './card-line.module.scss'

type Body<K> = Extract<MessageView['body'], { kind: K }>

export interface CardDeeds {
  glances: ReadonlyMap<string, Glance>
  toMessage: (seq: number) => void
  /** They want the order that somebody proposed. */
  onOrder: (card: MessageView) => void
  onDecline: (card: MessageView) => void
}

interface FrameProps {
  icon: IconName
  head: string
  tone?: 'vest' | 'jade' | 'amber' | 'sky'
  /** A word at the right of the head. */
  mark?: string
  /** What a tap does; without it the card only tells. */
  label?: string
  onClick?: () => void
}

function Frame({ icon, head, tone = 'sky', mark, label, onClick, children }: PropsWithChildren<FrameProps>) {
  const inside = (
    <>
      <View className={classNames(styles.head, styles[tone])}>
        <Icon name={icon} size="small" colour={tone} />
        <View className={styles.kind}>{head}</View>
        {mark && <View className={styles.mark}>{mark}</View>}
      </View>
      {children}
      {onClick && label && <View className={styles.way}>{label}</View>}
    </>
  )
  if (!onClick) return <View className={styles.card}>{inside}</View>
  return (
    <Tap className={styles.card} onClick={onClick}>
      {inside}
    </Tap>
  )
}

const nameOf = ({ isMine, authorName }: MessageView): string => (isMine ? chat.you : authorName)

/** A request that a message became: live for those who may see it, for others the word that it is one. */
function OrderCard({ body, glance }: { body: Body<'order'>; glance: Glance | undefined }) {
  if (!glance) {
    return (
      <Frame icon="ticket" head={chat.becameOrder}>
        <View className={styles.words}>{body.serviceName}</View>
      </Frame>
    )
  }
  return (
    <Frame
      icon="ticket"
      head={cardHeads.order}
      mark={statusNames[glance.status]}
      tone={glance.phase === 'done' ? 'jade' : 'amber'}
      label={chat.seeOrder}
      onClick={() => open(routes.order(body.orderId))}
    >
      <View className={styles.title}>{glance.serviceName}</View>
      {glance.takerNames.length > 0 && <View className={styles.by}>{takenBy(glance.takerNames)}</View>}
    </Frame>
  )
}

/** The question put to the one who said it; for all others it is a quiet line. */
function AskCard({
  message,
  deeds,
}: {
  message: MessageView & { body: Body<'orderAsk'> }
  deeds: CardDeeds
}) {
  const { body } = message
  if (!body.to.isMe || body.answer !== 'none') return <QuietLine message={message} />
  return (
    <View className={classNames(styles.card, styles.forMe)}>
      <View className={styles.title}>{cardHeads.orderAsk(message.authorName)}</View>
      <View className={styles.words}>「{body.excerpt}」</View>
      <View className={styles.buttons}>
        <QuietButton isCompact onClick={() => deeds.onDecline(message)}>
          {chat.orderNo}
        </QuietButton>
        <PrimaryButton isCompact onClick={() => deeds.onOrder(message)}>
          {chat.orderYes}
        </PrimaryButton>
      </View>
    </View>
  )
}

function NoticeLine({ body }: { body: Body<'notice'> }) {
  const { isReminder, isUrgent, noticeId, title } = body
  const head = isUrgent ? cardHeads.notice.urgent : cardHeads.notice.first
  return (
    <Frame
      icon="notice"
      head={head}
      mark={isReminder ? cardHeads.notice.reminder : undefined}
      tone={isUrgent ? 'vest' : 'sky'}
      label={chat.seeNotice}
      onClick={() => open(routes.notices(noticeId))}
    >
      <View className={styles.title}>{title}</View>
    </Frame>
  )
}

function TopicCard({ message, body }: { message: MessageView; body: Body<'topic'> }) {
  const isSettled = body.what === 'settled'
  return (
    <Frame
      icon="merge"
      head={cardHeads.topic[body.what]}
      tone={isSettled ? 'jade' : 'sky'}
      label={chat.seeTopic}
      onClick={() => open(routes.topic(body.topicId))}
    >
      <View className={styles.title}>{body.title}</View>
      {isSettled && <View className={styles.words}>{body.decision}</View>}
      {body.what === 'opened' && <View className={styles.by}>{gathered(nameOf(message))}</View>}
    </Frame>
  )
}

function PromiseCard({
  message,
  body,
  deeds,
}: {
  message: MessageView
  body: Body<'promise'>
  deeds: CardDeeds
}) {
  const now = useNow()
  const name = body.to.isMe ? chat.you : body.to.name
  const isKept = body.what === 'kept'
  return (
    <Frame
      icon={isKept ? 'check' : 'clock'}
      head={cardHeads.promise[body.what]}
      mark={nameOf(message)}
      tone={isKept ? 'jade' : 'amber'}
      label={chat.seeAsked}
      onClick={() => deeds.toMessage(body.of)}
    >
      <View className={styles.title}>{body.words}</View>
      <View className={styles.by}>
        {isKept ? promiseTo(name) : promiseDue(name, momentWords(body.dueAt, now))}
      </View>
    </Frame>
  )
}

function QuietLine({ message }: { message: MessageView }) {
  return (
    <View className={styles.line}>
      <Text>{`${nameOf(message)}${cardWords(message.body) ?? ''}`}</Text>
    </View>
  )
}

/** A line of the stream that stands for something with a page of its own, or says how the group works. */
export function CardLine({ message, deeds }: { message: MessageView; deeds: CardDeeds }) {
  const { body } = message
  switch (body.kind) {
    case 'order':
      return <OrderCard body={body} glance={deeds.glances.get(body.orderId)} />
    case 'orderAsk':
      return <AskCard message={{ ...message, body }} deeds={deeds} />
    case 'notice':
      return <NoticeLine body={body} />
    case 'topic':
      return <TopicCard message={message} body={body} />
    case 'promise':
      return <PromiseCard message={message} body={body} deeds={deeds} />
    default:
      return <QuietLine message={message} />
  }
}
