import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ListStates } from '@/components/list-states'
import { profileWords, volunteer } from '@/copy/volunteer'
import { asPending } from '@/features/order/as-pending'
import { OrderCard } from '@/features/order/order-card'
import { PendingNotes } from '@/features/order/pending-note'
import { usePendingEvents } from '@/features/order/pending-events'
import { useAction, usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { DeedFigures } from '@/features/volunteer/deed-figures'
import { open, routes } from '@/routes'
import { AlwaysCard } from '../../../_components/always-card'
import { DoneNote } from '../../../_components/done-note'
import { TaskCard } from '../../../_components/task-card'

/** Where I am expected, with what this phone has kept for later. */
export function Active() {
  const list = usePagedAction('order.listTasks', { view: 'active' })
  const pending = usePendingEvents()
  return (
    <View>
      <PendingNotes />
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        empty={{
          words: `${volunteer.activeEmpty}，${volunteer.activeEmptyHint}`,
          action: { words: volunteer.toHall, onClick: () => open(routes.hall) },
        }}
        render={(order) => <TaskCard order={asPending(order, pending)} />}
      />
    </View>
  )
}

/** Those I go to again and again. */
export function Always() {
  const list = usePagedAction('series.list', { view: 'helping' })
  return (
    <ListStates
      list={list}
      keyOf={({ _id }) => _id}
      empty={{ words: volunteer.alwaysEmpty }}
      render={(series) => <AlwaysCard series={series} />}
    />
  )
}

/** What I have done: all of it added up, then one by one. */
export function Done() {
  const { account } = useSession()
  const deeds = useAction('order.deeds', {}).data
  const list = usePagedAction('order.listTasks', { view: 'done' })
  return (
    <View>
      {deeds && deeds.orders > 0 && (
        <Card label={profileWords.title} onClick={() => open(routes.volunteerProfile)}>
          <DeedFigures deeds={deeds} />
          <View>{profileWords.seen}</View>
        </Card>
      )}
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        empty={{ art: 'cups', words: volunteer.doneEmpty }}
        render={(order) => (
          <OrderCard order={order} note={<DoneNote order={order} myId={account?._id ?? null} />} />
        )}
      />
    </View>
  )
}
