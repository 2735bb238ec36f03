import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Field } from '@/components/field'
import { PhotoPicker } from '@/components/photo-picker'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { orderWords } from '@/copy/order'
import { eventWords } from '@/copy/order-events'
import styles from './sheets.module.scss'

interface CompleteSheetProps {
  isRunning: boolean
  /** Pictures that could not be uploaded yet are paths on this phone. */
  onSubmit: (done: { note: string; photos: string[] }) => void
  onClose: () => void
}

/** It is done: what was done, with pictures, both as one likes. */
export function CompleteSheet({ isRunning, onSubmit, onClose }: CompleteSheetProps) {
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<string[]>([])
  const { button, consequence, reason } = eventWords.complete
  return (
    <Sheet isOpen title={button} onClose={onClose}>
      <View className={styles.consequence}>{consequence}</View>
      <TextField isMultiline label={reason} value={note} maxLength={300} onChange={setNote} />
      <Field label={orderWords.completePhotos}>
        <PhotoPicker keepsUnsent fileIds={photos} onChange={setPhotos} />
      </Field>
      <PrimaryButton isLoading={isRunning} onClick={() => onSubmit({ note, photos })}>
        {button}
      </PrimaryButton>
    </Sheet>
  )
}
