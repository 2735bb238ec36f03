import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { topicWords as words } from '@/copy/topic'
import { agoWords } from '@/copy/time'
import type { TopicView } from '@/domain/topic/contract'
import { useNow } from '@/platform/use-now'
import styles from './topic.module.scss'

/** A topic in a list: what it is about, whether it is settled, and how. */
export function TopicCard({ topic, onOpen }: { topic: TopicView; onOpen: () => void }) {
  const now = useNow()
  const { opened, seqs, settled, title } = topic
  return (
    <Card onClick={onOpen}>
      <View className={styles.head}>
        <View className={styles.title}>{title}</View>
        <TopicState isSettled={settled !== null} />
      </View>
      {settled && <View className={styles.decision}>{settled.decision}</View>}
      <View className={styles.hint}>
        {words.by(opened.by.name, agoWords(opened.at, now))} · {words.count(seqs.length)}
      </View>
    </Card>
  )
}

export function TopicState({ isSettled }: { isSettled: boolean }) {
  return (
    <View className={classNames(styles.state, isSettled && styles.settled)}>
      {isSettled ? words.settled : words.open}
    </View>
  )
}
