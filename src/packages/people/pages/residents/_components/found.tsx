import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ListStates, wholeList } from '@/components/list-states'
import { finding } from '@/copy/residents'
import type { ResidentRow } from '@/domain/resident/contract'
import { isGrid, type AreaPath } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'
import { open, routes } from '@/routes'
import { isSameRoom } from '../../../_components/by-flat'
import { ResidentLine } from '../../../_components/resident-line'
import { useAllResidents } from '../../../_components/use-all-residents'
import type { Sought } from './find-bar'
import styles from '../index.module.scss'

/** Who was found: asked of the cloud; a flat of a micro-grid is one of the list that is here already. */
export function Found({ areaPath, sought }: { areaPath: AreaPath; sought: Sought }) {
  const { flat, name } = sought
  const isLocal = name === '' && isGrid(areaPath)
  const here = useAllResidents(areaPath, isLocal)
  const by = name === '' ? ({ kind: 'flat', roomNumber: flat } as const) : ({ kind: 'name', name } as const)
  const asked = useAction('resident.find', { areaPath, by }, { isEnabled: !isLocal })
  const list = isLocal ? { ...here, hasMore: false } : wholeList(asked, ({ items }) => items)
  const items = list.items.filter(({ roomNumber }) => flat === '' || isSameRoom(roomNumber, flat))
  const line = (row: ResidentRow) => (
    <Card isFlush>
      <ResidentLine row={row} hasHome onClick={() => open(routes.person(row.userId))} />
    </Card>
  )
  return (
    <View>
      {items.length > 0 && <View className={styles.hint}>{finding.found(items.length)}</View>}
      <ListStates
        list={{ ...list, items }}
        keyOf={(row) => `${row.userId}@${row.areaPath}${row.roomNumber}`}
        empty={{ art: 'door', words: finding.none }}
        render={line}
        skeletonCount={2}
      />
    </View>
  )
}
