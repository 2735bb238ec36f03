import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Sheet } from '@/components/sheet'
import { homeWords } from '@/copy/pages'
import { agoWords } from '@/copy/time'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { useNow } from '@/platform/use-now'
import styles from './section.module.scss'

/** The newest notice that I have not read: in short, whole on a tap. */
export function UnreadNotice() {
  const now = useNow()
  const [isOpen, setOpen] = useState(false)
  const { data } = useAction('notice.list', { limit: 10 })
  const read = useCommand('notice.read')
  const notice = data?.items.find(({ isRead }) => !isRead)
  if (!notice) return null
  const from = `${notice.authorName} · ${notice.areaName} · ${agoWords(notice.publishedAt, now)}`
  const seen = async (): Promise<void> => {
    if (await read.run({ noticeId: notice._id })) setOpen(false)
  }
  return (
    <View>
      <Card id="unread-notice" label={notice.title} onClick={() => setOpen(true)}>
        <View className={styles.kind}>
          <Icon name="notice" colour="sky" />
          <Text>{homeWords.unread}</Text>
        </View>
        <View className={styles.headline}>{notice.title}</View>
        <View className={styles.excerpt}>{notice.text}</View>
        <View className={styles.from}>{from}</View>
      </Card>
      <Sheet isOpen={isOpen} title={notice.title} onClose={() => setOpen(false)}>
        <View className={styles.from}>{from}</View>
        <View className={styles.full}>{notice.text}</View>
        <PrimaryButton isLoading={read.isRunning} onClick={() => void seen()}>
          {homeWords.noticeSeen}
        </PrimaryButton>
      </Sheet>
    </View>
  )
}
