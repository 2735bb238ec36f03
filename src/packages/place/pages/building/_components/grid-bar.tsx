import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { buildingWords as words } from '@/copy/place'
import type { AreaView } from '@/domain/place/contract'
import { AreaHead } from '../../../_components/area-head'
import styles from '../index.module.scss'

/** all · none (of no grid) · the path of a grid. */
export type GridFilter = string

interface GridBarProps {
  grids: readonly AreaView[]
  filter: GridFilter
  isKeeper: boolean
  onFilter: (filter: GridFilter) => void
  onEdit: (grid: AreaView) => void
}

/** Which micro-grid's flats stand out; for those who keep it, what can be done with it. */
export function GridBar({ grids, filter, isKeeper, onFilter, onEdit }: GridBarProps) {
  const chosen = grids.find(({ _id }) => _id === filter)
  const choices = [
    { value: 'all', label: words.all },
    ...grids.map(({ _id, name }) => ({ value: _id, label: name })),
    { value: 'none', label: words.noGrid },
  ]
  if (grids.length === 0) return null
  return (
    <View className={styles.grids}>
      <Choices choices={choices} isChosen={(value) => value === filter} onChoose={onFilter} />
      {chosen && (
        <AreaHead area={chosen} onGone={() => onFilter('all')}>
          {isKeeper && (
            <QuietButton isCompact onClick={() => onEdit(chosen)}>
              {words.editGrid}
            </QuietButton>
          )}
        </AreaHead>
      )}
    </View>
  )
}
