import { View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { notice as words } from '@/copy/notice'
import type { NoticeView } from '@/domain/notice/contract'
import { newestUnread } from './newest-unread'
import styles from './unread-bar.module.scss'

interface UnreadNoticeBarProps {
  notices: readonly NoticeView[]
  onOpen: (notice: NoticeView) => void
}

/** A slim bar for what I have not read: what is urgent first, then the newest. */
export function UnreadNoticeBar({ notices, onOpen }: UnreadNoticeBarProps) {
  const newest = newestUnread(notices)
  if (!newest) return null
  const { isUrgent, title } = newest
  const colour = isUrgent ? 'vest' : 'sky'
  return (
    <Tap className={classNames(styles.bar, isUrgent && styles.urgent)} onClick={() => onOpen(newest)}>
      <Icon name={isUrgent ? 'siren' : 'notice'} size="small" colour={colour} />
      <View className={styles.words}>{isUrgent ? words.urgentBar(title) : words.unreadBar(title)}</View>
      <Icon name="next" size="small" colour={colour} />
    </Tap>
  )
}
