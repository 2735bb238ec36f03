import { View } from '@tarojs/components'
import { useState } from 'react'
import { SwitchRow } from '@/components/switch-row'
import { deskWords } from '@/copy/dispatch'
import { eventWords } from '@/copy/order-events'
import type { SheetProps } from './desk-sheet'
import { EventForm } from './event-form'
import styles from './sheets.module.scss'
import { useSettle } from './use-settle'

/** A note among staff, or, once the switch is off, words for all who take part. */
export function RemarkSheet({ order, onClose }: SheetProps) {
  const [isInternal, setIsInternal] = useState(true)
  const { make, isRunning } = useSettle(onClose)
  return (
    <EventForm
      event="remark"
      title={isInternal ? deskWords.internalTitle : eventWords.remark.button}
      isRunning={isRunning}
      onConfirm={(note) => void make('remark', order._id, { note, isInternal })}
      onClose={onClose}
    >
      <View className={styles.part}>
        <SwitchRow
          label={deskWords.internal}
          hint={deskWords.internalHint}
          isOn={isInternal}
          onChange={setIsInternal}
        />
      </View>
    </EventForm>
  )
}
