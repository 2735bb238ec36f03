import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { joinWords } from '@/copy/pages'
import { invitationStateWords } from '@/copy/people'
import type { Output } from '@/domain/contracts'
import { levelOf } from '@/domain/shared/area'
import { useCommand } from '@/features/session/use-command'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import { AboutMe, problemsOf, roomNumberOf, type AboutMeValue } from './about-me'
import { Landing } from './landing'
import { Welcome } from './welcome'
import styles from './join.module.scss'

const toHome = { words: joinWords.toHome, onClick: () => open(routes.home) }

/** From looking to being at home: landing, who I am, welcome. */
export function JoinFlow({ code, look }: { code: string; look: Output<'invitation.look'> }) {
  const { account } = useSession()
  const [step, setStep] = useState<'look' | 'form' | 'done'>('look')
  const [isStrict, setStrict] = useState(false)
  const [written, setWritten] = useState<AboutMeValue>({
    nickname: '',
    unit: '',
    room: '',
    relation: 'owner',
  })
  const join = useCommand('invitation.join')
  const value = { ...written, nickname: written.nickname || (account?.nickname ?? '') }

  const submit = async (): Promise<void> => {
    setStrict(true)
    if (problemsOf(value).length > 0) return
    const { nickname, relation } = value
    const done = await join.run({ code, nickname, relation, roomNumber: roomNumberOf(value) })
    if (done) setStep('done')
  }

  if (step === 'done') {
    return (
      <Screen action={<PrimaryButton onClick={toHome.onClick}>{joinWords.toHome}</PrimaryButton>}>
        <Welcome name={value.nickname} areaName={look.areaName} />
      </Screen>
    )
  }
  if (look.alreadyHome) {
    return (
      <Screen>
        <EmptyState art="door" words={joinWords.already} action={toHome} />
      </Screen>
    )
  }
  if (look.state !== 'valid') {
    return (
      <Screen>
        <EmptyState art="letterbox" words={invitationStateWords[look.state]} action={toHome} />
      </Screen>
    )
  }
  if (step === 'look') {
    return (
      <Screen action={<PrimaryButton onClick={() => setStep('form')}>{joinWords.join}</PrimaryButton>}>
        <Landing look={look} />
      </Screen>
    )
  }
  return (
    <Screen
      action={
        <PrimaryButton isLoading={join.isRunning} onClick={() => void submit()}>
          {joinWords.submit}
        </PrimaryButton>
      }
    >
      <View className={styles.headline}>{joinWords.title(look.areaName)}</View>
      <View className={styles.count} />
      <AboutMe
        value={value}
        asksUnit={levelOf(look.areaPath) === 'building'}
        isStrict={isStrict}
        onChange={setWritten}
      />
    </Screen>
  )
}
