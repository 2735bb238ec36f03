import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { notice as words } from '@/copy/notice'
import { agoWords } from '@/copy/time'
import type { NoticeView } from '@/domain/notice/contract'
import { useCommand } from '@/features/session/use-command'
import { useNow } from '@/platform/use-now'
import styles from './notice-row.module.scss'

interface NoticeRowProps {
  notice: NoticeView
  /** The one that led here. */
  isOpenFirst: boolean
}

/** A notice folded to its title; a tap opens it, and what was opened has been read. */
export function NoticeRow({ notice, isOpenFirst }: NoticeRowProps) {
  const now = useNow()
  const [isOpen, setIsOpen] = useState(isOpenFirst)
  const { run } = useCommand('notice.read', { isSilent: true })
  const { _id, title, text, authorName, areaName, publishedAt, isRead } = notice

  useEffect(() => {
    if (isOpenFirst && !isRead) void run({ noticeId: _id })
    // Once: when the page was opened for this notice.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const toggle = (): void => {
    if (!isOpen && !isRead) void run({ noticeId: _id })
    setIsOpen(!isOpen)
  }

  return (
    <Card label={isRead ? title : `${words.unreadMark}：${title}`} onClick={toggle}>
      <View className={styles.head}>
        {!isRead && <View aria-hidden className={styles.dot} />}
        <View className={styles.title}>{title}</View>
      </View>
      <Text className={classNames(styles.text, !isOpen && styles.folded)}>{text}</Text>
      <View className={styles.by}>
        {agoWords(publishedAt, now)} · {words.by(authorName, areaName)}
      </View>
    </Card>
  )
}
