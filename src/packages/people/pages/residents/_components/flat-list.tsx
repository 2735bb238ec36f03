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
  const flats = byFlat(list.items)
  return (
    <View>
      {people > 0 && (
        <View className={styles.hint}>
          {`${residents.count(people)}${list.isLoadingMore ? `，${residents.loadingMore}` : ''}。${residents.seen}`}
        </View>
      )}
      <ListStates
        list={{ ...list, items: flats.length === 0 ? [] : [flats] }}
        keyOf={() => areaPath}
        empty={{ art: 'door', words: residents.empty }}
        render={doors}
      />
    </View>
  )
}

/** Below each other on a phone, beside each other at a desk. */
const doors = (flats: readonly Flat[]) => (
  <View className={styles.flats}>
    {flats.map((flat) => (
      <Card key={flat.key} isFlush>
        <View className={styles.flat}>{homeWords(flat)}</View>
        {flat.people.map((row) => (
          <ResidentLine key={row.userId} row={row} onClick={() => open(routes.person(row.userId))} />
        ))}
      </Card>
    ))}
  </View>
)
