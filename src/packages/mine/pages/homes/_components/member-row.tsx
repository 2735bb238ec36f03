import { View } from '@tarojs/components'
import { useState } from 'react'
import { Avatar } from '@/components/avatar'
import { PrimaryButton, QuietButton } from '@/components/button'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { homesWords as words } from '@/copy/mine'
import { relationNames } from '@/copy/people'
import { dateWords } from '@/copy/time'
import type { Housemate } from '@/domain/membership/contract'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import type { Home } from './home-card'
import styles from '../index.module.scss'

const factsOf = ({ hasPhone, isMyCharge, relation, until }: Housemate): string =>
  [
    relationNames[relation],
    ...(until === null ? [] : [words.until(dateWords(until))]),
    ...(hasPhone ? [] : [words.noPhone]),
    ...(isMyCharge ? [words.charge] : []),
  ].join(' · ')

/** Someone who lives there; who waits is confirmed, or not, by whoever lives there already. */
export function MemberRow({ member, home }: { member: Housemate; home: Home }) {
  const { run, isRunning } = useCommand('membership.decide')
  const [isDeclining, setIsDeclining] = useState(false)
  const { avatarFileId, isMe, nickname, standing, userId } = member
  const { areaPath, roomNumber } = home
  const isWaiting = standing === 'unconfirmed'
  const decide = async (decision: 'confirmed' | 'declined', reason = ''): Promise<void> => {
    const done = await run({ userId, areaPath, roomNumber, standing: decision, reason })
    if (!done) return
    setIsDeclining(false)
    toast(decision === 'confirmed' ? words.confirmed : words.declined)
  }
  return (
    <View className={styles.member}>
      <View className={styles.row}>
        <Avatar name={nickname} fileId={avatarFileId} />
        <View className={styles.words}>
          <View>{isMe ? `${nickname}（${words.me}）` : nickname}</View>
          <View className={styles.hint}>{factsOf(member)}</View>
          {isWaiting && !isMe && <View className={styles.waiting}>{words.waiting}</View>}
        </View>
      </View>
      {isWaiting && !isMe && (
        <View className={styles.buttons}>
          <QuietButton label={words.declineLabel(nickname)} onClick={() => setIsDeclining(true)}>
            {words.decline}
          </QuietButton>
          <PrimaryButton
            label={words.confirmLabel(nickname)}
            isLoading={isRunning}
            onClick={() => void decide('confirmed')}
          >
            {words.confirm}
          </PrimaryButton>
        </View>
      )}
      <ConfirmSheet
        isOpen={isDeclining}
        title={words.declineTitle(nickname)}
        consequence={words.declineConsequence}
        reason={{ label: words.declineReason, maxLength: 100 }}
        confirmWords={words.declineYes}
        isDanger
        isRunning={isRunning}
        onConfirm={(reason) => void decide('declined', reason)}
        onClose={() => setIsDeclining(false)}
      />
    </View>
  )
}
