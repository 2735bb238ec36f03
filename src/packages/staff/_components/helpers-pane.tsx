import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ListStates, wholeList } from '@/components/list-states'
import { dispatch } from '@/copy/dispatch'
import type { OrderView } from '@/domain/order/present'
import { SuggestionRow } from '@/features/dispatch/suggestion-row'
import type { OrderEvents } from '@/features/order/use-order-event'
import { useAction } from '@/features/session/use-action'
import styles from './panes.module.scss'

interface HelpersPaneProps {
  order: OrderView
  events: OrderEvents
  onDispatched?: () => void
}

/** Whom to send: those who fit best first, or the hall. */
export function HelpersPane({ order, events, onDispatched }: HelpersPaneProps) {
  const canDispatch = order.allowedActions.includes('dispatch')
  const query = useAction('order.suggest', { orderId: order._id }, { isEnabled: canDispatch })
  const [givingTo, setGivingTo] = useState<string | null>(null)
  if (!canDispatch) return null

  const give = async (volunteerId: string): Promise<void> => {
    setGivingTo(volunteerId)
    const isDone = await events.make('dispatch', order._id, { to: { kind: 'person', volunteerId } })
    setGivingTo(null)
    if (isDone) onDispatched?.()
  }
  const toHall = async (): Promise<void> => {
    if (await events.make('dispatch', order._id, { to: { kind: 'hall' } })) onDispatched?.()
  }
  const best = query.data?.items[0]?.userId
  return (
    <View>
      <View className={styles.heading}>{dispatch.helpers}</View>
      {(query.data?.items.length ?? 0) > 0 && <View className={styles.hint}>{dispatch.giveHint}</View>}
      <Card isFlush>
        <ListStates
          list={wholeList(query, ({ items }) => items)}
          keyOf={({ userId }) => userId}
          empty={{ words: `${dispatch.helpersEmpty}，${dispatch.helpersEmptyHint}` }}
          render={(suggestion) => (
            <SuggestionRow
              suggestion={suggestion}
              service={order.service}
              isBest={suggestion.userId === best}
              isRunning={givingTo === suggestion.userId}
              onGive={() => void give(suggestion.userId)}
            />
          )}
        />
      </Card>
      <QuietButton isLoading={events.isRunning && givingTo === null} onClick={() => void toHall()}>
        {dispatch.toHall}
      </QuietButton>
      <View className={styles.hint}>{dispatch.hallHint}</View>
    </View>
  )
}
