import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Sheet } from '@/components/sheet'
import { eventButtons, eventConsequences, eventReasons, orderWords } from '@/copy/order'
import type { OrderView } from '@/domain/order/present'
import { open, routes } from '@/routes'
import { CompleteSheet } from './complete-sheet'
import { splitEvents } from './next-event'
import { ReviewSheet } from './review-sheet'
import { useOrderEvents, type TapEvent } from './use-order-event'
import styles from './sheets.module.scss'

/** What a tap on the button asks for first. */
const asksFor = {
  dispatch: 'desk',
  accept: 'nothing',
  decline: 'reason',
  withdraw: 'reason',
  release: 'reason',
  checkIn: 'nothing',
  complete: 'completion',
  review: 'rating',
  reopen: 'reason',
  cancel: 'reason',
} as const satisfies Record<TapEvent, 'desk' | 'nothing' | 'reason' | 'completion' | 'rating'>
type Reasoned = { [E in TapEvent]: (typeof asksFor)[E] extends 'reason' ? E : never }[TapEvent]
const isReasoned = (event: TapEvent | 'more' | null): event is Reasoned =>
  event !== null && event !== 'more' && asksFor[event] === 'reason'

/** Is there anything at all that I can do? */
export const hasActions = (order: OrderView): boolean => {
  const { main, others } = splitEvents(order.allowedActions)
  return main !== null || others.length > 0
}

/** The buttons of an order: only what the server allows, the next thing first, the rest under "more". */
export function OrderActions({ order }: { order: OrderView }) {
  const [asked, setAsked] = useState<TapEvent | 'more' | null>(null)
  const { make, isRunning } = useOrderEvents()
  const { main, others } = splitEvents(order.allowedActions)
  const close = (): void => setAsked(null)
  const settle = async (done: Promise<boolean>): Promise<void> => {
    if (await done) close()
  }

  const start = (event: TapEvent): void => {
    if (asksFor[event] === 'desk') open(routes.deskOrder(order._id))
    else if (asksFor[event] === 'nothing') void settle(make(event, order._id, {}))
    else setAsked(event)
  }

  const [only] = others
  return (
    <View>
      <View className={styles.row}>
        {main && (
          <View className={styles.main}>
            <PrimaryButton isLoading={isRunning && asked === null} onClick={() => start(main)}>
              {eventButtons[main]}
            </PrimaryButton>
          </View>
        )}
        {only && (
          <View className={main ? styles.side : styles.main}>
            <QuietButton onClick={() => (others.length === 1 ? start(only) : setAsked('more'))}>
              {others.length === 1 ? eventButtons[only] : orderWords.more}
            </QuietButton>
          </View>
        )}
      </View>
      <Sheet isOpen={asked === 'more'} title={orderWords.more} onClose={close}>
        <View className={styles.stack}>
          {others.map((event) => (
            <QuietButton key={event} onClick={() => start(event)}>
              {eventButtons[event]}
            </QuietButton>
          ))}
        </View>
      </Sheet>
      <ReasonSheet
        event={isReasoned(asked) ? asked : null}
        isRunning={isRunning}
        onConfirm={(event, note) => void settle(make(event, order._id, { note }))}
        onClose={close}
      />
      <CompleteSheet
        isOpen={asked === 'complete'}
        isRunning={isRunning}
        onSubmit={(completion) => void settle(make('complete', order._id, completion))}
        onClose={close}
      />
      <ReviewSheet
        isOpen={asked === 'review'}
        isRunning={isRunning}
        onSubmit={(rating) => void settle(make('review', order._id, rating))}
        onClose={close}
      />
    </View>
  )
}

interface ReasonSheetProps {
  event: Reasoned | null
  isRunning: boolean
  onConfirm: (event: Reasoned, note: string) => void
  onClose: () => void
}

function ReasonSheet({ event, isRunning, onConfirm, onClose }: ReasonSheetProps) {
  if (!event) return null
  return (
    <ConfirmSheet
      isOpen
      isDanger
      title={eventButtons[event]}
      consequence={eventConsequences[event]}
      reason={{ label: eventReasons[event] }}
      confirmWords={eventButtons[event]}
      isRunning={isRunning}
      onConfirm={(note) => onConfirm(event, note)}
      onClose={onClose}
    />
  )
}
