import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Screen } from '@/components/screen'
import { Tap } from '@/components/tap'
import { joiningWords } from '@/copy/join'
import type { Output } from '@/domain/contracts'
import { useElderMode } from '@/features/elder/elder-mode'
import { useSession } from '@/features/session/use-session'
import { ChildStop } from './child-stop'
import { QuestionFields } from './question-fields'
import { useJoinForm } from './use-join-form'
import { useSubmit } from './use-submit'
import { Welcome } from './welcome'
import styles from './join-form.module.scss'

/** From who I am to being at home: one page, or one question per screen in large type. */
export function JoinForm({ code, look }: { code: string; look: Output<'invitation.look'> }) {
  const { account } = useSession()
  const isElder = useElderMode()
  const form = useJoinForm(code, look, account)
  const sending = useSubmit(code, look)
  const [step, setStep] = useState(0)
  const [isStrict, setStrict] = useState(false)
  const { draft, problems, questions } = form

  if (sending.joined) return <Welcome joined={sending.joined} look={look} />
  if (sending.isChild) return <ChildStop onBack={() => sending.setChild(false)} />

  const asked = isElder ? questions.slice(step, step + 1) : questions
  const isLast = !isElder || step >= questions.length - 1
  const goOn = (): void => {
    const isOpen = asked.some((question) => problems.has(question))
    setStrict(isOpen)
    if (isOpen) return
    if (isLast) void sending.submit(draft)
    else setStep(step + 1)
  }
  const goBack = (): void => {
    setStrict(false)
    setStep(step - 1)
  }

  return (
    <Screen
      action={
        <View className={styles.buttons}>
          {isElder && step > 0 && <QuietButton onClick={goBack}>{joiningWords.previous}</QuietButton>}
          <PrimaryButton isLoading={sending.isRunning} onClick={goOn}>
            {isLast ? joiningWords.submit : joiningWords.next}
          </PrimaryButton>
        </View>
      }
    >
      <View className={styles.headline}>{look.areaName}</View>
      <View className={styles.note}>
        {isElder
          ? joiningWords.step(step + 1, questions.length)
          : form.isRestored
            ? joiningWords.restored
            : ''}
      </View>
      {asked.map((question) => (
        <QuestionFields key={question} question={question} form={form} look={look} isStrict={isStrict} />
      ))}
      {sending.problem !== '' && (
        <View className={styles.problem} {...aria('alert')}>
          {sending.problem}
        </View>
      )}
      {isLast && (
        <Tap className={styles.child} onClick={() => sending.setChild(true)}>
          {joiningWords.child}
        </Tap>
      )}
    </Screen>
  )
}
