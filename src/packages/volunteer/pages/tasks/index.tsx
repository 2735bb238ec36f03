import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { Choices } from '@/components/choices'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { volunteer } from '@/copy/volunteer'
import type { OrderView } from '@/domain/order/present'
import { OrderCard } from '@/features/order/order-card'
import { usePagedAction } from '@/features/session/use-action'
import { sumOfDeeds } from '@/features/volunteer/deeds'
import { open, routes } from '@/routes'
import styles from './index.module.scss'

type Tab = 'active' | 'done'
const views = [
  { value: 'active', label: volunteer.tasksActive },
  { value: 'done', label: volunteer.tasksDone },
] as const satisfies readonly { value: Tab; label: string }[]

/** The next step of a visit, as one big button: it leads to the order's page, where it is done. */
function NextStep({ order }: { order: OrderView }) {
  const step = (['checkIn', 'complete'] as const).find((event) => order.allowedActions.includes(event))
  if (!step) return null
  return <PrimaryButton onClick={() => open(routes.order(order._id))}>{volunteer.next[step]}</PrimaryButton>
}

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <View className={styles.figure}>
      <View className={styles.value}>{value}</View>
      <View className={styles.label}>{label}</View>
    </View>
  )
}

/** What the done orders add up to, as far as they have been fetched. */
function Deeds({ orders, hasMore }: { orders: readonly OrderView[]; hasMore: boolean }) {
  const deeds = sumOfDeeds(orders)
  if (deeds.orders === 0) return null
  return (
    <Card>
      <View className={styles.figures}>
        <Figure value={volunteer.orders(deeds.orders)} label={volunteer.deeds.orders} />
        <Figure value={volunteer.hours(deeds.hours)} label={volunteer.deeds.hours} />
      </View>
      <View className={styles.label}>{hasMore ? volunteer.deedsOfShown : volunteer.deedsOfAll}</View>
    </Card>
  )
}

/** 我的接单: where I am expected, and what I have done. */
export default function TasksPage() {
  const [view, setView] = useState<Tab>('active')
  const active = usePagedAction('order.listTasks', { view: 'active' }, { isEnabled: view === 'active' })
  const done = usePagedAction('order.listTasks', { view: 'done' }, { isEnabled: view === 'done' })
  return (
    <Screen>
      <View className={styles.views}>
        <Choices choices={views} isChosen={(value) => value === view} onChoose={setView} />
      </View>
      {view === 'active' ? (
        <ListStates
          list={active}
          keyOf={({ _id }) => _id}
          empty={{
            words: `${volunteer.activeEmpty}，${volunteer.activeEmptyHint}`,
            action: { words: volunteer.toHall, onClick: () => open(routes.hall) },
          }}
          render={(order) => <OrderCard order={order} footer={<NextStep order={order} />} />}
        />
      ) : (
        <View>
          <Deeds orders={done.items} hasMore={done.hasMore} />
          <ListStates
            list={done}
            keyOf={({ _id }) => _id}
            empty={{ art: 'cups', words: volunteer.doneEmpty }}
            render={(order) => <OrderCard order={order} />}
          />
        </View>
      )}
    </Screen>
  )
}
