import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { EmptyState } from '@/components/empty-state'
import { dispatch } from '@/copy/dispatch'
import type { Suggestion } from '@/domain/order/contract'
import type { OrderView } from '@/domain/order/present'
import type { Asked } from '@/features/dispatch/desk-events'
import { showInQueue } from '@/features/dispatch/show-in-queue'
import type { Desk } from '@/features/dispatch/use-desk'
import { titleOf } from '@/features/order/title'
import { useOrderEvents } from '@/features/order/use-order-event'
import { useAction } from '@/features/session/use-action'
import { DeskActions } from '../../../_components/desk-actions'
import { HelpersPane } from '../../../_components/helpers-pane'
import { OrderPane } from '../../../_components/order-pane'
import { DeskSheet } from '../../../_components/sheets/desk-sheet'
import { Queue } from './queue'
import { useDeskKeys } from './use-desk-keys'
import styles from './desk.module.scss'

/** The best choice for the order on the desk, for those who dispatch by keyboard. */
function useBest(order: OrderView | null): Suggestion | null {
  const canDispatch = order?.allowedActions.includes('dispatch') ?? false
  const query = useAction('order.suggest', { orderId: order?._id ?? '' }, { isEnabled: canDispatch })
  return canDispatch ? (query.data?.items.find(({ isEligible }) => isEligible) ?? null) : null
}

/** The desk with room: queue · the order and what can be done with it · whom to send. */
export function DeskColumns({ desk, sessionError }: { desk: Desk; sessionError: Error | null }) {
  const { order } = desk
  const events = useOrderEvents()
  const best = useBest(order)
  const [giving, setGiving] = useState<{ order: OrderView; to: Suggestion } | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)

  const send = async (): Promise<void> => {
    if (!giving || events.isRunning) return
    const to = { kind: 'people' as const, volunteerIds: [giving.to.userId] }
    if (await events.make('dispatch', giving.order._id, { to })) setGiving(null)
  }
  useDeskKeys(desk, {
    isAsking: giving !== null || asked !== null,
    onAsk: setAsked,
    onEscape: () => {
      setGiving(null)
      setAsked(null)
    },
    onEnter: () => {
      if (giving) void send()
      else if (order && best && !asked) setGiving({ order, to: best })
    },
  })
  const chosenId = order?._id ?? null
  useEffect(() => {
    if (chosenId) showInQueue(chosenId)
  }, [chosenId])

  return (
    <View className={styles.columns}>
      <View className={styles.column}>
        <Queue desk={desk} sessionError={sessionError} chosenId={chosenId} onOpen={desk.choose} />
      </View>
      <View className={styles.column}>
        {order ? (
          <View key={order._id}>
            <OrderPane order={order} />
            <DeskActions order={order} onAsk={setAsked} />
            <View className={styles.keys}>{dispatch.keys}</View>
          </View>
        ) : (
          <EmptyState words={dispatch.chooseOne} />
        )}
      </View>
      <View className={styles.column}>
        {order && <HelpersPane key={order._id} order={order} events={events} />}
      </View>
      <ConfirmSheet
        isOpen={giving !== null}
        title={giving ? dispatch.giveTo(giving.to.nickname) : ''}
        consequence={giving ? dispatch.giveCheck(giving.to.nickname, titleOf(giving.order)) : ''}
        confirmWords={dispatch.give}
        isRunning={events.isRunning}
        onConfirm={() => void send()}
        onClose={() => setGiving(null)}
      />
      {asked && <DeskSheet asked={asked} onClose={() => setAsked(null)} />}
    </View>
  )
}
