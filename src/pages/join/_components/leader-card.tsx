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
export function LeaderCard({
  look: { gridLeaders, leader },
}: {
  look: Pick<Look, 'gridLeaders' | 'leader'>
}) {
  return (
    <>
      {leader && <Leader leader={leader} />}
      {gridLeaders.length > 0 && <GridLeaders leaders={gridLeaders} />}
      {!leader && gridLeaders.length === 0 && <Card>{landingWords.noLeader}</Card>}
    </>
  )
}

/** Of a building in several micro-grids: one of them will be theirs. */
const GridLeaders = ({ leaders }: { leaders: Look['gridLeaders'] }) => (
  <Card>
    <View className={styles.heading}>{landingWords.gridLeaders}</View>
    {leaders.map(({ areaName, avatarFileId, nickname, userId }) => (
      <View key={userId + areaName} className={styles.leader}>
        <Avatar name={nickname} fileId={avatarFileId} />
        <View className={styles.words}>
          <View>{nickname}</View>
          <View className={styles.title}>{areaName}</View>
        </View>
      </View>
    ))}
  </Card>
)

function Leader({ leader }: { leader: NonNullable<Look['leader']> }) {
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
