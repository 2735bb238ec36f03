import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Field } from '@/components/field'
import { serviceWords as words, stepWords } from '@/copy/handbook'
import type { AutoStep } from '@/domain/handbook/schema'
import { RemovableLine } from './removable-chip'
import { StepSheet } from './step-sheet'
import styles from './editor.module.scss'

interface AutoFieldProps {
  steps: readonly AutoStep[]
  onChange: (steps: AutoStep[]) => void
}

/** How a service is dispatched by itself, step after step in plain sentences. */
export function AutoField({ steps, onChange }: AutoFieldProps) {
  const [isAdding, setIsAdding] = useState(false)
  const add = (step: AutoStep): void => {
    onChange([...steps, step].sort((a, b) => a.afterMinutes - b.afterMinutes))
    setIsAdding(false)
  }
  return (
    <Field label={words.auto} hint={words.autoHint}>
      <View className={styles.lines}>
        {steps.length === 0 && <View className={styles.soft}>{words.autoNone}</View>}
        {steps.map((step, index) => (
          <RemovableLine
            key={index}
            words={stepWords(step)}
            onRemove={() => onChange(steps.filter((_, at) => at !== index))}
          />
        ))}
        {steps.length < 4 && (
          <QuietButton isCompact onClick={() => setIsAdding(true)}>
            {words.addStep}
          </QuietButton>
        )}
      </View>
      {isAdding && <StepSheet onAdd={add} onClose={() => setIsAdding(false)} />}
    </Field>
  )
}
