import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Choices } from '@/components/choices'
import { ListStates } from '@/components/list-states'
import { dispatch, phaseEmpty, phaseNames } from '@/copy/dispatch'
import type { OrderView } from '@/domain/order/present'
import { phaseSchema } from '@/domain/order/schema'
import { DeskCounts } from '@/features/dispatch/desk-counts'
import type { Desk } from '@/features/dispatch/use-desk'
import { OrderCard } from '@/features/order/order-card'
import styles from './desk.module.scss'

interface QueueProps {
  desk: Desk
  sessionError: Error | null
  /** The one shown beside the queue. */
  chosenId: string | null
  onOpen: (orderId: string) => void
}

const views = phaseSchema.options.map((value) => ({ value, label: phaseNames[value] }))

/** What has come while the desk was open, softly: read out, and shown on a line. */
function Arrival({ newest, count }: { newest: OrderView | null; count: number }) {
  return (
    <View {...aria('status')} aria-live="polite">
      {newest && <View className={styles.arrival}>{dispatch.arrived(count, newest.text)}</View>}
    </View>
  )
}

/** The orders that wait, move or are done: the one due first on top. */
export function Queue({ desk, sessionError, chosenId, onOpen }: QueueProps) {
  const { list, arrivals } = desk
  return (
    <View>
      <DeskCounts isEnabled={desk.isEnabled} />
      <Arrival newest={arrivals.newest} count={arrivals.count} />
      <View className={styles.views}>
        <Choices choices={views} isChosen={(value) => value === desk.view} onChoose={desk.show} />
      </View>
      <ListStates
        list={{ ...list, error: list.error ?? sessionError }}
        keyOf={({ _id }) => _id}
        empty={{ art: 'cups', words: phaseEmpty[desk.view] }}
        render={(order) => (
          <View id={`queue-${order._id}`} className={arrivals.ids.has(order._id) ? styles.fresh : ''}>
            <OrderCard
              order={order}
              isChosen={order._id === chosenId}
              note={order.requesterName ?? undefined}
              onOpen={() => onOpen(order._id)}
            />
          </View>
        )}
      />
    </View>
  )
}
