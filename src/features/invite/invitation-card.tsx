import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { invitationStateNames, invite } from '@/copy/invite'
import { dateWords, momentWords } from '@/copy/time'
import type { InvitationView } from '@/domain/invitation/contract'
import { useNow } from '@/platform/use-now'
import styles from './invitation-card.module.scss'

interface InvitationCardProps {
  invitation: InvitationView
  onShow: () => void
  onRevoke: () => void
}

/** A code among my codes: to where, how long and how often it can be used. */
export function InvitationCard({ invitation, onShow, onRevoke }: InvitationCardProps) {
  const now = useNow()
  const { areaName, state, expiresAt, maxUses, usedCount, createdAt } = invitation
  if (state !== 'valid') {
    return (
      <Card>
        <View className={styles.old}>{areaName}</View>
        <View className={styles.hint}>
          {invitationStateNames[state]} · {invite.made(momentWords(createdAt, now))}
        </View>
      </Card>
    )
  }
  return (
    <Card>
      <View className={styles.name}>{areaName}</View>
      <View className={styles.facts}>
        <View className={styles.fact}>
          <Icon name="people" size="small" />
          <View>{invite.left(maxUses - usedCount)}</View>
        </View>
        <View className={styles.fact}>
          <Icon name="clock" size="small" />
          <View>{invite.until(dateWords(expiresAt))}</View>
        </View>
      </View>
      <View className={styles.buttons}>
        <QuietButton onClick={onShow}>{invite.show}</QuietButton>
        <QuietButton isCompact onClick={onRevoke}>
          {invite.revoke}
        </QuietButton>
      </View>
    </Card>
  )
}
