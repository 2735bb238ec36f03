import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { orderWords } from '@/copy/order'
import { eventWords } from '@/copy/order-events'
import { scanText } from '@/platform/scan'
import { toast } from '@/platform/toast'
import styles from './sheets.module.scss'

interface CheckInSheetProps {
  isRunning: boolean
  /** null: without the code; the resident may nod later. */
  onSubmit: (code: string | null) => void
  onClose: () => void
}

/** At the door: six digits from the resident's phone, or in without them. */
export function CheckInSheet({ isRunning, onSubmit, onClose }: CheckInSheetProps) {
  const [code, setCode] = useState('')
  const digits = code.replace(/\D/g, '').slice(0, 6)
  const scan = async (): Promise<void> => {
    const found = await scanText()
    if (found === null) return
    if (/^\d{6}$/.test(found)) onSubmit(found)
    else toast(orderWords.notDoorCode)
  }
  return (
    <Sheet isOpen title={eventWords.checkIn.button} onClose={onClose}>
      <QuietButton onClick={() => void scan()}>{orderWords.scanDoorCode}</QuietButton>
      <View className={styles.gap} />
      <TextField
        id="door-code"
        label={orderWords.askDoorCode}
        type="number"
        maxLength={7}
        value={code}
        onChange={setCode}
      />
      <View className={styles.stack}>
        <PrimaryButton
          isDisabled={digits.length !== 6}
          isLoading={isRunning}
          onClick={() => onSubmit(digits)}
        >
          {eventWords.checkIn.button}
        </PrimaryButton>
        <QuietButton onClick={() => onSubmit(null)}>{orderWords.withoutCode}</QuietButton>
      </View>
    </Sheet>
  )
}
