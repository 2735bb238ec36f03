import { View } from '@tarojs/components'
import { useState } from 'react'
import { ListStates, type ListSource } from '@/components/list-states'
import { deskWords } from '@/copy/dispatch'
import { standingWords } from '@/copy/order'
import type { OrderView } from '@/domain/order/present'
import { ancestorAt, isWithin } from '@/domain/shared/area'
import { PickRow, PickWords } from '@/features/dispatch/pick-row'
import { titleOf } from '@/features/order/title'
import { usePagedAction } from '@/features/session/use-action'
import { useNow } from '@/platform/use-now'
import type { SheetProps } from './desk-sheet'
import { EventForm } from './event-form'
import styles from './sheets.module.scss'
import { useSettle } from './use-settle'

const buildingOf = ({ areaPath }: OrderView): string => ancestorAt(areaPath, 'building') ?? areaPath

/** Open orders that may be about the same: of the same building, or of the same kind; both comes first. */
function useTwins(order: OrderView): ListSource<OrderView> {
  const areaPath = buildingOf(order)
  const lists = [
    usePagedAction('order.listDesk', { view: 'waiting', areaPath }),
    usePagedAction('order.listDesk', { view: 'moving', areaPath }),
    usePagedAction('order.listDesk', { view: 'waiting', serviceId: order.service.id }),
  ]
  const likeness = (other: OrderView): number =>
    Number(isWithin(other.areaPath, areaPath)) + Number(other.service.id === order.service.id)
  const found = new Map(lists.flatMap(({ items }) => items).map((one) => [one._id, one]))
  found.delete(order._id)
  return {
    items: [...found.values()].sort((a, b) => likeness(b) - likeness(a) || b.createdAt - a.createdAt),
    isPending: lists.some(({ isPending }) => isPending),
    error: lists.find(({ error }) => error)?.error ?? null,
    refetch: () => lists.forEach(({ refetch }) => void refetch()),
  }
}

/** Into another order for the same trouble. */
export function MergeSheet({ order, onClose }: SheetProps) {
  const twins = useTwins(order)
  const now = useNow()
  const [intoId, setIntoId] = useState<string | null>(null)
  const { make, isRunning } = useSettle(onClose)
  const hintOf = (twin: OrderView): string =>
    [
      isWithin(twin.areaPath, buildingOf(order)) ? deskWords.sameBuilding : twin.areaName,
      twin.service.id === order.service.id ? deskWords.sameService : twin.service.name,
      standingWords(twin, now),
    ].join(' · ')
  return (
    <EventForm
      event="merge"
      isReady={intoId !== null}
      isRunning={isRunning}
      onConfirm={(note) => intoId !== null && void make('merge', order._id, { intoId, note })}
      onClose={onClose}
    >
      <View className={styles.head}>{deskWords.mergeInto}</View>
      <View className={styles.rows}>
        <ListStates
          list={twins}
          keyOf={({ _id }) => _id}
          empty={{ words: deskWords.noTwin }}
          skeletonCount={1}
          render={(twin) => (
            <PickRow
              label={titleOf(twin)}
              isChosen={twin._id === intoId}
              onChoose={() => setIntoId(twin._id)}
            >
              <PickWords title={titleOf(twin)} hint={hintOf(twin)} />
            </PickRow>
          )}
        />
      </View>
    </EventForm>
  )
}
