import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { DayChoice } from '@/components/moment-choice'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { promise as words } from '@/copy/promise'
import type { PromiseView } from '@/domain/promise/contract'
import { AppError } from '@/domain/shared/errors'
import { useCommand } from '@/features/session/use-command'
import { useConsent } from '@/features/session/use-consent'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import { dueOn, firstDay, lastDay, tomorrow } from './due-day'
import styles from './promise.module.scss'

const isTooOften = (error: unknown): boolean => error instanceof AppError && error.code === 'LimitReached'

/** Another day, and why: the one who asked is told. Mount it to open it. */
export function DelaySheet({ promise, onClose }: { promise: PromiseView; onClose: () => void }) {
  const now = useNow()
  const { run, isRunning } = useCommand('promise.delay')
  const ask = useConsent()
  const [reason, setReason] = useState('')
  const [day, setDay] = useState(() => tomorrow(Math.max(Date.now(), promise.dueAt)))
  const onFailure = (error: unknown): boolean => {
    if (isTooOften(error)) toast(words.delayedTooOften)
    return isTooOften(error)
  }
  const delay = async (): Promise<void> => {
    void ask('promise')
    const input = { promiseId: promise._id, dueAt: dueOn(day), reason: reason.trim() }
    if (!(await run(input, { onFailure }))) return
    toast(words.delayedDone)
    onClose()
  }
  return (
    <Sheet isOpen title={words.delayTitle(promise.asked.name)} onClose={onClose}>
      <Field label={words.delayDay}>
        <DayChoice day={day} now={now} from={firstDay(now)} count={5} last={lastDay} onChange={setDay} />
      </Field>
      <TextField label={words.delayWords} value={reason} maxLength={100} onChange={setReason} />
      <Choices
        choices={words.delayReasons.map((value) => ({ value, label: value }))}
        isChosen={(value) => value === reason}
        onChoose={setReason}
      />
      <View className={styles.buttons} />
      <PrimaryButton isLoading={isRunning} isDisabled={reason.trim().length < 2} onClick={() => void delay()}>
        {words.delayConfirm}
      </PrimaryButton>
    </Sheet>
  )
}
