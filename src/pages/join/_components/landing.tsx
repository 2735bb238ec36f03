import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { joinWords } from '@/copy/pages'
import { roleNames } from '@/copy/people'
import type { Output } from '@/domain/contracts'
import styles from './join.module.scss'

type Look = Output<'invitation.look'>

/** Look before joining: which building, who vouches, how many neighbours, what joining means. */
export function Landing({ look }: { look: Look }) {
  const { areaName, leader, neighbourCount } = look
  return (
    <View>
      <View className={styles.headline}>{areaName}</View>
      <View className={styles.count}>{joinWords.neighbours(neighbourCount)}</View>
      <Card>
        {leader ? (
          <View className={styles.leader}>
            <Avatar name={leader.nickname} size="large" />
            <View className={styles.words}>
              <View className={styles.name}>{leader.nickname}</View>
              <View className={styles.title}>{roleNames.microGridLeader}</View>
              <View>{joinWords.leaderLine(leader.areaName)}</View>
            </View>
          </View>
        ) : (
          <View>{joinWords.noLeader}</View>
        )}
      </Card>
      <Card>
        {joinWords.meaning.map((line) => (
          <View key={line} className={styles.line}>
            <Icon name="check" colour="jade" />
            <View className={styles.words}>{line}</View>
          </View>
        ))}
      </Card>
    </View>
  )
}
