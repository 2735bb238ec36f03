import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { EmptyState } from '@/components/empty-state'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { volunteer } from '@/copy/volunteer'
import type { FitReason } from '@/domain/order/fit'
import type { OrderView } from '@/domain/order/present'
import { EventSheet } from '@/features/order/event-sheet'
import { SessionGate } from '@/features/session/session-gate'
import { useSession } from '@/features/session/use-session'
import { distanceBetween } from '@/features/volunteer/distance'
import { useHall } from '@/features/volunteer/use-hall'
import { useTaking } from '@/features/volunteer/use-taking'
import { open, routes } from '@/routes'
import { DeclineSheet } from '../../_components/decline-sheet'
import { HallCard } from '../../_components/hall-card'
import styles from './index.module.scss'

/** 接单大厅: what I was asked for by name, then what anyone may take, as far as it fits me. */
export default function HallPage() {
  return (
    <SessionGate>
      <Hall />
    </SessionGate>
  )
}

/** To the office, which wants to know why; or to a fellow volunteer, who asked no reason. */
function SayNo({ order, onClose }: { order: OrderView; onClose: () => void }) {
  return order.allowedActions.includes('declineStandIn') ? (
    <EventSheet order={order} event="declineStandIn" onClose={onClose} />
  ) : (
    <DeclineSheet orderId={order._id} onClose={onClose} />
  )
}

function Hall() {
  const session = useSession()
  const isVolunteer = session.can('volunteer')
  const { take, takingId, lostIds, hasLost } = useTaking()
  const { offers, list } = useHall(isVolunteer, lostIds)
  const [declining, setDeclining] = useState<OrderView | null>(null)
  const homes = session.homes.map(({ areaPath }) => areaPath)
  const cap = session.account?.volunteer.cap ?? null

  const takeAndOpen = async ({ _id, allowedActions }: OrderView): Promise<void> => {
    const event = allowedActions.includes('takeOver') ? 'takeOver' : 'accept'
    if (await take(_id, event)) open(routes.order(_id))
  }
  const renderCard = (order: OrderView, reasons: readonly FitReason[], isOffer: boolean) => (
    <HallCard
      order={order}
      reasons={reasons}
      isOffer={isOffer}
      distance={distanceBetween(order.areaPath, homes)}
      fullAt={reasons.includes('atCap') ? cap : null}
      isTaking={takingId === order._id}
      onTake={() => void takeAndOpen(order)}
      onDecline={() => setDeclining(order)}
    />
  )

  if (!isVolunteer) {
    return (
      <Screen>
        <EmptyState art="door" words={volunteer.notVolunteerHint} />
      </Screen>
    )
  }
  const empty = list.hasMore
    ? { words: volunteer.hallMore, action: { words: volunteer.lookOn, onClick: list.loadMore } }
    : {
        words: `${volunteer.hallEmpty}，${volunteer.hallEmptyHint}`,
        action: { words: volunteer.toTasks, onClick: () => open(routes.tasks) },
      }
  return (
    <Screen>
      <View {...aria('status')} aria-live="polite">
        {hasLost && <View className={styles.lost}>{volunteer.tooLate}</View>}
      </View>
      {offers.length > 0 && <View className={styles.heading}>{volunteer.offersTitle}</View>}
      {offers.map((order) => (
        <View key={order._id}>{renderCard(order, [], true)}</View>
      ))}
      <View className={styles.heading}>{volunteer.hallTitle}</View>
      <ListStates
        list={list}
        keyOf={({ order }) => order._id}
        empty={empty}
        render={({ order, reasons }) => renderCard(order, reasons, false)}
      />
      {declining && <SayNo order={declining} onClose={() => setDeclining(null)} />}
    </Screen>
  )
}
