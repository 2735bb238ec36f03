import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { relationNames } from '@/copy/people'
import { homeWords, residents } from '@/copy/residents'
import type { ResidentRow } from '@/domain/resident/contract'
import { StandingTag } from './standing-tag'
import styles from './people.module.scss'

interface ResidentLineProps {
  row: ResidentRow
  /** Says the flat too: for people of different flats. */
  hasHome?: boolean
  onClick: () => void
}

/** Somebody of the register: names masked, how they live there, and what is out of the ordinary. */
export function ResidentLine({ row, hasHome = false, onClick }: ResidentLineProps) {
  const { avatarFileId, maskedName, nickname, relation, standing, state, until } = row
  const facts = [
    ...(hasHome ? [homeWords(row)] : []),
    relationNames[relation],
    ...(until === null ? [] : [residents.until(until)]),
  ]
  return (
    <Tap className={styles.line} label={residents.open(nickname, homeWords(row))} onClick={onClick}>
      <Avatar name={nickname} fileId={avatarFileId} size="small" />
      <View className={styles.words}>
        <View className={styles.names}>
          <View>{nickname}</View>
          {maskedName !== null && <View className={styles.soft}>{maskedName}</View>}
        </View>
        <View className={styles.soft}>{facts.join(' · ')}</View>
      </View>
      <View className={styles.tags}>
        {state === 'registered' && <View className={styles.noPhone}>{residents.noPhone}</View>}
        {standing !== 'confirmed' && <StandingTag standing={standing} />}
      </View>
      <Icon name="next" size="small" />
    </Tap>
  )
}
