import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { naming } from '@/copy/appointments'
import { dateWords } from '@/copy/time'
import { monthAfter, monthOf } from '@/domain/shared/calendar'
import { startOf } from '@/domain/shared/day-keys'
import type { Timestamp } from '@/domain/shared/time'
import { useNow } from '@/platform/use-now'

interface StartFieldProps {
  /** null: at once. */
  chosen: Timestamp | null
  onChoose: (since: Timestamp | null) => void
}

/** From when: at once, or the first of one of the next months, as offices do. */
export function StartField({ chosen, onChoose }: StartFieldProps) {
  const now = useNow()
  const firsts = [1, 2, 3].map((count) => startOf(`${monthAfter(monthOf(now), count)}-01`))
  return (
    <Field label={naming.since} hint={chosen === null ? undefined : naming.sinceHint}>
      <Choices
        choices={[null, ...firsts].map((value) => ({
          value,
          label: value === null ? naming.atOnce : naming.from(dateWords(value)),
        }))}
        isChosen={(value) => value === chosen}
        onChoose={onChoose}
      />
    </Field>
  )
}
