import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ListStates } from '@/components/list-states'
import { homeWords, residents } from '@/copy/residents'
import type { AreaPath } from '@/domain/shared/area'
import { open, routes } from '@/routes'
import { byFlat, type Flat } from '../../../_components/by-flat'
import { ResidentLine } from '../../../_components/resident-line'
import { useAllResidents } from '../../../_components/use-all-residents'
import styles from '../index.module.scss'

/** Who lives in a building, a stairwell or a micro-grid, door by door. */
export function FlatList({ areaPath }: { areaPath: AreaPath }) {
  const list = useAllResidents(areaPath)
  const people = new Set(list.items.map(({ userId }) => userId)).size
  const card = (flat: Flat) => (
    <Card isFlush>
      <View className={styles.flat}>{homeWords(flat)}</View>
      {flat.people.map((row) => (
        <ResidentLine key={row.userId} row={row} onClick={() => open(routes.person(row.userId))} />
      ))}
    </Card>
  )
  return (
    <View>
      {people > 0 && (
        <View className={styles.hint}>
          {`${residents.count(people)}${list.hasMore ? `，${residents.loadingMore}` : ''}。${residents.seen}`}
        </View>
      )}
      <View className={styles.flats}>
        <ListStates
          list={{ ...list, items: byFlat(list.items) }}
          keyOf={({ key }) => key}
          empty={{ art: 'door', words: residents.empty }}
          render={card}
        />
      </View>
    </View>
  )
}
