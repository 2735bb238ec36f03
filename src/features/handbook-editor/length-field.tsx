import { Choices } from '@/components/choices'
import { Field } from '@/components/field'

interface LengthFieldProps {
  label: string
  hint?: string
  /** Usual lengths, minutes; the one that holds is offered too. */
  usual: readonly number[]
  value: number
  wordsOf: (length: number) => string
  onChange: (length: number) => void
}

/** A length of time to choose. */
export function LengthField({ label, hint, usual, value, wordsOf, onChange }: LengthFieldProps) {
  const lengths = [...new Set([...usual, value])].sort((a, b) => a - b)
  return (
    <Field label={label} hint={hint}>
      <Choices
        choices={lengths.map((length) => ({ value: length, label: wordsOf(length) }))}
        isChosen={(length) => length === value}
        onChoose={onChange}
      />
    </Field>
  )
}
