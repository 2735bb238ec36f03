import { useState } from 'react'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { deedWords } from '@/copy/moderation'

/** As much as a reason takes. */
const longest = 100

/** A usual reason to tap, and words of one's own: both together, or either. */
export function useReason() {
  const [chosen, setChosen] = useState<string | null>(null)
  const [own, setOwn] = useState('')
  const reason = [chosen, own.trim()].filter(Boolean).join('，').slice(0, longest)
  return { chosen, setChosen, own, setOwn, reason, isMissing: reason.length < 2 }
}

interface ReasonFieldsProps {
  state: ReturnType<typeof useReason>
  reasons: readonly string[]
}

export function ReasonFields({ state: { chosen, setChosen, own, setOwn }, reasons }: ReasonFieldsProps) {
  return (
    <>
      <Field label={deedWords.reason}>
        <Choices
          choices={reasons.map((value) => ({ value, label: value }))}
          isChosen={(value) => value === chosen}
          onChoose={(value) => setChosen(value === chosen ? null : value)}
        />
      </Field>
      <TextField label={deedWords.own} value={own} maxLength={60} onChange={setOwn} />
    </>
  )
}
