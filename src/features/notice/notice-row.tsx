import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { notice as words } from '@/copy/notice'
import type { NoticeView } from '@/domain/notice/contract'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import { isOut, NoticeHead, standingWords } from './notice-head'
import { ReadBar } from './read-bar'
import styles from './notice-row.module.scss'

/** A notice of a list: its title, from whom, how it stands; a tap opens it. */
export function NoticeRow({ notice }: { notice: NoticeView }) {
  const now = useNow()
  const { _id, areas, author, isRead, isUrgent, reach, text, title } = notice
  const standing = standingWords(notice, now)
  return (
    <Card
      isLate={isUrgent && isOut(notice)}
      label={words.open(title, isRead || !isOut(notice))}
      onClick={() => open(routes.notices(_id))}
    >
      <NoticeHead notice={notice} />
      <View className={styles.title}>{title}</View>
      <View className={styles.text}>{text}</View>
      <View className={styles.by}>{words.by(author.name, areas)}</View>
      {standing && <View className={styles.by}>{standing}</View>}
      {reach && <ReadBar reach={reach} />}
    </Card>
  )
}
