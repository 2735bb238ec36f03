import { View } from '@tarojs/components'
import { Field } from '@/components/field'
import { officeWords as words } from '@/copy/handbook'
import { dayKey } from '@/domain/shared/calendar'
import { useNow } from '@/platform/use-now'
import { Adder } from './adder'
import { dayText, parseDay, runsOf } from './day-text'
import { RemovableChip } from './removable-chip'
import styles from './editor.module.scss'

interface DaysFieldProps {
  label: string
  hint: string
  days: readonly string[]
  onChange: (days: string[]) => void
}

/** Days to come, runs of them as one; what is past is only counted. */
export function DaysField({ label, hint, days, onChange }: DaysFieldProps) {
  const today = dayKey(useNow())
  const past = days.filter((day) => day < today).length
  const add = (typed: string): string | null => {
    const day = parseDay(typed, today)
    if (day === null) return words.dayWrong
    onChange([...new Set([...days, day])].sort())
    return null
  }
  return (
    <Field label={label} hint={hint}>
      <View className={styles.chips}>
        {runsOf(days.filter((day) => day >= today)).map(({ from, to }) => (
          <RemovableChip
            key={from}
            words={from === to ? dayText(from) : `${dayText(from)}${words.to}${dayText(to)}`}
            onRemove={() => onChange(days.filter((day) => day < from || day > to))}
          />
        ))}
      </View>
      {past > 0 && <View className={styles.soft}>{words.past(past)}</View>}
      <Adder label={`${label}${words.day}`} placeholder={words.dayPlaceholder} onAdd={add} />
    </Field>
  )
}
