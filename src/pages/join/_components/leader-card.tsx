import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { landingWords } from '@/copy/join'
import { roleNames } from '@/copy/people'
import { dateWords } from '@/copy/time'
import type { Look } from './landing'
import styles from './join.module.scss'

/** The face of whoever looks after the place: so that nobody takes them for a property salesman. */
export function LeaderCard({ leader }: { leader: Look['leader'] }) {
  if (!leader) return <Card>{landingWords.noLeader}</Card>
  const { areaName, avatarFileId, confirmedBy, nickname, since } = leader
  return (
    <Card>
      <View className={styles.leader}>
        <Avatar name={nickname} size="large" fileId={avatarFileId} />
        <View className={styles.words}>
          <View className={styles.name}>{nickname}</View>
          <View className={styles.title}>{roleNames.microGridLeader}</View>
        </View>
      </View>
      <View className={styles.sentence}>{landingWords.leaderLine(areaName)}</View>
      <View className={styles.facts}>
        <View>{landingWords.leaderSince(dateWords(since))}</View>
        {confirmedBy !== '' && (
          <View className={styles.confirmed}>
            <Icon name="check" size="small" colour="jade" />
            <View>{landingWords.confirmedBy(confirmedBy)}</View>
          </View>
        )}
      </View>
    </Card>
  )
}
