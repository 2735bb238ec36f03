import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { groupWords as words } from '@/copy/group'
import { momentWords } from '@/copy/time'
import type { GroupDetail } from '@/domain/group/contract'
import { useNow } from '@/platform/use-now'
import styles from './group.module.scss'

/** Who may not write for a while: for those who look after the group. */
export function SilencesCard({ silences }: Pick<GroupDetail, 'silences'>) {
  const now = useNow()
  const held = silences.filter(({ until }) => until > now)
  if (held.length === 0) return null
  return (
    <Card>
      <View className={styles.heading}>{words.silences}</View>
      {held.map(({ name, until, reason, by }, index) => (
        <View key={index} className={styles.silence}>
          <View>{words.silence(name, momentWords(until, now))}</View>
          <View className={styles.hint}>{words.silenceWhy(reason, by.name)}</View>
        </View>
      ))}
    </Card>
  )
}
