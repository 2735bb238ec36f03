import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { residents } from '@/copy/residents'
import { ancestorAt, isWithin, placeLevelOf, type AreaPath, type PlaceLevel } from '@/domain/shared/area'
import { AreaSteps, type ChosenArea } from '@/features/invite/area-steps'
import styles from './people.module.scss'

/** Small enough for their people to be shown. */
const shown: readonly PlaceLevel[] = ['building', 'unit', 'grid']

export const isBuildingOrPart = (areaPath: AreaPath): boolean =>
  areaPath !== '' && shown.includes(placeLevelOf(areaPath))

interface PlaceChoiceProps {
  /** Those that I look after. */
  areas: readonly ChosenArea[]
  chosen: ChosenArea
  onChoose: (area: ChosenArea) => void
}

/** Down the tree to a building; from there its stairwells and micro-grids stay at hand, and the way back up. */
export function PlaceChoice({ areas, chosen, onChoose }: PlaceChoiceProps) {
  const [isOpen, setOpen] = useState(false)
  const building = ancestorAt(chosen.areaPath, 'building')
  const isMine = building !== null && areas.some(({ areaPath }) => isWithin(building, areaPath))
  const isOnly = areas.length === 1 && areas[0]?.areaPath === building
  const choose = (area: ChosenArea): void => {
    onChoose(area)
    setOpen(!isBuildingOrPart(area.areaPath))
  }
  if (building === null || isOpen)
    return <AreaSteps areas={areas} chosen={chosen} levels={shown} onChoose={choose} />
  return (
    <View>
      <View className={styles.place}>
        <View className={styles.placeName}>{chosen.areaName}</View>
        {isMine && !isOnly && (
          <QuietButton isCompact onClick={() => setOpen(true)}>
            {residents.elsewhere}
          </QuietButton>
        )}
      </View>
      {isMine ? (
        <AreaSteps
          areas={[{ areaPath: building, areaName: chosen.areaName }]}
          chosen={chosen}
          levels={shown}
          onChoose={onChoose}
        />
      ) : (
        areas.length > 1 && <AreaSteps areas={areas} chosen={chosen} levels={shown} onChoose={onChoose} />
      )}
    </View>
  )
}
