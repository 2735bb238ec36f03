import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { SwitchRow } from '@/components/switch-row'
import { Tap } from '@/components/tap'
import { TextField } from '@/components/text-field'
import { dangerNames, handbookWords, serviceWords as words } from '@/copy/handbook'
import type { Question } from '@/domain/handbook/schema'
import { ChoiceSheet, type Answer } from './choice-sheet'
import styles from './editor.module.scss'

interface QuestionCardProps {
  question: Question
  /** 1 is the first. */
  at: number
  onChange: (fields: Partial<Question>) => void
  onRemove: () => void
}

/** One question that is asked when a service is ordered, and what can be answered. */
export function QuestionCard({ question, at, onChange, onRemove }: QuestionCardProps) {
  /** Which answer is open: its place, or past the last for a new one. */
  const [openAt, setOpenAt] = useState<number | null>(null)
  const { choices } = question
  const put = (next: Answer[]): void => {
    onChange({ choices: next })
    setOpenAt(null)
  }
  return (
    <Card>
      <TextField
        label={words.question(at)}
        value={question.text}
        maxLength={40}
        onChange={(text) => onChange({ text })}
      />
      <Field label={words.choices}>
        <View className={styles.lines}>
          {choices.map(({ text, danger }, index) => (
            <Tap
              key={index}
              className={styles.line}
              label={handbookWords.edit(text)}
              onClick={() => setOpenAt(index)}
            >
              <View className={styles.lineWords}>{text}</View>
              {danger && <View className={styles.danger}>{words.dangerous(dangerNames[danger])}</View>}
              <View className={styles.gap} />
            </Tap>
          ))}
          {choices.length < 8 && (
            <QuietButton isCompact onClick={() => setOpenAt(choices.length)}>
              {words.addChoice}
            </QuietButton>
          )}
        </View>
      </Field>
      <SwitchRow
        label={words.isRequired}
        isOn={question.isRequired}
        onChange={(isRequired) => onChange({ isRequired })}
      />
      <QuietButton isCompact onClick={onRemove}>
        {words.removeQuestion}
      </QuietButton>
      {openAt !== null && (
        <ChoiceSheet
          answer={choices[openAt] ?? null}
          onDone={(answer) => put([...choices.slice(0, openAt), answer, ...choices.slice(openAt + 1)])}
          onRemove={() => put(choices.filter((_, index) => index !== openAt))}
          onClose={() => setOpenAt(null)}
        />
      )}
    </Card>
  )
}
