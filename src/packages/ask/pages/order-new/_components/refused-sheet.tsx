import { View } from '@tarojs/components'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { refusedWords, type LimitReason } from '@/copy/order-form'
import { callNumber } from '@/platform/call-number'
import { open, routes } from '@/routes'
import styles from './order-form.module.scss'

interface RefusedSheetProps {
  reason: LimitReason
  /** The office's number. */
  phone: string
  onClose: () => void
}

/** Too much for one day: why, and how it goes on. Mount it to open it. */
export function RefusedSheet({ reason, phone, onClose }: RefusedSheetProps) {
  const { title, words } = refusedWords.limit[reason]
  return (
    <Sheet isOpen title={title} onClose={onClose}>
      <View className={styles.sheetWords}>{words}</View>
      <View className={styles.buttons}>
        <QuietButton onClick={() => open(routes.orders)}>{refusedWords.myOrders}</QuietButton>
        <PrimaryButton onClick={() => callNumber(phone)}>{refusedWords.callCommunity}</PrimaryButton>
      </View>
    </Sheet>
  )
}
