import { View } from '@tarojs/components'
import { useState } from 'react'
import { DangerButton, QuietButton } from '@/components/button'
import { ReasonSheet } from '@/components/reason-sheet'
import { dispatch } from '@/copy/dispatch'
import type { OrderView } from '@/domain/order/present'
import type { OrderEvents } from '@/features/order/use-order-event'
import styles from './panes.module.scss'

const sheets = {
  withdraw: {
    title: dispatch.transferTitle,
    consequence: dispatch.transferCheck,
    reasons: dispatch.transferReasons,
    confirmWords: dispatch.transfer,
  },
  cancel: {
    title: dispatch.cancelTitle,
    consequence: dispatch.cancelCheck,
    reasons: dispatch.cancelReasons,
    confirmWords: dispatch.cancel,
  },
} as const
type Asked = keyof typeof sheets

/** What the office may take back: the dispatch, or the order altogether. */
export function TakeBack({ order, events }: { order: OrderView; events: OrderEvents }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const canWithdraw = order.allowedActions.includes('withdraw')
  const canCancel = order.allowedActions.includes('cancel')
  const say = async (event: Asked, note: string): Promise<void> => {
    if (await events.make(event, order._id, { note })) setAsked(null)
  }
  if (!canWithdraw && !canCancel) return null
  return (
    <View>
      <View className={styles.buttons}>
        {canWithdraw && <QuietButton onClick={() => setAsked('withdraw')}>{dispatch.transfer}</QuietButton>}
        {canCancel && <DangerButton onClick={() => setAsked('cancel')}>{dispatch.cancel}</DangerButton>}
      </View>
      {asked && (
        <ReasonSheet
          {...sheets[asked]}
          wordsLabel={dispatch.reasonWords}
          isRunning={events.isRunning}
          onConfirm={(note) => void say(asked, note)}
          onClose={() => setAsked(null)}
        />
      )}
    </View>
  )
}
