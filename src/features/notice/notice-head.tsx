import { View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { notice as words } from '@/copy/notice'
import { agoWords } from '@/copy/time'
import type { NoticeView } from '@/domain/notice/contract'
import { useNow } from '@/platform/use-now'
import styles from './notice-card.module.scss'

/** What kind of notice it is, when it came, and that I have not read it. */
export function NoticeHead({ notice }: { notice: NoticeView }) {
  const now = useNow()
  const { isRead, isUrgent, publishedAt, state } = notice
  return (
    <View className={styles.head}>
      <Icon name={isUrgent ? 'siren' : 'notice'} size="small" colour={isUrgent ? 'vest' : 'sky'} />
      <View className={classNames(styles.tag, isUrgent && styles.urgent)}>
        {isUrgent ? words.urgentTag : words.tag}
      </View>
      {state === 'published' && <View className={styles.when}>{agoWords(publishedAt, now)}</View>}
      {!isRead && isOut(notice) && <View className={styles.unread}>{words.unreadMark}</View>}
    </View>
  )
}

/** It holds now: there is something to read. */
export const isOut = ({ isExpired, state }: NoticeView): boolean => state === 'published' && !isExpired

/** How it stands, where that is not simply "out": not yet, no more, taken back and why. */
export function standingWords(notice: NoticeView, now: number): string | null {
  const { expiresAt, isExpired, publishedAt, state, withdrawn } = notice
  if (withdrawn) return words.withdrawn(withdrawn.by.name, withdrawn.reason)
  if (state === 'scheduled') return words.scheduled(publishedAt, now)
  if (expiresAt === null) return null
  return isExpired ? words.expired(expiresAt, now) : words.holdsUntil(expiresAt, now)
}
