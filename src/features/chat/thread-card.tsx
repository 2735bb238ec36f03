import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { ErrorState } from '@/components/error-state'
import { chat, houseWords, lineWords } from '@/copy/chat'
import { agoWords } from '@/copy/time'
import type { MessageView } from '@/domain/chat/contract'
import { threadOf } from '@/domain/chat/thread'
import type { OrderView } from '@/domain/order/present'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import { draftOf, outboxOf } from './drafts'
import { useThreadLines } from './use-thread-lines'
import { useVisible } from './use-visible'
import styles from './thread-card.module.scss'

function Line({ message, isNew }: { message: MessageView; isNew: boolean }) {
  const now = useNow()
  const house = houseWords(message.body)
  const who = message.isMine ? chat.me : message.authorName
  return (
    <View className={styles.line}>
      <View className={classNames(styles.words, house !== null && styles.house)}>
        {house ?? `${who}：${lineWords(message)}`}
      </View>
      <View className={classNames(styles.when, isNew && styles.new)}>{agoWords(message.sentAt, now)}</View>
    </View>
  )
}

/** What waits on this phone: not sent, or not even finished. */
function waitingWords(groupPath: string): string {
  if (outboxOf(groupPath).length > 0) return chat.threadUnsent
  const draft = draftOf(groupPath).text
  return draft === '' ? '' : `[${chat.draft}] ${draft}`
}

interface ThreadCardProps {
  orderId: string
  thread: NonNullable<OrderView['thread']>
}

/** The thread of an order, on the order: what was said last, and the way in. */
export function ThreadCard({ orderId, thread }: ThreadCardProps) {
  const now = useNow()
  const groupPath = threadOf(orderId)
  const { lines, isPending, error, refetch, readTo, unseen } = useThreadLines(groupPath, useVisible())
  const isClosed = thread.closesAt !== null && thread.closesAt <= now
  const waiting = waitingWords(groupPath)
  if (isClosed && !isPending && !error && lines.length === 0) return null
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.heading}>{chat.threadTitle}</View>
        {unseen > 0 && <View className={styles.new}>{chat.threadMore(unseen)}</View>}
      </View>
      <View className={styles.hint}>{chat.threadHint}</View>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!isPending && !error && lines.length === 0 && <View className={styles.empty}>{chat.threadEmpty}</View>}
      {lines.map((message) => (
        <Line key={message._id} message={message} isNew={!message.isMine && message.seq > readTo} />
      ))}
      {waiting !== '' && <View className={styles.waiting}>{waiting}</View>}
      <View className={styles.way}>
        <QuietButton onClick={() => open(routes.thread(orderId))}>
          {isClosed ? chat.threadSeeAll : chat.threadOpen}
        </QuietButton>
      </View>
    </Card>
  )
}
