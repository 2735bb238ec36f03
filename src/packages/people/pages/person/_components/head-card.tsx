import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { careNeedNames, person as words } from '@/copy/residents'
import type { ResidentView } from '@/domain/resident/contract'
import { callNumber } from '@/platform/call-number'
import styles from '../index.module.scss'

/** Who it is: the only place where name and number stand in full. */
export function HeadCard({ resident }: { resident: ResidentView }) {
  const { avatarFileId, careNeeds, guardianName, nickname, phone, realName, state } = resident
  return (
    <Card>
      <View className={styles.head}>
        <Avatar name={nickname} fileId={avatarFileId} size="large" />
        <View className={styles.words}>
          <View className={styles.name}>{nickname}</View>
          <View>{realName ?? words.realNameNone}</View>
        </View>
      </View>
      <View className={styles.row}>
        <View>{phone ?? words.phoneNone}</View>
        {phone !== null && (
          <QuietButton isCompact label={words.callLabel(nickname)} onClick={() => callNumber(phone)}>
            {words.call}
          </QuietButton>
        )}
      </View>
      {(state === 'registered' || careNeeds.length > 0) && (
        <View className={styles.tags}>
          {state === 'registered' && <View className={styles.tag}>{words.noPhone}</View>}
          {careNeeds.map((need) => (
            <View key={need} className={classNames(styles.tag, styles.need)}>
              {careNeedNames[need]}
            </View>
          ))}
        </View>
      )}
      {guardianName !== null && <View className={styles.fact}>{words.guardian(guardianName)}</View>}
    </Card>
  )
}
