import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { invite, relationSentences } from '@/copy/invite'
import { agoWords } from '@/copy/time'
import type { PendingMember } from '@/domain/membership/contract'
import { useNow } from '@/platform/use-now'
import styles from './pending-card.module.scss'

interface PendingCardProps {
  member: PendingMember
  isRunning: boolean
  onConfirm: () => void
  onDecline: () => void
}

/** A newcomer to be vouched for: who, which door, how they live there. */
export function PendingCard({ member, isRunning, onConfirm, onDecline }: PendingCardProps) {
  const now = useNow()
  const { nickname, areaName, roomNumber, relation, joinedAt } = member
  return (
    <Card>
      <View className={styles.row}>
        <Avatar name={nickname} size="large" />
        <View className={styles.words}>
          <View className={styles.name}>{nickname}</View>
          <View className={styles.home}>{invite.lives(areaName, roomNumber)}</View>
          <View className={styles.hint}>
            {relationSentences[relation]}，{invite.cameAt(agoWords(joinedAt, now))}
          </View>
        </View>
      </View>
      <View className={styles.buttons}>
        <QuietButton onClick={onDecline}>{invite.decline}</QuietButton>
        <PrimaryButton isLoading={isRunning} label={invite.confirmLabel(nickname)} onClick={onConfirm}>
          {invite.confirm}
        </PrimaryButton>
      </View>
    </Card>
  )
}
