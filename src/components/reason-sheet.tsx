import { View } from '@tarojs/components'
import { useState } from 'react'
import { common } from '@/copy/common'
import { PrimaryButton, QuietButton } from './button'
import { Choices } from './choices'
import { Sheet } from './sheet'
import { TextField } from './text-field'
import styles from './confirm-sheet.module.scss'

interface ReasonSheetProps {
  title: string
  /** What will come of it, in words. */
  consequence: string
  /** Reasons to tap; one's own words go with them or stand alone. */
  reasons: readonly string[]
  /** Over the field for one's own words. */
  wordsLabel: string
  /** Of the reason, as it is handed on: what is tapped and what is written. */
  maxLength?: number
  confirmWords: string
  isRunning: boolean
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Asks why before something is given back: a tap on a usual reason, or one's own words. Mount it to open it. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { title, consequence, reasons, wordsLabel, confirmWords, isRunning, onConfirm, onClose } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const reason = [chosen, words.trim()].filter(Boolean).join('，')
  const { maxLength } = props
  const room = maxLength === undefined ? 120 : maxLength - (chosen === null ? 0 : chosen.length + 1)
  const isTooLong = maxLength !== undefined && reason.length > maxLength
  return (
    <Sheet isOpen title={title} onClose={onClose}>
      <View className={styles.consequence}>{consequence}</View>
      <Choices
        choices={reasons.map((value) => ({ value, label: value }))}
        isChosen={(value) => value === chosen}
        onChoose={(value) => setChosen(value === chosen ? null : value)}
      />
      <View className={styles.consequence} />
      <TextField label={wordsLabel} value={words} maxLength={room} onChange={setWords} />
      <View className={styles.buttons}>
        <QuietButton onClick={onClose}>{common.back}</QuietButton>
        <PrimaryButton
          isLoading={isRunning}
          isDisabled={reason === '' || isTooLong}
          onClick={() => onConfirm(reason)}
        >
          {confirmWords}
        </PrimaryButton>
      </View>
    </Sheet>
  )
}
