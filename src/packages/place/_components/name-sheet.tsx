import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { mapWords as words } from '@/copy/place'
import type { PlaceLevel } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { toast } from '@/platform/toast'
import styles from './place.module.scss'

interface NameSheetProps {
  title: string
  level: PlaceLevel
  /** What it is called now; '' for a new one. */
  name?: string | undefined
  /** What will come of it. */
  consequence?: string
  isRunning: boolean
  /** @param onFailure answers a failure in a way of its own, see `useCommands` */
  onSave: (name: string, onFailure: (error: unknown) => boolean) => void
  onClose: () => void
}

const isSameName = (error: unknown): boolean => error instanceof AppError && error.details.what === 'name'

/** What a place is called, by hand. Mount it to open it. */
export function NameSheet({
  title,
  level,
  name: before = '',
  consequence,
  isRunning,
  onSave,
  onClose,
}: NameSheetProps) {
  const [name, setName] = useState(before)
  const tellSameName = (error: unknown): boolean => {
    if (!isSameName(error)) return false
    toast(words.sameName)
    return true
  }
  return (
    <Sheet isOpen title={title} onClose={onClose}>
      {consequence && <View className={styles.lead}>{consequence}</View>}
      <TextField
        label={words.nameLabel}
        hint={words.nameHint[level]}
        value={name}
        maxLength={20}
        onChange={setName}
      />
      <PrimaryButton
        isLoading={isRunning}
        isDisabled={name.trim() === ''}
        onClick={() => onSave(name.trim(), tellSameName)}
      >
        {words.save}
      </PrimaryButton>
    </Sheet>
  )
}
