import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Sheet } from '@/components/sheet'
import { notice as noticeWords } from '@/copy/notice'
import { homeWords } from '@/copy/pages'
import { agoWords } from '@/copy/time'
import type { NoticeView } from '@/domain/notice/contract'
import { newestUnread } from '@/features/notice/newest-unread'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import styles from './section.module.scss'

/** What I have not read, urgent before newest: in short, whole on a tap. */
export function UnreadNotice() {
  const now = useNow()
  const [isOpen, setOpen] = useState(false)
  const { data } = useAction('notice.list', { view: 'current', limit: 10 })
  const notice = newestUnread(data?.items ?? [])
  if (!notice) return null
  const { areas, author, isUrgent, publishedAt, text, title } = notice
  const from = `${noticeWords.by(author.name, areas)} · ${agoWords(publishedAt, now)}`
  return (
    <View>
      <Card id="unread-notice" isLate={isUrgent} label={title} onClick={() => setOpen(true)}>
        <View className={isUrgent ? styles.urgent : styles.kind}>
          <Icon name={isUrgent ? 'siren' : 'notice'} colour={isUrgent ? 'vest' : 'sky'} />
          <Text>{isUrgent ? homeWords.unreadUrgent : homeWords.unread}</Text>
        </View>
        <View className={styles.headline}>{title}</View>
        <View className={styles.excerpt}>{text}</View>
        <View className={styles.from}>{from}</View>
      </Card>
      {isOpen && <NoticeSheet notice={notice} from={from} onClose={() => setOpen(false)} />}
    </View>
  )
}

function NoticeSheet({ notice, from, onClose }: { notice: NoticeView; from: string; onClose: () => void }) {
  const { run, isRunning } = useCommand('notice.read')
  const { _id, button, photoFileIds, text, title } = notice
  const seen = async (): Promise<void> => {
    if (await run({ noticeId: _id })) onClose()
  }
  const seeWhole = (): void => {
    onClose()
    open(routes.notices(_id))
  }
  return (
    <Sheet isOpen title={title} onClose={onClose}>
      <View className={styles.from}>{from}</View>
      <View className={styles.full}>{text}</View>
      {(button !== null || photoFileIds.length > 0) && (
        <View className={styles.whole}>
          <QuietButton onClick={seeWhole}>{homeWords.noticeWhole}</QuietButton>
        </View>
      )}
      <PrimaryButton isLoading={isRunning} onClick={() => void seen()}>
        {homeWords.noticeSeen}
      </PrimaryButton>
    </Sheet>
  )
}
