import { View } from '@tarojs/components'
import { useState } from 'react'
import { DangerButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { deedWords, silenceLengths } from '@/copy/moderation'
import { useCommand } from '@/features/session/use-command'
import type { DeedProps } from './deed'
import { ReasonFields, useReason } from './reason-fields'
import styles from './deed.module.scss'

const words = deedWords.silence

/** Asks the author of a message to pause in this group. */
export function SilenceForm({ message: { groupPath, seq }, onDone }: DeedProps) {
  const state = useReason()
  const [minutes, setMinutes] = useState<number | null>(null)
  const { run, isRunning } = useCommand('moderation.silence')
  const silence = async (): Promise<void> => {
    if (minutes !== null && (await run({ groupPath, seq, minutes, reason: state.reason }))) onDone(words.done)
  }
  return (
    <View>
      <View className={styles.why}>{words.why}</View>
      <Field label={words.title}>
        <Choices
          choices={silenceLengths.map(({ value, label }) => ({ value: value as number, label }))}
          isChosen={(value) => value === minutes}
          onChoose={setMinutes}
        />
      </Field>
      <ReasonFields state={state} reasons={words.reasons} />
      <DangerButton
        isDisabled={minutes === null || state.isMissing}
        isLoading={isRunning}
        onClick={() => void silence()}
      >
        {words.send}
      </DangerButton>
    </View>
  )
}
