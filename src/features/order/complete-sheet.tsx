import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Field } from '@/components/field'
import { PhotoPicker } from '@/components/photo-picker'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { eventButtons, eventConsequences, eventReasons, orderWords } from '@/copy/order'
import styles from './sheets.module.scss'

interface CompleteSheetProps {
  isOpen: boolean
  isRunning: boolean
  onSubmit: (completion: { note: string; photoFileIds: string[] }) => void
  onClose: () => void
}

/** It is done: what was done, with pictures, both as one likes. */
export function CompleteSheet({ isOpen, isRunning, onSubmit, onClose }: CompleteSheetProps) {
  const [note, setNote] = useState('')
  const [photoFileIds, setPhotoFileIds] = useState<string[]>([])
  return (
    <Sheet isOpen={isOpen} title={eventButtons.complete} onClose={onClose}>
      <View className={styles.consequence}>{eventConsequences.complete}</View>
      <TextField isMultiline label={eventReasons.complete} value={note} maxLength={300} onChange={setNote} />
      <Field label={orderWords.completePhotos}>
        <PhotoPicker fileIds={photoFileIds} onChange={setPhotoFileIds} />
      </Field>
      <PrimaryButton isLoading={isRunning} onClick={() => onSubmit({ note, photoFileIds })}>
        {eventButtons.complete}
      </PrimaryButton>
    </Sheet>
  )
}
