import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { QuietButton } from '@/components/button'
import { ListStates } from '@/components/list-states'
import { dispatch, filterWords, phaseEmpty, planWords } from '@/copy/dispatch'
import type { OrderView } from '@/domain/order/present'
import { isNarrowed } from '@/features/dispatch/desk-filter'
import { DeskFilterBar } from '@/features/dispatch/desk-filter-bar'
import type { Desk } from '@/features/dispatch/use-desk'
import { DigestLink } from '@/features/numbers/digest-link'
import { OrderCard } from '@/features/order/order-card'
import { titleOf } from '@/features/order/title'
import { open, routes } from '@/routes'
import styles from './desk.module.scss'

interface QueueProps {
  desk: Desk
  sessionError: Error | null
  /** The one shown beside the queue. */
  chosenId: string | null
  onOpen: (orderId: string) => void
}

/** What has come while the desk was open, softly: read out, and shown on a line. */
function Arrival({ newest, count }: { newest: OrderView | null; count: number }) {
  return (
    <View {...aria('status')} aria-live="polite">
      {newest && <View className={styles.arrival}>{dispatch.arrived(count, titleOf(newest))}</View>}
    </View>
  )
}

/** The orders of one column of the desk: the one due first on top. */
export function Queue({ desk, sessionError, chosenId, onOpen }: QueueProps) {
  const { list, arrivals, filter } = desk
  return (
    <View>
      {desk.isEnabled && <DigestLink />}
      <Arrival newest={arrivals.newest} count={arrivals.count} />
      <DeskFilterBar isEnabled={desk.isEnabled} filter={filter} onNarrow={desk.narrow} />
      {filter.view === 'waiting' && list.items.length > 1 && (
        <View className={styles.plan}>
          <QuietButton onClick={() => open(routes.plan)}>{planWords.button}</QuietButton>
        </View>
      )}
      <ListStates
        list={{ ...list, error: list.error ?? sessionError }}
        keyOf={({ _id }) => _id}
        empty={{ art: 'cups', words: isNarrowed(filter) ? filterWords.none : phaseEmpty[filter.view] }}
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
