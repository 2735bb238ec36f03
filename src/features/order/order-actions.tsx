import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { orderWords } from '@/copy/order'
import { eventWords } from '@/copy/order-events'
import { timelyActions, type OrderView } from '@/domain/order/present'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import { asksFor } from './asks'
import { EventSheet } from './event-sheet'
import { splitEvents, type TapEvent } from './next-event'
import { useOrderEvents } from './use-order-event'
import styles from './sheets.module.scss'

/** Is there anything at all that I can do? */
export const hasActions = (order: OrderView): boolean => {
  const { main, others } = splitEvents(order.allowedActions)
  return main !== null || others.length > 0
}

/** The buttons of an order: only what the server allows, the next thing first, the rest under "more". */
export function OrderActions({ order }: { order: OrderView }) {
  const now = useNow()
  const [asked, setAsked] = useState<TapEvent | 'more' | null>(null)
  const { make, isRunning } = useOrderEvents()
  const { main, others } = splitEvents(timelyActions(order, now))
  const close = (): void => setAsked(null)

  const start = (event: TapEvent): void => {
    if (asksFor[event] === 'desk') open(routes.deskOrder(order._id))
    else if (asksFor[event] === 'nothing')
      void make(event, order._id, {} as never).then((isDone) => isDone && close())
    else setAsked(event)
  }

  const [only] = others
  return (
    <View>
      <View className={styles.row}>
        {main && (
          <View className={styles.main}>
            <PrimaryButton isLoading={isRunning && asked === null} onClick={() => start(main)}>
              {eventWords[main].button}
            </PrimaryButton>
          </View>
        )}
        {only && (
          <View className={main ? styles.side : styles.main}>
            <QuietButton onClick={() => (others.length === 1 ? start(only) : setAsked('more'))}>
              {others.length === 1 ? eventWords[only].button : orderWords.more}
            </QuietButton>
          </View>
        )}
      </View>
      <Sheet isOpen={asked === 'more'} title={orderWords.more} onClose={close}>
        <View className={styles.stack}>
          {others.map((event) => (
            <QuietButton key={event} onClick={() => start(event)}>
              {eventWords[event].button}
            </QuietButton>
          ))}
        </View>
      </Sheet>
      {asked !== null && asked !== 'more' && <EventSheet order={order} event={asked} onClose={close} />}
    </View>
  )
}
