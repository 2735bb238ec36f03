import { View } from '@tarojs/components'
import { useState } from 'react'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { ListStates, wholeList } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { invite } from '@/copy/invite'
import type { PendingMember } from '@/domain/membership/contract'
import { PendingCard } from '@/features/invite/pending-card'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from './index.module.scss'

const keyOf = ({ userId, areaPath, roomNumber }: PendingMember): string =>
  `${userId}@${areaPath}${roomNumber}`

/** 待确认: newcomers whom a leader is to vouch for. */
export default function PendingPage() {
  const query = useAction('membership.pending', {})
  const { run, isRunning } = useCommand('membership.decide')
  const [deciding, setDeciding] = useState<string | null>(null)
  const [declining, setDeclining] = useState<PendingMember | null>(null)

  const decide = async (member: PendingMember, standing: 'confirmed' | 'declined'): Promise<void> => {
    setDeciding(keyOf(member))
    const { userId, areaPath, roomNumber } = member
    const output = await run({ userId, areaPath, roomNumber, standing })
    setDeciding(null)
    if (!output) return
    setDeclining(null)
    toast(standing === 'confirmed' ? invite.confirmed(member.nickname) : invite.declined)
  }

  return (
    <Screen>
      {(query.data?.items.length ?? 0) > 0 && <View className={styles.hint}>{invite.vouch}</View>}
      <ListStates
        list={wholeList(query, ({ items }) => items)}
        keyOf={keyOf}
        empty={{ art: 'cups', words: `${invite.pendingEmpty}。${invite.pendingEmptyHint}` }}
        render={(member) => (
          <PendingCard
            member={member}
            isRunning={deciding === keyOf(member)}
            onConfirm={() => void decide(member, 'confirmed')}
            onDecline={() => setDeclining(member)}
          />
        )}
      />
      <ConfirmSheet
        isOpen={declining !== null}
        isDanger
        title={declining ? invite.declineTitle(declining.nickname) : ''}
        consequence={invite.declineCheck}
        confirmWords={invite.declineConfirm}
        isRunning={isRunning}
        onConfirm={() => declining && void decide(declining, 'declined')}
        onClose={() => setDeclining(null)}
      />
    </Screen>
  )
}
