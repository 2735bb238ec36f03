import { Text, View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { notice as words } from '@/copy/notice'
import { agoWords } from '@/copy/time'
import type { NoticeView } from '@/domain/notice/contract'
import { useCommand } from '@/features/session/use-command'
import { useNow } from '@/platform/use-now'
import { ReadBar } from './read-bar'
import styles from './notice-card.module.scss'

interface NoticeCardProps {
  notice: NoticeView
  /** Asks who has not read it: for those who may know. */
  onWho: (noticeId: string) => void
}

/** A notice as it stands in the chat and in lists: read it, say so; its senders see how far it has come. */
export function NoticeCard({ notice, onWho }: NoticeCardProps) {
  const now = useNow()
  const { run, isRunning } = useCommand('notice.read')
  const { title, text, authorName, areaName, publishedAt, isRead, reach } = notice
  return (
    <Card id={`notice-${notice._id}`}>
      <View className={styles.head}>
        <Icon name="notice" size="small" colour="sky" />
        <View className={styles.tag}>{words.tag}</View>
        <View className={styles.when}>{agoWords(publishedAt, now)}</View>
        {!isRead && <View className={styles.unread}>{words.unreadMark}</View>}
      </View>
      <View className={styles.title}>{title}</View>
      <Text className={styles.text} userSelect>
        {text}
      </Text>
      <View className={styles.by}>{words.by(authorName, areaName)}</View>
      <View className={styles.foot}>
        {isRead ? (
          <View className={styles.read}>
            <Icon name="check" size="small" colour="jade" />
            <View>{words.isRead}</View>
          </View>
        ) : (
          <QuietButton isLoading={isRunning} onClick={() => void run({ noticeId: notice._id })}>
            {words.gotIt}
          </QuietButton>
        )}
      </View>
      {reach && <ReadBar reach={reach} onOpen={() => onWho(notice._id)} />}
    </Card>
  )
}
