import { View } from '@tarojs/components'
import { useState, type PropsWithChildren } from 'react'
import { common } from '@/copy/common'
import { DangerButton, PrimaryButton, QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { eventWords } from '@/copy/order-events'
import type { DeskEvent } from '@/features/dispatch/desk-events'
import styles from './sheets.module.scss'

interface EventFormProps {
  event: DeskEvent
  /** Where the event's own button says too little. */
  title?: string
  /** Reasons to tap; one's own words may replace them. */
  reasons?: readonly string[]
  /** Everything else that is asked has been answered. */
  isReady?: boolean
  isDanger?: boolean
  isRunning: boolean
  /** `note` is empty only for events that ask for no words. */
  onConfirm: (note: string) => void
  onClose: () => void
}

/** What an event of the desk asks for: what will come of it, its own questions, why, and yes or back. */
export function EventForm(props: PropsWithChildren<EventFormProps>) {
  const { event, title, reasons = [], isReady = true, isDanger, isRunning, onConfirm, onClose } = props
  const [note, setNote] = useState('')
  const { button, consequence, reason } = eventWords[event]
  const words = note.trim()
  const isMissing = !isReady || (reason !== '' && words === '')
  const Confirm = isDanger ? DangerButton : PrimaryButton
  return (
    <Sheet isOpen title={title ?? button} onClose={onClose}>
      {consequence !== '' && <View className={styles.consequence}>{consequence}</View>}
      {props.children}
      {reasons.length > 0 && (
        <View className={styles.part}>
          <Choices
            choices={reasons.map((value) => ({ value, label: value }))}
            isChosen={(value) => value === note}
            onChoose={setNote}
          />
        </View>
      )}
      {reason !== '' && (
        <TextField isMultiline label={reason} value={note} maxLength={200} onChange={setNote} />
      )}
      <View className={styles.foot}>
        <QuietButton onClick={onClose}>{common.back}</QuietButton>
        <Confirm isDisabled={isMissing} isLoading={isRunning} onClick={() => onConfirm(words)}>
          {button}
        </Confirm>
      </View>
    </Sheet>
  )
}
