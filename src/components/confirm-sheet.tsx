import { View } from '@tarojs/components'
import { useState } from 'react'
import { common } from '@/copy/common'
import { DangerButton, PrimaryButton, QuietButton } from './button'
import { Sheet } from './sheet'
import { TextField } from './text-field'
import styles from './confirm-sheet.module.scss'

interface ConfirmSheetProps {
  isOpen: boolean
  title: string
  /** What will come of it, in words. */
  consequence?: string
  /** Asks for a reason, and must have one unless optional. */
  reason?: { label: string; isOptional?: boolean; maxLength?: number }
  confirmWords: string
  isDanger?: boolean
  isRunning?: boolean
  onConfirm: (reason: string) => void
  onClose: () => void
}

function OpenSheet(props: Omit<ConfirmSheetProps, 'isOpen'>) {
  const { title, consequence, reason, confirmWords, isRunning, onConfirm, onClose } = props
  const [words, setWords] = useState('')
  const isMissing = reason !== undefined && !reason.isOptional && words.trim() === ''
  const Confirm = props.isDanger ? DangerButton : PrimaryButton
  return (
    <Sheet isOpen title={title} onClose={onClose}>
      {consequence && <View className={styles.consequence}>{consequence}</View>}
      {reason && (
        <TextField
          isMultiline
          label={reason.label}
          value={words}
          maxLength={reason.maxLength ?? 200}
          onChange={setWords}
        />
      )}
      <View className={styles.buttons}>
        <QuietButton onClick={onClose}>{common.back}</QuietButton>
        <Confirm isLoading={isRunning} isDisabled={isMissing} onClick={() => onConfirm(words.trim())}>
          {confirmWords}
        </Confirm>
      </View>
    </Sheet>
  )
}

/** Before what can't be undone: what will happen, why (where asked), yes or back; each time begun anew. */
export function ConfirmSheet({ isOpen, ...rest }: ConfirmSheetProps) {
  return isOpen ? <OpenSheet {...rest} /> : null
}
