import { View } from '@tarojs/components'
import { useState, type PropsWithChildren } from 'react'
import { aria } from '@/components/aria'
import { PrimaryButton } from '@/components/button'
import { TextField } from '@/components/text-field'
import { handbookWords as words } from '@/copy/handbook'
import styles from './editor.module.scss'

interface SaveFormProps {
  /** What keeps it from being saved, in words. */
  wrong: readonly string[]
  isSaving: boolean
  onSave: (note: string) => void
}

/** A form, why it was changed, and the button that saves it; what is wrong is said once one has tried. */
export function SaveForm({ wrong, isSaving, onSave, children }: PropsWithChildren<SaveFormProps>) {
  const [note, setNote] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const save = (): void => {
    setHasTried(true)
    if (wrong.length === 0) onSave(note.trim())
  }
  return (
    <View>
      {children}
      <TextField label={words.note} hint={words.noteHint} value={note} maxLength={100} onChange={setNote} />
      {hasTried &&
        wrong.map((sentence) => (
          <View key={sentence} className={styles.wrong} {...aria('alert')}>
            {sentence}
          </View>
        ))}
      <PrimaryButton isLoading={isSaving} onClick={save}>
        {words.save}
      </PrimaryButton>
    </View>
  )
}
