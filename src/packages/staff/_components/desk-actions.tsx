import { View } from '@tarojs/components'
import { DangerButton, QuietButton } from '@/components/button'
import { deskWords, dispatch } from '@/copy/dispatch'
import { eventWords } from '@/copy/order-events'
import type { OrderView } from '@/domain/order/present'
import { deskEventsOf, type Asked, type DeskEvent } from '@/features/dispatch/desk-events'
import { useNow } from '@/platform/use-now'
import styles from './panes.module.scss'

interface DeskActionsProps {
  order: OrderView
  onAsk: (asked: Asked) => void
}

/** A remark of staff is among themselves first of all. */
export const deskButton = (event: DeskEvent): string =>
  event === 'remark' ? deskWords.internalTitle : eventWords[event].button

/** What else the office can do with an order: only what the server allows. */
export function DeskActions({ order, onAsk }: DeskActionsProps) {
  const now = useNow()
  const events = deskEventsOf(order, now)
  if (events.length === 0) return null
  return (
    <View>
      <View className={styles.heading}>{dispatch.more}</View>
      <View className={styles.buttons}>
        {events.map((event) => {
          const Button = event === 'cancel' ? DangerButton : QuietButton
          return (
            <Button key={event} isCompact onClick={() => onAsk({ event, order })}>
              {deskButton(event)}
            </Button>
          )
        })}
      </View>
    </View>
  )
}
