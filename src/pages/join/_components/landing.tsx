import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { classNames } from '@/components/class-names'
import { Screen } from '@/components/screen'
import { landingLead, landingWords, privacyWords } from '@/copy/join'
import { roleNames } from '@/copy/people'
import type { Output } from '@/domain/contracts'
import { hasConsented, keepConsent } from '@/features/invitation/consent'
import { keepInvitation } from '@/features/invitation/last-invitation'
import { noteInvitation } from '@/features/invitation/note-invitation'
import { PrivacySheet } from '@/features/invitation/privacy-sheet'
import { toast } from '@/platform/toast'
import { open, routes } from '@/routes'
import { LeaderCard } from './leader-card'
import { Meaning } from './meaning'
import { NoticesCard } from './notices-card'
import { RoleCall } from './role-call'
import { Stale } from './stale'
import styles from './join.module.scss'

export type Look = Output<'invitation.look'>

/** Look before joining: which building, who vouches, what others will see; nothing is asked until 加入. */
export function Landing({ code, look }: { code: string; look: Look }) {
  const { alreadyHome, areaName, neighbourCount, notices, state, target } = look
  const [isAsking, setAsking] = useState(false)
  useEffect(() => noteInvitation(code, 'scan'), [code])
  useEffect(() => {
    if (state === 'valid' && !alreadyHome) keepInvitation({ code, areaName })
  }, [alreadyHome, areaName, code, state])

  const isRole = target.kind === 'role'
  const goOn = (): void => open(isRole ? routes.helpByCode(code) : routes.joinForm(code))
  const begin = async (): Promise<void> => ((await hasConsented()) ? goOn() : setAsking(true))
  const agree = (): void => {
    keepConsent()
    setAsking(false)
    goOn()
  }
  const refuse = (): void => {
    setAsking(false)
    noteInvitation(code, 'refusal')
    toast(privacyWords.refused)
  }

  if (state !== 'valid') return <Stale look={look} />
  const canJoin = !alreadyHome && !isRole
  return (
    <Screen
      action={
        <View className={classNames(styles.buttons, canJoin && styles.pair)}>
          {canJoin && (
            <PrimaryButton onClick={() => void begin()}>
              {target.kind === 'person' ? landingWords.takeOver : landingWords.join}
            </PrimaryButton>
          )}
          <QuietButton onClick={() => open(routes.home)}>
            {alreadyHome ? landingWords.backHome : landingWords.lookAround}
          </QuietButton>
        </View>
      }
    >
      <View className={styles.lead}>
        {alreadyHome ? landingWords.already : landingLead[target.kind](isRole ? roleNames[target.role] : '')}
      </View>
      <View className={styles.headline}>{areaName}</View>
      <View className={styles.count}>{isRole ? '' : landingWords.neighbours(neighbourCount)}</View>
      {isRole ? (
        <RoleCall role={target.role} look={look} onApply={() => void begin()} />
      ) : (
        <LeaderCard look={look} />
      )}
      {!isRole && <Meaning />}
      <NoticesCard notices={notices} />
      {isAsking && <PrivacySheet onAgree={agree} onRefuse={refuse} />}
    </Screen>
  )
}
