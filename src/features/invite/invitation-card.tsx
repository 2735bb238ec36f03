import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { invitationStateNames, invite, purposeNames } from '@/copy/invite'
import { roleNames } from '@/copy/people'
import { dateWords, momentWords } from '@/copy/time'
import type { InvitationView } from '@/domain/invitation/contract'
import { useNow } from '@/platform/use-now'
import styles from './invitation-card.module.scss'

interface InvitationCardProps {
  invitation: InvitationView
  onShow: () => void
  onRevoke: () => void
  /** Prints it on paper; left out where nothing can be printed. */
  onPrint?: () => void
}

const purposeOf = ({ target, targetName }: InvitationView): string =>
  target.kind === 'role'
    ? invite.seeks(roleNames[target.role])
    : targetName === ''
      ? purposeNames[target.kind]
      : invite.forWhom(purposeNames[target.kind], targetName)

const countsOf = ({ refusalCount, scanCount, usedCount }: InvitationView): string =>
  scanCount + usedCount + refusalCount === 0
    ? invite.noScans
    : invite.counts({ scans: scanCount, joins: usedCount, refusals: refusalCount })

/** A code among my codes: for whom, to where, what came of it, and how long and often it can be used. */
export function InvitationCard({ invitation, onShow, onRevoke, onPrint }: InvitationCardProps) {
  const now = useNow()
  const { areaName, state, expiresAt, maxUses, usedCount, createdAt } = invitation
  if (state !== 'valid') {
    return (
      <Card>
        <View className={styles.old}>{areaName}</View>
        <View className={styles.hint}>{purposeOf(invitation)}</View>
        <View className={styles.hint}>{countsOf(invitation)}</View>
        <View className={styles.hint}>
          {invitationStateNames[state]} · {invite.made(momentWords(createdAt, now))}
        </View>
      </Card>
    )
  }
  return (
    <Card>
      <View className={styles.name}>{areaName}</View>
      <View className={styles.purpose}>{purposeOf(invitation)}</View>
      <View className={styles.counts}>{countsOf(invitation)}</View>
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
        {onPrint && (
          <QuietButton isCompact onClick={onPrint}>
            {invite.print}
          </QuietButton>
        )}
        <QuietButton isCompact onClick={onRevoke}>
          {invite.revoke}
        </QuietButton>
      </View>
    </Card>
  )
}
