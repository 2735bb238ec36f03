import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { EmptyState } from '@/components/empty-state'
import { ListStates } from '@/components/list-states'
import { ReasonSheet } from '@/components/reason-sheet'
import { Screen } from '@/components/screen'
import { eventConsequences } from '@/copy/order'
import { volunteer } from '@/copy/volunteer'
import type { OrderView } from '@/domain/order/present'
import { usePagedAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { useSession } from '@/features/session/use-session'
import { distanceBetween } from '@/features/volunteer/distance'
import { useTaking } from '@/features/volunteer/use-taking'
import { toast } from '@/platform/toast'
import { open, routes } from '@/routes'
import { HallCard } from '../../_components/hall-card'
import styles from './index.module.scss'

/** 接单大厅: what I was asked for by name, then what anyone may take. */
export default function HallPage() {
  const session = useSession()
  const isVolunteer = session.can('volunteer')
  const offers = usePagedAction('order.listTasks', { view: 'offered' }, { isEnabled: isVolunteer })
  const hall = usePagedAction('order.listHall', {}, { isEnabled: isVolunteer })
  const { take, takingId, lostIds, hasLost } = useTaking()
  const decline = useCommand('order.decline')
  const [declining, setDeclining] = useState<string | null>(null)
  const homes = session.homes.map(({ areaPath }) => areaPath)

  const takeAndOpen = async (orderId: string): Promise<void> => {
    if (await take(orderId)) open(routes.order(orderId))
  }
  const sayNo = async (orderId: string, note: string): Promise<void> => {
    if (!(await decline.run({ orderId, note }))) return
    setDeclining(null)
    toast(volunteer.declined)
  }
  const toHad = (orders: readonly OrderView[]): OrderView[] =>
    orders.filter(({ _id, allowedActions }) => !lostIds.has(_id) && allowedActions.includes('accept'))
  const renderCard = (order: OrderView) => (
    <HallCard
      order={order}
      distance={distanceBetween(order.areaPath, homes)}
      isSkilled={session.account?.skills.includes(order.service) ?? false}
      isTaking={takingId === order._id}
      onTake={() => void takeAndOpen(order._id)}
      onDecline={() => setDeclining(order._id)}
    />
  )

  if (session.account && !isVolunteer) {
    return (
      <Screen>
        <EmptyState art="door" words={volunteer.notVolunteerHint} />
      </Screen>
    )
  }
  const offered = toHad(offers.items)
  return (
    <Screen>
      <View {...aria('status')} aria-live="polite">
        {hasLost && <View className={styles.lost}>{volunteer.tooLate}</View>}
      </View>
      {offered.length > 0 && <View className={styles.heading}>{volunteer.offersTitle}</View>}
      {offered.map((order) => (
        <View key={order._id}>{renderCard(order)}</View>
      ))}
      <View className={styles.heading}>{volunteer.hallTitle}</View>
      <ListStates
        list={{ ...hall, items: toHad(hall.items), error: hall.error ?? session.error }}
        keyOf={({ _id }) => _id}
        empty={{
          words: `${volunteer.hallEmpty}，${volunteer.hallEmptyHint}`,
          action: { words: volunteer.toTasks, onClick: () => open(routes.tasks) },
        }}
        render={renderCard}
      />
      {declining && (
        <ReasonSheet
          title={volunteer.declineTitle}
          consequence={eventConsequences.decline}
          reasons={volunteer.declineReasons}
          wordsLabel={volunteer.declineWords}
          confirmWords={volunteer.decline}
          isRunning={decline.isRunning}
          onConfirm={(note) => void sayNo(declining, note)}
          onClose={() => setDeclining(null)}
        />
      )}
    </Screen>
  )
}
