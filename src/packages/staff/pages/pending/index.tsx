import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { ListStates } from '@/components/list-states'
import { ReasonSheet } from '@/components/reason-sheet'
import { Screen } from '@/components/screen'
import { pending } from '@/copy/invite'
import type { PendingMember } from '@/domain/membership/contract'
import { PendingCard } from '@/features/invite/pending-card'
import { isPassing } from '@/features/session/query-client'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { useConsent } from '@/features/session/use-consent'
import { toast } from '@/platform/toast'
import styles from './index.module.scss'

interface Deciding {
  member: PendingMember
  standing: 'confirmed' | 'declined'
}

/** Neither can be taken back: both say what will come of it, and a "no" says why. */
function DecideSheet({ deciding, onClose }: { deciding: Deciding; onClose: () => void }) {
  const { run, isRunning } = useCommand('membership.decide')
  const ask = useConsent()
  const { member, standing } = deciding
  const { userId, nickname, areaName, areaPath, roomNumber } = member
  const decide = async (reason: string): Promise<void> => {
    // Whoever vouches hears of the next one, too; WeChat asks on a tap only.
    void ask('lead')
    let isLost = false
    const onFailure = (error: unknown): boolean => {
      isLost = isPassing(error)
      return false
    }
    const output = await run({ userId, areaPath, roomNumber, standing, reason }, { onFailure })
    // Without a network it is pressed again; anything else is an answer.
    if (!isLost) onClose()
    if (output) toast(standing === 'confirmed' ? pending.confirmed(nickname) : pending.declined)
  }
  if (standing === 'confirmed') {
    return (
      <ConfirmSheet
        isOpen
        title={pending.confirmTitle(nickname, pending.lives(areaName, roomNumber))}
        consequence={pending.confirmCheck}
        confirmWords={pending.confirm}
        isRunning={isRunning}
        onConfirm={() => void decide('')}
        onClose={onClose}
      />
    )
  }
  return (
    <ReasonSheet
      title={pending.declineTitle(nickname)}
      consequence={pending.declineCheck}
      reasons={pending.declineReasons}
      wordsLabel={pending.declineWords}
      maxLength={100}
      confirmWords={pending.decline}
      isRunning={isRunning}
      onConfirm={(reason) => void decide(reason)}
      onClose={onClose}
    />
  )
}

function Content() {
  const list = usePagedAction('membership.pending', {})
  const ask = useConsent()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const { items, hasMore } = list
  const count = `${items.length}${hasMore ? '+' : ''}`
  return (
    <Screen>
      {items.length > 0 && (
        <View className={styles.head}>
          <View className={styles.count}>
            {pending.waiting(count, items.filter(({ isOverdue }) => isOverdue).length)}
          </View>
          <View className={styles.hint}>{pending.hint}</View>
        </View>
      )}
      <ListStates
        list={list}
        keyOf={({ userId, areaPath, roomNumber }) => `${userId}@${areaPath}${roomNumber}`}
        empty={{ art: 'cups', words: pending.empty }}
        render={(member) => (
          <PendingCard
            member={member}
            onConfirm={() => setDeciding({ member, standing: 'confirmed' })}
            onDecline={() => setDeciding({ member, standing: 'declined' })}
          />
        )}
      />
      <QuietButton onClick={() => void ask('lead')}>{pending.remind}</QuietButton>
      {deciding && <DecideSheet deciding={deciding} onClose={() => setDeciding(null)} />}
    </Screen>
  )
}

/** 等确认的邻居: newcomers whom a leader, or staff, are to vouch for; who waits longest comes first. */
export default function PendingPage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}
