import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { landingWords } from '@/copy/join'
import { momentWords } from '@/copy/time'
import { useNow } from '@/platform/use-now'
import type { Look } from './landing'
import styles from './join.module.scss'

/** What hangs in the stairwell: anyone may read it, a tap opens the words. */
export function NoticesCard({ notices }: { notices: Look['notices'] }) {
  const now = useNow()
  const [opened, setOpened] = useState<number | null>(null)
  if (notices.length === 0) return null
  return (
    <Card>
      <View className={styles.heading}>{landingWords.noticesTitle}</View>
      {notices.map(({ publishedAt, text, title }) => (
        <Tap key={publishedAt} onClick={() => setOpened(opened === publishedAt ? null : publishedAt)}>
          <View className={styles.notice}>
            <View className={styles.words}>
              <View>{title}</View>
              <View className={styles.when}>{momentWords(publishedAt, now)}</View>
            </View>
            <Icon name={opened === publishedAt ? 'up' : 'down'} />
          </View>
          {opened === publishedAt && <View className={styles.text}>{text}</View>}
        </Tap>
      ))}
    </Card>
  )
}
