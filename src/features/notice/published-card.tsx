import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { notice as words } from '@/copy/notice'
import { agoWords } from '@/copy/time'
import type { NoticeView } from '@/domain/notice/contract'
import { useNow } from '@/platform/use-now'
import { ReadBar } from './read-bar'
import styles from './notice-row.module.scss'

/** A notice as its senders see it: what, to whom, and how many have read it. */
export function PublishedCard({ notice, onWho }: { notice: NoticeView; onWho: () => void }) {
  const now = useNow()
  const { title, text, authorName, areaName, publishedAt, reach } = notice
  return (
    <Card>
      <View className={styles.title}>{title}</View>
      <View className={styles.text}>{text}</View>
      <View className={styles.by}>
        {agoWords(publishedAt, now)} · {words.by(authorName, areaName)}
      </View>
      {reach && <ReadBar reach={reach} onOpen={onWho} />}
    </Card>
  )
}
