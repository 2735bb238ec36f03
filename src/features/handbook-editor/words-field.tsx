import { View } from '@tarojs/components'
import { Field } from '@/components/field'
import { Adder } from './adder'
import { RemovableChip, RemovableLine } from './removable-chip'
import styles from './editor.module.scss'

interface WordsFieldProps {
  label: string
  hint: string
  addLabel: string
  values: readonly string[]
  onChange: (values: string[]) => void
  most: number
  /** Whole sentences: each on a line of its own, and never split at a comma. */
  isSentences?: boolean
}

const split = (words: string): string[] => words.split(/[、，,；;\s]+/).filter((one) => one !== '')

/** A list of short texts: see them, take one out, add some. */
export function WordsField(props: WordsFieldProps) {
  const { label, hint, addLabel, values, onChange, most, isSentences = false } = props
  const Entry = isSentences ? RemovableLine : RemovableChip
  const add = (typed: string): null => {
    onChange([...new Set([...values, ...(isSentences ? [typed] : split(typed))])])
    return null
  }
  return (
    <Field label={label} hint={hint}>
      <View className={isSentences ? styles.lines : styles.chips}>
        {values.map((value) => (
          <Entry key={value} words={value} onRemove={() => onChange(values.filter((one) => one !== value))} />
        ))}
      </View>
      {values.length < most && <Adder label={addLabel} maxLength={isSentences ? 40 : 140} onAdd={add} />}
    </Field>
  )
}
