import { View } from '@tarojs/components'
import { useState } from 'react'
import { ListStates, wholeList } from '@/components/list-states'
import { deskWords } from '@/copy/dispatch'
import { PickRow, PickWords } from '@/features/dispatch/pick-row'
import { useAction } from '@/features/session/use-action'
import type { SheetProps } from './desk-sheet'
import { EventForm } from './event-form'
import styles from './sheets.module.scss'
import { useSettle } from './use-settle'

/** To the desk of another community of the same street. */
export function TransferSheet({ order, onClose }: SheetProps) {
  const query = useAction('order.listDesks', { areaPath: order.areaPath })
  const [communityPath, setCommunityPath] = useState<string | null>(null)
  const { make, isRunning } = useSettle(onClose)
  const others = wholeList(query, ({ items }) =>
    items.filter((desk) => desk.communityPath !== order.communityPath),
  )
  return (
    <EventForm
      event="transfer"
      isReady={communityPath !== null}
      isRunning={isRunning}
      onConfirm={(note) =>
        communityPath !== null && void make('transfer', order._id, { communityPath, note })
      }
      onClose={onClose}
    >
      <View className={styles.rows}>
        <ListStates
          list={others}
          keyOf={(desk) => desk.communityPath}
          empty={{ words: deskWords.noDesk }}
          skeletonCount={1}
          render={(desk) => (
            <PickRow
              label={desk.name}
              isChosen={desk.communityPath === communityPath}
              onChoose={() => setCommunityPath(desk.communityPath)}
            >
              <PickWords title={desk.name} hint="" />
            </PickRow>
          )}
        />
      </View>
    </EventForm>
  )
}
