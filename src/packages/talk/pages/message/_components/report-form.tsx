import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { deedWords, reportReasonNames } from '@/copy/moderation'
import { reportReasonSchema, type ReportReason } from '@/domain/moderation/schema'
import { useCommand } from '@/features/session/use-command'
import type { DeedProps } from './deed'
import styles from './deed.module.scss'

const words = deedWords.report
const choices = reportReasonSchema.options.map((value) => ({ value, label: reportReasonNames[value] }))

/** Asks those who look after the group to see to a message. */
export function ReportForm({ message: { groupPath, seq }, onDone }: DeedProps) {
  const [reason, setReason] = useState<ReportReason | null>(null)
  const { run, isRunning } = useCommand('moderation.report')
  const report = async (): Promise<void> => {
    if (reason && (await run({ groupPath, seq, reason }))) onDone(words.done)
  }
  return (
    <View>
      <Field label={words.title}>
        <Choices choices={choices} isChosen={(value) => value === reason} onChoose={setReason} />
      </Field>
      <View className={styles.why}>{words.why}</View>
      <PrimaryButton isDisabled={reason === null} isLoading={isRunning} onClick={() => void report()}>
        {words.send}
      </PrimaryButton>
    </View>
  )
}
