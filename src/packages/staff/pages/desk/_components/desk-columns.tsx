import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { EmptyState } from '@/components/empty-state'
import { dispatch } from '@/copy/dispatch'
import { serviceDeeds } from '@/copy/services'
import type { OrderView } from '@/domain/order/present'
import type { Suggestion } from '@/domain/order/rank'
import type { Desk } from '@/features/dispatch/use-desk'
import { useKeys } from '@/features/dispatch/use-keys'
import { useOrderEvents } from '@/features/order/use-order-event'
import { useAction } from '@/features/session/use-action'
import { showInQueue } from '@/features/dispatch/show-in-queue'
import { HelpersPane } from '../../../_components/helpers-pane'
import { OrderPane } from '../../../_components/order-pane'
import { TakeBack } from '../../../_components/take-back'
import { Queue } from './queue'
import styles from './desk.module.scss'

/** The best choice for the order on the desk, for those who dispatch by keyboard. */
function useBest(order: OrderView | null): Suggestion | null {
  const canDispatch = order?.allowedActions.includes('dispatch') ?? false
  const query = useAction('order.suggest', { orderId: order?._id ?? '' }, { isEnabled: canDispatch })
  return canDispatch ? (query.data?.items[0] ?? null) : null
}

/** The desk with room: queue · the order · whom to send; J and K walk the queue, Enter sends the best. */
export function DeskColumns({ desk, sessionError }: { desk: Desk; sessionError: Error | null }) {
  const { order } = desk
  const events = useOrderEvents()
  const best = useBest(order)
  const [asked, setAsked] = useState<{ order: OrderView; to: Suggestion } | null>(null)

  const send = async (): Promise<void> => {
    if (!asked || events.isRunning) return
    const to = { kind: 'person', volunteerId: asked.to.userId } as const
    if (await events.make('dispatch', asked.order._id, { to })) setAsked(null)
  }
  useKeys(
    {
      onNext: () => !asked && desk.next(),
      onPrevious: () => !asked && desk.previous(),
      onEnter: () => {
        if (asked) void send()
        else if (order && best) setAsked({ order, to: best })
      },
    },
    true,
  )
  const chosenId = order?._id ?? null
  useEffect(() => {
    if (chosenId) showInQueue(chosenId)
  }, [chosenId])

  return (
    <View className={styles.columns}>
      <View className={styles.column}>
        <Queue desk={desk} sessionError={sessionError} chosenId={chosenId} onOpen={desk.choose} />
        <View className={styles.keys}>{dispatch.keys}</View>
      </View>
      <View className={styles.column}>
        {order ? (
          <View key={order._id}>
            <OrderPane order={order} />
            <TakeBack order={order} events={events} />
          </View>
        ) : (
          <EmptyState words={dispatch.chooseOne} />
        )}
      </View>
      <View className={styles.column}>
        {order && <HelpersPane key={order._id} order={order} events={events} />}
      </View>
      <ConfirmSheet
        isOpen={asked !== null}
        title={asked ? dispatch.giveTo(asked.to.nickname) : ''}
        consequence={asked ? dispatch.giveCheck(asked.to.nickname, serviceDeeds[asked.order.service]) : ''}
        confirmWords={dispatch.give}
        isRunning={events.isRunning}
        onConfirm={() => void send()}
        onClose={() => setAsked(null)}
      />
    </View>
  )
}
