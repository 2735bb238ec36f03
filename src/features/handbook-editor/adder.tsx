import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { TextField } from '@/components/text-field'
import { handbookWords } from '@/copy/handbook'
import styles from './editor.module.scss'

interface AdderProps {
  label: string
  placeholder?: string
  maxLength?: number
  /** Takes what was typed; answers what is wrong with it, or null once it is taken. */
  onAdd: (words: string) => string | null
}

/** A line to write, and a button that puts it into a list. */
export function Adder({ label, placeholder, maxLength, onAdd }: AdderProps) {
  const [words, setWords] = useState('')
  const [error, setError] = useState<string | null>(null)
  const add = (): void => {
    if (words.trim() === '') return
    const wrong = onAdd(words.trim())
    setError(wrong)
    if (wrong === null) setWords('')
  }
  return (
    <View className={styles.add}>
      <View className={styles.addField}>
        <TextField
          label={label}
          value={words}
          placeholder={placeholder}
          maxLength={maxLength}
          error={error ?? undefined}
          onChange={setWords}
        />
      </View>
      <View>
        <QuietButton isCompact label={`${handbookWords.add}：${label}`} onClick={add}>
          {handbookWords.add}
        </QuietButton>
        <View className={styles.gap} />
      </View>
    </View>
  )
}
