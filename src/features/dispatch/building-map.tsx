import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { ListStates, wholeList } from '@/components/list-states'
import { filterWords } from '@/copy/dispatch'
import { withoutUnit } from '@/copy/place-names'
import type { Output } from '@/domain/contracts'
import { useAction } from '@/features/session/use-action'
import styles from './building-map.module.scss'

type Load = Output<'order.loadByBuilding'>['items'][number]

interface BuildingMapProps {
  chosen: string | null
  /** null: every building again. */
  onChoose: (buildingPath: string | null) => void
}

type Shade = 'light' | 'middle' | 'heavy'

/** How heavy a building is beside the heaviest: three shades. */
const shadeOf = ({ waiting, moving }: Load, most: number): Shade => {
  const share = (waiting + moving) / most
  if (share > 2 / 3) return 'heavy'
  return share > 1 / 3 ? 'middle' : 'light'
}

/** Where the work lies: a tile for each building with its open orders; a tap shows only those. */
export function BuildingMap({ chosen, onChoose }: BuildingMapProps) {
  const query = useAction('order.loadByBuilding', {})
  const items = query.data?.items ?? []
  const most = Math.max(1, ...items.map(({ waiting, moving }) => waiting + moving))
  if (items.length === 0) {
    const list = wholeList(query, (data) => data.items)
    return (
      <ListStates
        list={list}
        keyOf={({ buildingPath }) => buildingPath}
        empty={{ words: filterWords.buildingsEmpty }}
        skeletonCount={1}
        render={() => null}
      />
    )
  }
  return (
    <View className={styles.map}>
      {items.map((load) => (
        <Tile
          key={load.buildingPath}
          load={load}
          shade={shadeOf(load, most)}
          isChosen={load.buildingPath === chosen}
          onTap={() => onChoose(load.buildingPath === chosen ? null : load.buildingPath)}
        />
      ))}
    </View>
  )
}

interface TileProps {
  load: Load
  shade: Shade
  isChosen: boolean
  onTap: () => void
}

function Tile({ load, shade, isChosen, onTap }: TileProps) {
  const { waiting, moving, late } = load
  const name = withoutUnit(load.areaName)
  return (
    <View
      className={classNames(styles.tile, styles[shade], isChosen && styles.chosen)}
      aria-checked={isChosen}
      {...aria('radio', `${name}，${filterWords.tile(waiting, moving)}`)}
      onClick={onTap}
    >
      <View className={styles.count}>{waiting + moving}</View>
      <View className={styles.name}>{name}</View>
      {late > 0 && <View className={styles.late}>{filterWords.tileLate(late)}</View>}
    </View>
  )
}
