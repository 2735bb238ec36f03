import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { dangerNames, handbookWords, serviceWords as words } from '@/copy/handbook'
import { dangers, type Question } from '@/domain/handbook/schema'
import styles from './editor.module.scss'

export type Answer = Question['choices'][number]

interface ChoiceSheetProps {
  /** null: a new one. */
  answer: Answer | null
  onDone: (answer: Answer) => void
  onRemove: () => void
  onClose: () => void
}

/** An answer that can be chosen, and whether it means danger. */
export function ChoiceSheet({ answer, onDone, onRemove, onClose }: ChoiceSheetProps) {
  const [text, setText] = useState(answer?.text ?? '')
  const [danger, setDanger] = useState(answer?.danger ?? null)
  return (
    <Sheet isOpen title={words.choice} onClose={onClose}>
      <TextField label={words.choice} value={text} maxLength={20} onChange={setText} />
      <Field label={words.choiceDanger} hint={words.dangerHint}>
        <Choices
          choices={[
            { value: null, label: words.noDanger },
            ...dangers.map((value) => ({ value, label: dangerNames[value] })),
          ]}
          isChosen={(value) => value === danger}
          onChoose={setDanger}
        />
      </Field>
      <View className={styles.pair}>
        {answer && <QuietButton onClick={onRemove}>{handbookWords.remove}</QuietButton>}
        <PrimaryButton isDisabled={text.trim() === ''} onClick={() => onDone({ text: text.trim(), danger })}>
          {handbookWords.done}
        </PrimaryButton>
      </View>
    </Sheet>
  )
}
