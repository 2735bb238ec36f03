import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { notice as words } from '@/copy/notice'
import type { NoticeView } from '@/domain/notice/contract'
import styles from './unread-bar.module.scss'

/** A slim bar for the newest notice that I have not read. */
export function UnreadNoticeBar({
  notices,
  onOpen,
}: {
  notices: readonly NoticeView[]
  onOpen: (notice: NoticeView) => void
}) {
  const newest = notices.find(({ isRead }) => !isRead)
  if (!newest) return null
  return (
    <Tap className={styles.bar} onClick={() => onOpen(newest)}>
      <Icon name="notice" size="small" colour="sky" />
      <View className={styles.words}>{words.unreadBar(newest.title)}</View>
      <Icon name="next" size="small" colour="sky" />
    </Tap>
  )
}
