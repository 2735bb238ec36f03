import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { exactLength, handbookWords, serviceWords as words, stepWords } from '@/copy/handbook'
import type { AutoStep } from '@/domain/handbook/schema'

const waits = [0, 5, 10, 20, 30, 60, 120]
const counts = [1, 2, 3, 5, 10]

interface StepSheetProps {
  onAdd: (step: AutoStep) => void
  onClose: () => void
}

/** A step of dispatching by itself, put together from chips and read as a sentence. */
export function StepSheet({ onAdd, onClose }: StepSheetProps) {
  const [step, setStep] = useState<AutoStep>({ to: 'nearest', count: 3, afterMinutes: 0 })
  const change = (fields: Partial<AutoStep>): void => setStep({ ...step, ...fields })
  return (
    <Sheet isOpen title={words.stepTitle} onClose={onClose}>
      <Field label={words.stepAfter}>
        <Choices
          choices={waits.map((value) => ({ value, label: value === 0 ? words.atOnce : exactLength(value) }))}
          isChosen={(value) => value === step.afterMinutes}
          onChoose={(afterMinutes) => change({ afterMinutes })}
        />
      </Field>
      <Field label={words.stepTo}>
        <Choices
          choices={[
            { value: 'nearest' as const, label: words.nearest },
            { value: 'hall' as const, label: words.hall },
          ]}
          isChosen={(value) => value === step.to}
          onChoose={(to) => change({ to, count: to === 'hall' ? 1 : 3 })}
        />
      </Field>
      {step.to === 'nearest' && (
        <Field label={words.stepCount}>
          <Choices
            choices={counts.map((value) => ({ value, label: words.stepCounted(value) }))}
            isChosen={(value) => value === step.count}
            onChoose={(count) => change({ count })}
          />
        </Field>
      )}
      <Field label={stepWords(step)}>
        <PrimaryButton onClick={() => onAdd(step)}>{handbookWords.add}</PrimaryButton>
      </Field>
    </Sheet>
  )
}
